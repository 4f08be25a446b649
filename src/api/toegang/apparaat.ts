// A browser calls itself by the names of others too: the first that fits is its own.
const BROWSERS: readonly (readonly [teken: RegExp, naam: string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMEN: readonly (readonly [teken: RegExp, naam: string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPad\b/, "iPad"],
  [/\biPhone\b/, "iPhone"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser says of itself, in words by which people know it again; else as it said it. */
export function describeApparaat(zelf: string): string {
  const browser = nameIn(zelf, BROWSERS);
  const systeem = nameIn(zelf, SYSTEMEN);
  if (browser === undefined) return zelf;
  return systeem === undefined ? browser : `${browser} op ${systeem}`;
}

function nameIn(
  zelf: string,
  namen: readonly (readonly [teken: RegExp, naam: string])[],
): string | undefined {
  return namen.find(([teken]) => teken.test(zelf))?.[1];
}
