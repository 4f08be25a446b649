import type { Indicator, Marge } from "#domain/indicator.ts";
import { listWords } from "#domain/notatie.ts";
import { cijferwoorden, codewoorden, type Ruimte } from "./context.ts";
import { describeFormule } from "./formulezin.ts";
import { formatBreuktekst } from "./getaltekst.ts";
import { completeZin, describeGebied } from "./kopzin.ts";
import { clean, field, phrase, type Zin } from "./zin.ts";

/** "Inwoners, personen per gemeente, op een peildatum, uit …" */
export function describeIndicator(document: Indicator, ruimte: Ruimte): Zin {
  const { titel, eenheid, niveau, meetmoment, uitsplitsing, optelbaar, formule } = document;
  const levels = listWords(niveau.map((level) => codewoorden(level, ruimte)));
  const splits = listWords(uitsplitsing.map((naam) => codewoorden(naam, ruimte)));
  const body = phrase(
    field(titel, "titel"),
    ",",
    eenheid === "deel" ? "als" : undefined,
    field(eenheid, "eenheid"),
    "per",
    field(levels, "niveau"),
    describeGebied(document, ruimte),
    ",",
    field(meetmoment === "peildatum" ? "op een peildatum" : "over een periode", "meetmoment"),
    uitsplitsing.length > 0 ? phrase(", uitgesplitst naar", field(splits, "uitsplitsing")) : "",
    optelbaar ? undefined : phrase(",", field("niet op te tellen", "optelbaar")),
    document.gewicht === undefined
      ? undefined
      : phrase(
          ", na een herindeling gewogen met",
          field(cijferwoorden(document.gewicht, ruimte), "gewicht"),
        ),
    formule && phrase(", =", describeFormule(formule, "formule", ruimte)),
    describeHerkomst(document),
    describeDefinitie(document),
    describeBetrouwbaarheid(document),
  );
  return completeZin(document, body, ruimte);
}

function describeHerkomst({ herkomst }: Indicator): Zin | undefined {
  if (!herkomst) return undefined;
  const { tabel, maat, link } = herkomst;
  const where = [
    tabel === undefined ? undefined : field(`tabel ${tabel}`, "herkomst.tabel"),
    maat === undefined ? undefined : field(maat, "herkomst.maat"),
    link === undefined ? undefined : field(link, "herkomst.link"),
  ].filter((part) => part !== undefined);
  return phrase(", uit", ...where.flatMap((part, index) => (index === 0 ? [part] : [",", part])));
}

function describeDefinitie({ definitie }: Indicator): Zin | undefined {
  if (!definitie) return undefined;
  const { landelijk, wijktAf } = definitie;
  return phrase(
    ", volgens de landelijke definitie",
    field(landelijk, "definitie.landelijk"),
    wijktAf === undefined
      ? undefined
      : phrase(", maar anders:", field(clean(wijktAf), "definitie.wijkt-af")),
  );
}

function describeBetrouwbaarheid({ betrouwbaarheid, marge }: Indicator): Zin {
  return phrase(
    betrouwbaarheid === "gemeten"
      ? undefined
      : phrase("(", field(betrouwbaarheid, "betrouwbaarheid"), ")"),
    marge && phrase("(±", field(formatMarge(marge), "marge"), ")"),
  );
}

/** A margin as it is written: "0,5 procentpunt", "3%", "500". */
function formatMarge({ soort, waarde }: Marge): string {
  if (soort === "eenheid") return formatBreuktekst(waarde);
  const percent = formatBreuktekst(waarde, true);
  return soort === "procent" ? percent : percent.replace("%", " procentpunt");
}
