import { formatMoment } from "#domain/notatie.ts";
import { dagVan } from "#services/toegang/toegang.ts";

/** An ISO moment as the day that people here call it. */
export function formatDag(moment: string): string {
  return formatMoment(dagVan(new Date(moment)));
}
