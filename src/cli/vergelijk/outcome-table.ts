import { type Breuk, isZero, subtract } from "#domain/breuk.ts";
import type { RegieDocument } from "#domain/document.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Eenheiduitkomst } from "#domain/uitkomst.ts";
import { shortName } from "#services/bibliotheek/documentvergelijking.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import type { Asked } from "../command.ts";
import { orderUnits } from "../order-units.ts";
import type { Surroundings } from "../surroundings.ts";
import { formatBandbreedte } from "../text/band.ts";
import { type Cell, type Row, renderTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { type Request, readRequest } from "../verdeel/read-request.ts";

type Paar = { readonly links: RegieDocument; readonly rechts: RegieDocument };

/** What comes out otherwise, per gemeente; or why that cannot be said here. */
export async function outcomeLines(
  asked: Asked,
  around: Surroundings,
  { links, rechts }: Paar,
): Promise<readonly string[]> {
  const { width, tableWidth, now } = around;
  if (links.soort !== "verdeling" || rechts.soort !== "verdeling") {
    const text =
      links.soort === rechts.soort
        ? `De uitkomst van twee documenten van de soort ${links.soort} wordt hier niet naast elkaar gezet; voer ze elk uit.`
        : `Een ${links.soort} en een ${rechts.soort} hebben geen uitkomst die naast elkaar kan.`;
    return wrap(text, width);
  }
  if (!asked.has("regio") && typeof links.gebied !== "string") {
    return wrap("Met «--regio <regio>» ziet u ook wat er per gemeente anders uitkomt.", width);
  }
  const [first = "", second = ""] = asked.words;
  const request = readRequest(asVerdeel(asked, first, second), await around.loadBasis(), now());
  return tableLines(request, { links, rechts }, { width, tableWidth });
}

/** The same line as `verdeel` would get, with the second document beside the first. */
function asVerdeel(asked: Asked, first: string, second: string): Asked {
  return {
    ...asked,
    words: [first],
    all: (option) => (option === "naast" ? [second] : asked.all(option)),
  };
}

/** @throws UsageError where the question cannot be asked. */
function tableLines(
  { basis, document, regio, gebied, op, cijfers, ingevuld, naast }: Request,
  { links, rechts }: Paar,
  { width, tableWidth }: Pick<Surroundings, "width" | "tableWidth">,
): readonly string[] {
  const read = computeTabel(basis, { document, regio, op, cijfers, ingevuld }, naast);
  if (!read.ok) throw new UsageError(read.fouten);
  const [a, b] = read.tabel.kolommen;
  const { melding, binnenDeOnzekerheid = [] } = b?.vergelijking ?? {};
  if (melding?.soort === "geweigerd") return wrap(`Niet in één tabel: ${melding.reden}.`, width);
  const [left, right] = [a.uitkomst.eenheden, b?.uitkomst.eenheden ?? []];
  if (left.length === 0 || right.length === 0) {
    const stopped = left.length === 0 ? links : rechts;
    return wrap(
      `Over ${gebied.titel} komt «${shortName(stopped)}» nog niet tot getallen. «woonregie verdeel ${shortName(stopped)}» zegt wat er ontbreekt.`,
      width,
    );
  }
  const byId = new Map(right.map((unit) => [unit.id, unit]));
  const rows = orderUnits(left, gebied.deelregios).map((unit): Row => {
    const other = byId.get(unit.id);
    return { kind: "row", cells: cellsFor(unit, other, binnenDeOnzekerheid.includes(unit.id)) };
  });
  const columns = [
    { header: "gemeente", align: "left" as const },
    ...[shortName(links), shortName(rechts), "verschil"].map((header) => ({
      header,
      align: "right" as const,
    })),
    { header: "", align: "left" as const },
  ];
  return [
    ...wrap(`Over ${gebied.titel}, aantal ${a.uitkomst.eenheid}.`, width),
    "",
    ...renderTable({ columns, rows }, tableWidth),
  ];
}

function cellsFor(
  unit: Eenheiduitkomst,
  other: Eenheiduitkomst | undefined,
  within: boolean,
): readonly Cell[] {
  if (!other) return [unit.naam, numberCell(unit), "–", "", "alleen in het eerste"];
  const difference = subtract(other.aantal.midden, unit.aantal.midden);
  return [
    unit.naam,
    numberCell(unit),
    numberCell(other),
    signed(difference),
    within && !isZero(difference) ? "binnen de onzekerheid" : "",
  ];
}

function numberCell({ aantal }: Eenheiduitkomst): readonly string[] {
  return [formatGetal(aantal.midden, 2), formatBandbreedte(aantal)];
}

function signed(number: Breuk): string {
  const text = formatGetal(number, 2);
  return number.teller > 0n ? `+${text}` : text;
}
