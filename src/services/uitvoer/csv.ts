import { type Breuk, breuk, formatBreuk, multiply } from "#domain/breuk.ts";
import { isWide } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import { csvNumber, renderCsv } from "./csvtekst.ts";
import type { Uitvoerblad, Uitvoerrij } from "./uitvoerblad.ts";

const ONBEKEND = "onbekend";
const PER_SLEUTEL = ["uitkomst", "laag", "hoog", "aanbod", "deel van aanbod in %", "over", "open"];

/** The outcome of every key, a row per unit, as people open it in a Dutch spreadsheet. */
export function uitkomstCsv({ eenheden, kolommen, nu }: Uitvoerblad): string {
  const head = ["code", "gemeente", "deelregio", ...(nu ? [`nu: ${nu.titel}`] : [])];
  const keys = kolommen.flatMap(({ naam }) => PER_SLEUTEL.map((kop) => `${naam} ${kop}`));
  const rows = eenheden.map(({ id, naam, deelregio }, i) => {
    const now = nu?.waarden.get(id);
    return [
      id,
      naam,
      deelregio ?? "",
      ...(nu ? [now ? csvNumber(now.midden) : ONBEKEND] : []),
      ...kolommen.flatMap(({ rijen }) => cellsOf(rijen[i])),
    ];
  });
  return renderCsv([[...head, ...keys], ...rows]);
}

function cellsOf(rij: Uitvoerrij | undefined): readonly string[] {
  if (!rij?.aantal) return [ONBEKEND, ...PER_SLEUTEL.slice(1).map(() => "")];
  const { aantal, aanbod, deelVanAanbod, over, open } = rij;
  const known = (band: Bandbreedte | undefined) => (band ? csvNumber(band.midden) : ONBEKEND);
  const share = deelVanAanbod && multiply(deelVanAanbod.midden, breuk(100));
  return [
    csvNumber(aantal.midden),
    ...(isWide(aantal) ? [csvNumber(aantal.laag), csvNumber(aantal.hoog)] : ["", ""]),
    known(aanbod),
    share ? csvNumber(share) : ONBEKEND,
    known(over),
    open ? csvNumber(open) : "",
  ];
}

/** Every figure with its source, a row each, in the columns in which figures can be read back. */
export function cijfersCsv({ cijfers }: Uitvoerblad): string {
  const head = [
    ...["cijfer", "gebied", "gemeente", "moment", "waarde", "laag", "hoog", "eenheid"],
    ...["bron", "licentie", "betrouwbaarheid", "opmerking"],
  ];
  const rows = cijfers.map((cijfer) => {
    const { waarde, kenmerk, gebied } = cijfer;
    const wide = waarde !== undefined && isWide(waarde);
    return [
      [cijfer.indicator, ...cijfer.cel].join("."),
      gebied,
      gebied === GEHEEL ? "" : cijfer.gebiednaam,
      cijfer.moment ?? "",
      waarde ? exact(waarde.midden) : (kenmerk ?? ONBEKEND),
      wide ? exact(waarde.laag) : "",
      wide ? exact(waarde.hoog) : "",
      cijfer.eenheid,
      cijfer.bron,
      cijfer.licentie ?? "",
      cijfer.betrouwbaarheid ?? "",
      cijfer.opmerking ?? "",
    ];
  });
  return renderCsv([head, ...rows]);
}

/** All decimals, with a comma; what has none that end stays the fraction that it is. */
function exact(number: Breuk): string {
  return formatBreuk(number).replace(".", ",");
}
