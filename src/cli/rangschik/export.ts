import { equals } from "#domain/breuk.ts";
import type { Kandidaatuitkomst } from "#domain/rangorde-uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { csvNumber, renderCsv } from "#services/uitvoer/csvtekst.ts";
import { type Sheet, whyHere } from "./sheet.ts";

/**
 * The outcome as JSON, one line, keys sorted; every number is exact text (`"99"`, `"1/3"`).
 *
 * `{ soort: "rangordeuitkomst", document, op, zin, uitkomst }`, with `verantwoording` where an
 * account was asked.
 */
export function toJson(
  { opdracht, uitkomst, zin }: Sheet,
  verantwoording?: readonly Verantwoording[],
): string {
  return toCanoniek({
    soort: "rangordeuitkomst",
    document: uitkomst.document,
    op: opdracht.op,
    zin,
    uitkomst,
    ...(verantwoording ? { verantwoording } : {}),
  });
}

const COLUMNS = ["plaats", "tot en met", "wie", "stand", "punten", "waarom"];

/** The outcome as csv for a Dutch spreadsheet: a row per candidate, those without a place last. */
export function toCsv(sheet: Sheet): string {
  const { plaatsen, kandidaten } = sheet.uitkomst;
  const placed = plaatsen.flatMap((plaats) =>
    plaats.kandidaten.map((id) => {
      const { van, tot, stand } = plaats;
      const own = kandidaten.find((one) => one.id === id);
      return [`${van}`, `${tot}`, own?.naam ?? id, stand, pointsOf(own), whyHere(plaats)];
    }),
  );
  const others = kandidaten.flatMap((own) => {
    const { toelating, naam } = own;
    if (toelating.soort === "toegelaten") return [];
    return [["", "", naam, toelating.soort, "", reasonOf(own)]];
  });
  return renderCsv([COLUMNS, ...placed, ...others]);
}

function reasonOf({ toelating }: Kandidaatuitkomst): string {
  if (toelating.soort !== "nader-onderzoek") {
    return toelating.redenen.map(({ tekst }) => tekst).join(" | ");
  }
  const { ontbreekt, onbepaald } = toelating.nodig;
  return [...ontbreekt.map(({ cijfer }) => cijfer), ...onbepaald.map(({ wat }) => wat)].join(", ");
}

function pointsOf(own: Kandidaatuitkomst | undefined): string {
  const { laag, hoog } = own?.punten ?? {};
  if (!laag || !hoog || !equals(laag, hoog)) return own?.punten ? "onbekend" : "";
  return csvNumber(laag);
}
