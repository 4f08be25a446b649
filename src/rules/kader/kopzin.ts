import type { DocumentStatus, Kop } from "#domain/kop.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import { cijferwoorden, eenheidwoorden, type Ruimte, regiotitel } from "./context.ts";
import { describeFormule } from "./formulezin.ts";
import { describeParameter, parameterwoorden } from "./waardezin.ts";
import { pluralOf } from "./woorden.ts";
import { field, finish, isEditable, phrase, type Zin } from "./zin.ts";

const SPOREN = { 1: "woningen", 2: "toewijzing", 3: "zorg", 4: "samenwerking" } as const;

/** "spoor 2, toewijzing" */
export function sporentekst(spoor: keyof typeof SPOREN): string {
  return `spoor ${spoor}, ${SPOREN[spoor]}`;
}

const CONCEPT = "(ambtelijk concept, niet bestuurlijk besproken)";

const STATUSWOORDEN: Readonly<Record<DocumentStatus, string>> = {
  voorbeeld: "(voorbeeld)",
  concept: CONCEPT,
  voorgenomen: CONCEPT,
  vastgesteld: "",
  geldend: "",
  vervallen: "(vervallen)",
};

/** The region or units a document is about: "in Friesland"; nothing where the run is asked. */
export function describeGebied({ gebied }: Kop, ruimte: Ruimte): Zin {
  if (gebied === undefined) return [];
  const names =
    typeof gebied === "string"
      ? regiotitel(gebied, ruimte)
      : listWords(gebied.map((unit) => eenheidwoorden(unit, ruimte)));
  return phrase("in", field(names, "gebied"));
}

/** "; gericht tot het Rijk en de provincies" */
function describeGerichtTot({ gerichtTot }: Kop): Zin | undefined {
  if (gerichtTot === undefined) return undefined;
  const names = listWords(
    gerichtTot.map((naam) => (naam === "rijk" ? "het Rijk" : pluralOf(naam))),
  );
  return phrase("; gericht tot", field(names, "gericht-tot"));
}

/** To whom, from when until when, what its source was, which spoor, and how far it is decided. */
function describeStand(kop: Kop): Zin {
  const { geldigVan, geldigTot, bron, spoor, status } = kop;
  const from = geldigVan && phrase("vanaf", field(formatMoment(geldigVan), "geldig-van"));
  const until = geldigTot && phrase("tot en met", field(formatMoment(geldigTot), "geldig-tot"));
  const stand = bron.stand === "geldend" ? "bron: geldend recht" : bron.stand;
  return phrase(
    describeGerichtTot(kop),
    (from || until) && phrase(",", from, until),
    bron.stand === "beleid" ? undefined : `(${stand})`,
    spoor && `(${sporentekst(spoor)})`,
    STATUSWOORDEN[status],
  );
}

/**
 * The whole of a document: its sentence and those that follow on it, then what its own words mean,
 * then the parameters that were not named yet.
 */
export function completeZin(
  kop: Kop,
  body: Zin,
  ruimte: Ruimte,
  volgzinnen: readonly Zin[] = [],
): Zin {
  const derived = Object.entries(kop.afgeleid).map(([naam, formule]) =>
    finish(
      `Hierin betekent «${cijferwoorden(naam, ruimte)}»:`,
      describeFormule(formule, `afgeleid.${naam}`, ruimte),
    ),
  );
  const said = [body, ...volgzinnen, ...derived].flat();
  const silent = Object.keys(kop.parameters).filter((naam) => !mentions(said, naam));
  const rest = silent.map((naam) =>
    finish("Verder:", parameterwoorden(naam, ruimte), "is", describeParameter(naam, ruimte)),
  );
  return phrase(finish(body, describeStand(kop)), ...volgzinnen, ...derived, ...rest);
}

function mentions(zin: Zin, naam: string): boolean {
  return zin.some((deel) => isEditable(deel) && deel.pad.startsWith(`parameters.${naam}.`));
}
