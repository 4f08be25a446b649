import type { Over, Stap, Verdeling } from "#domain/verdeling.ts";
import { describeAfronding, describeGelijkeStanden } from "./afrondingzin.ts";
import type { Ruimte } from "./context.ts";
import { describeGebied } from "./kopzin.ts";
import { describeSelectie } from "./selectiezin.ts";
import { describeSleutel, leadFor } from "./sleutelzin.ts";
import { describeVerschuiving, describeVoorwaarden, type Stapplaats } from "./voorwaardezin.ts";
import { orgaanwoord, singular, spellPlural } from "./woorden.ts";
import { field, isSaid, phrase, type Zin } from "./zin.ts";

/** All steps, in order: "over de gemeenten naar rato van …; daarna …". */
export function describeStappen(document: Verdeling, ruimte: Ruimte): Zin {
  const ingroei = ingroeiduur(document);
  let last = "gemeenten";
  const steps = document.stappen.map((stap, index) => {
    const before = index === 0 ? undefined : last;
    last = stap.over?.wat ?? last;
    const plaats = {
      pad: `stappen[${index}]`,
      eenheid: singular(last),
      eenheden: spellPlural(last),
      ...(ingroei ? { ingroei } : {}),
    };
    const gebied = index === 0 ? describeGebied(document, ruimte) : [];
    const step = describeStap(stap, plaats, before, gebied, ruimte);
    return index === 0 ? step : phrase("; daarna", step);
  });
  return phrase(...steps);
}

function ingroeiduur({ ingroeipad }: Verdeling): string | undefined {
  const years = [ingroeipad?.vanaf, ingroeipad?.doel].map((text) => Number(text ?? "x"));
  const [vanaf = Number.NaN, doel = Number.NaN] = years;
  return Number.isInteger(vanaf) && Number.isInteger(doel) ? `${doel - vanaf} jaar` : undefined;
}

function describeStap(
  stap: Stap,
  plaats: Stapplaats,
  before: string | undefined,
  gebied: Zin,
  ruimte: Ruimte,
): Zin {
  const { pad } = plaats;
  if (isOnlyRuil(stap)) {
    return phrase(
      describeRuil(stap, plaats, ruimte, "ruilen"),
      after(",", describeAfronding(stap.afronding, `${pad}.afronding`, ruimte)),
    );
  }
  const head = phrase(
    stap.optellen === undefined
      ? undefined
      : phrase("met de delen van", field(stap.optellen, `${pad}.optellen`), "opgeteld,"),
    stap.over && describeOver(stap.over, before, `${pad}.over`),
    gebied,
    stap.voor && describeSelectie(stap.voor, `${pad}.voor`, ruimte),
    stap.sleutel && leadFor(stap.sleutel),
    stap.sleutel && describeSleutel(stap.sleutel, `${pad}.sleutel`, ruimte),
  );
  const bounds = describeVoorwaarden(stap, plaats, ruimte);
  const standen = describeGelijkeStanden(stap.gelijkeStanden, `${pad}.gelijke-standen`, ruimte);
  const done = phrase(
    head,
    stap.sleutel ? after(",", bounds) : bounds,
    describeVerschuiving(stap, plaats, ruimte),
    stap.ruil && phrase(", en", describeRuil(stap, plaats, ruimte, "ruil")),
  );
  const rounding = describeAfronding(stap.afronding, `${pad}.afronding`, ruimte);
  const sign = stap.voorwaarden.length > 0 ? ";" : ",";
  return phrase(done, isSaid(done) ? after(sign, rounding) : rounding, after(";", standen));
}

function after(sign: string, zin: Zin): Zin {
  return isSaid(zin) ? phrase(sign, zin) : [];
}

/** "over de gemeenten"; later "binnen elke gemeente over de corporaties". */
function describeOver({ wat, van }: Over, before: string | undefined, pad: string): Zin {
  const units = `de ${spellPlural(wat)}`;
  if (van === "deelregio") return phrase("binnen elke deelregio over", field(units, pad));
  const level = van === "nederland" ? " van Nederland" : van ? ` van de ${van}` : "";
  const over = phrase("over", field(units + level, pad));
  if (before === undefined) return over;
  return before === wat ? phrase("opnieuw", over) : phrase(`binnen elke ${singular(before)}`, over);
}

function isOnlyRuil({ ruil, over, sleutel, voorwaarden, voor, optellen }: Stap): boolean {
  const more = over ?? sleutel ?? voor ?? optellen;
  return ruil !== undefined && more === undefined && voorwaarden.length === 0;
}

/** Agreed shifts: the sum stays what it was. */
function describeRuil(
  { ruil }: Stap,
  { pad, eenheden }: Stapplaats,
  ruimte: Ruimte,
  verb: "ruilen" | "ruil",
): Zin {
  const body = ruil?.besluitVan;
  const who = ruil?.tussen && describeSelectie(ruil.tussen, `${pad}.ruil.tussen`, ruimte);
  return phrase(
    verb,
    verb === "ruilen" ? eenheden : undefined,
    "onderling met gelijke som",
    who && phrase(", alleen", who),
    body && phrase("(besluit van", field(orgaanwoord(body), `${pad}.ruil.besluit-van`), ")"),
  );
}
