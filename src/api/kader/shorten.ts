const LONGEST = 280;

/** The beginning of a long sentence; the whole of it stands on the page of the document. */
export function shorten(zin: string): string {
  if (zin.length <= LONGEST) return zin;
  const start = zin.slice(0, LONGEST);
  return `${start.slice(0, start.lastIndexOf(" ")).replace(/[,;:(]+$/, "")} …`;
}
