/** What stands between the cells of a text file. */
const SCHEIDINGSTEKENS = ["\t", ";", "|", ","] as const;

const SAMPLE = 64 * 1024;
const MOST_ROWS = 200;
const LIKELY = 0.8;

/**
 * The sign that stands between cells, found by what returns equally often in row after row.
 *
 * The comma comes last, for in Dutch figures it is a decimal sign too. Text without any of them is
 * one column.
 */
export function findScheidingsteken(tekst: string): string {
  const sample = tekst.slice(0, SAMPLE);
  const shares = SCHEIDINGSTEKENS.map((teken) => ({ teken, deel: shareOf(sample, teken) }));
  const likely = shares.find(({ deel }) => deel >= LIKELY);
  if (likely) return likely.teken;
  return shares.reduce((best, next) => (next.deel > best.deel ? next : best)).teken;
}

/** Which part of the rows that are not blank has the most usual number of these signs. */
function shareOf(sample: string, teken: string): number {
  const counts = countPerRow(sample, teken);
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  return counts.length === 0 ? 0 : Math.max(0, ...times.values()) / counts.length;
}

/** How often the sign stands outside quotes, for each row that is not blank. */
function countPerRow(sample: string, teken: string): readonly number[] {
  const cells = new RegExp(`(^|[\n${teken}])"[^"]*(?:""[^"]*)*"`, "gu");
  const rows = sample.replace(cells, "$1").split("\n").slice(0, MOST_ROWS);
  return rows.filter((row) => row.trim() !== "").map((row) => row.split(teken).length - 1);
}
