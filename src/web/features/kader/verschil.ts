/** The one stretch in which two texts differ; undefined where they are equal. */
export function changeBetween(
  was: string,
  wordt: string,
): { readonly from: number; readonly to: number; readonly insert: string } | undefined {
  if (was === wordt) return undefined;
  const most = Math.min(was.length, wordt.length);
  let from = 0;
  while (from < most && was[from] === wordt[from]) from += 1;
  let end = 0;
  while (end < most - from && was[was.length - 1 - end] === wordt[wordt.length - 1 - end]) end += 1;
  return { from, to: was.length - end, insert: wordt.slice(from, wordt.length - end) };
}
