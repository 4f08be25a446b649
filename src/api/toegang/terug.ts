const HIER = "http://hier.invalid";

/**
 * The page to go back to, where it is one of this site; the start page for whatever else was asked.
 *
 * What a browser would read as another site (`//elders`, `/\\elders`) is another site here too.
 */
export function ownPath(asked: string | undefined): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, HIER)) return "/";
  const { origin, pathname, search } = new URL(asked, HIER);
  if (origin !== HIER || pathname.startsWith("//")) return "/";
  return /^\/(?:aanmelden|afmelden|afgemeld)(?:\/|$)/.test(pathname) ? "/" : pathname + search;
}
