import type { Verantwoording } from "#domain/verantwoording.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The table as JSON, one line, keys sorted; every number is exact text (`"16610.04"`, `"1/3"`).
 *
 * `{ soort: "verdeeltabel", document, op, gebied, ingevuld, kolommen, vergelijkingen, nu }`; each of
 * `kolommen` is `{ document, titel, status, zin, uitkomst }`, with the whole outcome as it is kept
 * when it is frozen. With an account asked, `verantwoording` is its tree.
 */
export function toJson(sheet: Sheet, verantwoording?: Verantwoording): string {
  const { tabel, paren, bij, op, zinnen } = sheet;
  const { vraag, kolommen } = tabel;
  return toCanoniek({
    soort: "verdeeltabel",
    document: kolommen[0].uitkomst.document,
    op,
    gebied: vraag.gebied,
    ingevuld: vraag.ingevuld,
    kolommen: kolommen.map(({ document, uitkomst }, i) => ({
      document: uitkomst.document,
      titel: document.titel,
      status: document.status,
      zin: zinnen[i],
      uitkomst,
    })),
    vergelijkingen: paren.map(({ eerste, tweede, vergelijking }) => ({
      eerste: kolommen[eerste]?.uitkomst.document,
      tweede: kolommen[tweede]?.uitkomst.document,
      binnenDeOnzekerheid: vergelijking.binnenDeOnzekerheid,
      melding: vergelijking.melding,
    })),
    ...(bij.nu
      ? { nu: { cijfer: bij.nu.cijfer, waarden: Object.fromEntries(bij.nu.waarden) } }
      : {}),
    ...(verantwoording ? { verantwoording } : {}),
  });
}
