import { listWords } from "#domain/notatie.ts";
import type { Methodekeuze, Opgave, OpgaveDeel } from "#domain/verdeling.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import { describeMethode } from "./afrondingzin.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { formatPeriode } from "./momenttekst.ts";
import { describeVerwijzing, describeWaarde, onderdeelwoorden } from "./waardezin.ts";
import { field, phrase, series, type Zin } from "./zin.ts";

/** What is divided: "hoogstens 178 woningen per jaar voor … uit …". */
export function describeOpgave(opgave: Opgave, ruimte: Ruimte): Zin {
  const { als, aantal, periode, doelgroep, uit, behoefte, heel } = opgave;
  const groups = listWords(doelgroep.map((group) => codewoorden(group, ruimte)));
  return phrase(
    als === "maximum" ? field("hoogstens", "opgave.als") : undefined,
    describeAantal(opgave, ruimte),
    describePeriode(periode),
    doelgroep.length > 0 ? phrase("voor", field(groups, "opgave.doelgroep")) : undefined,
    uit && !isSupplyOf(aantal, uit)
      ? phrase("uit", describeVerwijzing(uit, "opgave.uit", ruimte, "bepaald"))
      : undefined,
    behoefte && describeBehoefte(behoefte, ruimte),
    describeHeel(heel, ruimte),
    aantal && Object.keys(opgave.is).length > 0 ? "," : undefined,
  );
}

function describeAantal(opgave: Opgave, ruimte: Ruimte): Zin {
  const { aantal, eenheid, is } = opgave;
  const split = Object.entries(is);
  if (!aantal) {
    const parts = split.map(([key, part]) =>
      phrase(describeDeel(part, key, ruimte), "voor", onderdeelwoorden(key, ruimte)),
    );
    const per = opgave.per && `per ${codewoorden(opgave.per, ruimte)}`;
    return phrase(eenheid, per, "(", series(parts), ")");
  }
  const parts = split.map(([key, part]) =>
    phrase(describeDeel(part, key, ruimte), onderdeelwoorden(key, ruimte)),
  );
  return phrase(
    describeWaarde(aantal, "opgave.aantal", ruimte, "telling"),
    describeEenheid(aantal, eenheid, ruimte),
    parts.length > 0 ? phrase(", waarvan", series(parts)) : undefined,
  );
}

function describeDeel(deel: OpgaveDeel, key: string, ruimte: Ruimte): Zin {
  if (deel.soort === "rest") return [field("de rest", `opgave.is.${key}`)];
  return describeWaarde(deel.waarde, `opgave.is.${key}`, ruimte);
}

/** A number needs its unit; a figure brings its own, and only another one is said. */
function describeEenheid(aantal: Waarde, eenheid: string | undefined, ruimte: Ruimte): string {
  if (eenheid === undefined) return "";
  const figure = figureOf(aantal);
  if (!figure || ruimte.kop.parameters[figure.naam]) return eenheid;
  return ruimte.context.eenheden?.[figure.naam] === eenheid ? "" : `(in ${eenheid})`;
}

function figureOf(aantal: Waarde): Verwijzing | undefined {
  if (aantal.soort === "verwijzing") return aantal.verwijzing;
  return aantal.soort === "deel-van" ? aantal.van : undefined;
}

function describePeriode(periode: string): Zin | undefined {
  if (periode === "eenmalig") return undefined;
  const repeated = periode === "jaar" || periode === "halfjaar";
  if (repeated) return [field(`per ${periode}`, "opgave.periode")];
  return phrase(
    periode.includes("/") ? "in de periode" : "in",
    field(formatPeriode(periode), "opgave.periode"),
  );
}

/** A part of a figure is taken from that same figure, unless the document says otherwise. */
function isSupplyOf(aantal: Waarde | undefined, uit: Verwijzing): boolean {
  if (aantal?.soort !== "deel-van") return false;
  return JSON.stringify(aantal.van) === JSON.stringify(uit);
}

function describeBehoefte(behoefte: NonNullable<Opgave["behoefte"]>, ruimte: Ruimte): Zin {
  const known = ruimte.context.ingevuld?.behoefte ?? behoefte;
  if (known.soort === "onbekend") {
    return phrase("bij een behoefte die", field("onbekend", "opgave.behoefte"), "is");
  }
  return phrase("bij een behoefte van", describeWaarde(known, "opgave.behoefte", ruimte));
}

/** How the total becomes whole, where it is not by the largest remainder. */
function describeHeel(heel: Methodekeuze, ruimte: Ruimte): Zin | undefined {
  if (heel.soort === "vast" && heel.methode === "grootste-rest") return undefined;
  return phrase("(totaal", describeMethode(heel, "opgave.heel", ruimte), ")");
}
