import type { Eis } from "#domain/eis.ts";
import { isSeveral, listWords } from "#domain/notatie.ts";
import type { Toets } from "#domain/toets.ts";
import { codewoorden, documenttitel, type Ruimte } from "./context.ts";
import { describeEis } from "./eiszin.ts";
import { completeZin, describeGebied } from "./kopzin.ts";
import { formatPeriode } from "./momenttekst.ts";
import { describeParameter, describeWaarde } from "./waardezin.ts";
import { orgaanwoord, pluralOf } from "./woorden.ts";
import { clean, field, phrase, series, type Zin } from "./zin.ts";

/** "Minstens 2/3 van de woningen is betaalbaar; geldt landelijk en per regio; …" */
export function describeToets(document: Toets, ruimte: Ruimte): Zin {
  const body = phrase(
    describeEisen(document, ruimte),
    "; geldt",
    field(levels(document.niveau, ruimte), "niveau"),
    describeGebied(document, ruimte),
    describeNietOpNiveau(document, ruimte),
    describeMeting(document, ruimte),
    describeMeerEisen(document, ruimte),
    describeVastgelegd(document, ruimte),
    describeOvergang(document, ruimte),
    describeOntheffing(document, ruimte),
  );
  return completeZin(document, body, ruimte);
}

/**
 * The eisen as one thing that is asked. Each by its name where they are not just limits to numbers:
 * a document may ask in which of nine groups somebody is, and then they do not hold together.
 */
function describeEisen({ eisen }: Toets, ruimte: Ruimte): Zin {
  const entries = Object.entries(eisen);
  const said = entries.map(
    ([naam, eis]) => [naam, describeEis(eis, `eisen.${naam}`, ruimte).hoofd] as const,
  );
  if (entries.length === 1 || entries.every(([, eis]) => isLimit(eis))) {
    return series(said.map(([, zin]) => zin));
  }
  return phrase(
    ...said.flatMap(([naam, zin], index) => [
      `${index === 0 ? "" : "; "}${codewoorden(naam, ruimte)}:`,
      zin,
    ]),
  );
}

function isLimit(eis: Eis): boolean {
  return eis.soort === "vergelijking" && eis.onderwerp.soort !== "kenmerk";
}

/** "landelijk, per provincie en per regio" */
function levels(niveau: readonly string[], ruimte: Ruimte): string {
  return listWords(
    niveau.map((naam) => (naam === "nederland" ? "landelijk" : `per ${codewoorden(naam, ruimte)}`)),
  );
}

function describeNietOpNiveau({ nietOpNiveau }: Toets, ruimte: Ruimte): Zin | undefined {
  const parts = Object.entries(nietOpNiveau).map(([naam, reden]) =>
    phrase(levels([naam], ruimte), "(", field(clean(reden), `niet-op-niveau.${naam}`), ")"),
  );
  return parts.length > 0 ? phrase(", niet", series(parts, "of")) : undefined;
}

function describeMeting({ meetOp, meetperiode, beginsel }: Toets, ruimte: Ruimte): Zin {
  return phrase(
    meetOp.length > 0 ? phrase("; gemeten op", field(listWords(meetOp), "meet-op")) : undefined,
    meetperiode === undefined
      ? undefined
      : phrase(
          meetOp.length > 0 ? "over" : "; gemeten over",
          describeParameter(meetperiode, ruimte) ??
            field(formatPeriode(meetperiode), "meetperiode"),
        ),
    beginsel === "hard" ? undefined : phrase(";", field("wie afwijkt, legt uit", "beginsel")),
  );
}

function describeMeerEisen({ strengerDoor, aanvullingOp }: Toets, ruimte: Ruimte): Zin {
  const bodies = strengerDoor && listWords(strengerDoor.map(orgaanwoord), "of");
  return phrase(
    bodies === undefined
      ? undefined
      : phrase(
          "; alleen",
          field(bodies, "strenger-door"),
          `${isSeveral(strengerDoor?.at(-1)) ? "mogen" : "mag"} meer eisen`,
        ),
    aanvullingOp === undefined
      ? undefined
      : phrase("; naast", field(`«${documenttitel(aanvullingOp, ruimte)}»`, "aanvulling-op")),
  );
}

/** "wat gecontracteerd is, telt mee en ligt vast" */
function describeVastgelegd({ vastgelegd }: Toets, ruimte: Ruimte): Zin | undefined {
  if (!vastgelegd) return undefined;
  const { wie, bij } = describeEis(vastgelegd, "vastgelegd", ruimte);
  const [first, ...rest] = wie;
  const about = first?.tekst.startsWith("wie")
    ? phrase({ ...first, tekst: first.tekst.replace(/^wie/, "wat") }, rest)
    : phrase("alles waarvoor geldt dat", bij);
  return phrase(";", about, ", telt mee en ligt vast");
}

function describeOvergang({ overgang, niveau }: Toets, ruimte: Ruimte): Zin | undefined {
  if (!overgang) return undefined;
  const { start, duur, totDan } = overgang;
  const [level] = niveau;
  const who =
    level === undefined || level === "nederland" ? "wie nog niet voldoet" : pluralOf(level);
  return phrase(
    ";",
    who,
    who.startsWith("wie") ? ", krijgt" : "krijgen",
    describeWaarde(duur, "overgang.duur", ruimte),
    "vanaf",
    describeWaarde(start, "overgang.start", ruimte),
    totDan === "niet-toetsen"
      ? phrase(",", field("tot dan wordt niet getoetst", "overgang.tot-dan"))
      : undefined,
  );
}

function describeOntheffing({ ontheffing }: Toets, ruimte: Ruimte): Zin | undefined {
  if (!ontheffing) return undefined;
  const { door, op, vraagt } = ontheffing;
  const words = (codes: readonly string[]) =>
    listWords(codes.map((code) => codewoorden(code, ruimte)));
  return phrase(
    ";",
    field(listWords(door.map(orgaanwoord), "of"), "ontheffing.door"),
    `${isSeveral(door.at(-1)) ? "kunnen" : "kan"} ontheffing geven`,
    op.length > 0 ? phrase("van", field(`«${words(op)}»`, "ontheffing.op")) : undefined,
    vraagt.length > 0 ? phrase(", met", field(words(vraagt), "ontheffing.vraagt")) : undefined,
  );
}
