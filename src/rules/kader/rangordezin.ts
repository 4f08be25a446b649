import { eenMaat } from "#domain/notatie.ts";
import type { GelijkeStand, Ordening, Puntenregel, Rangorde, Trede } from "#domain/rangorde.ts";
import type { Waarde } from "#domain/waarde.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { describeEis } from "./eiszin.ts";
import { formatBreuktekst } from "./getaltekst.ts";
import { completeZin, describeGebied } from "./kopzin.ts";
import { describeWaarde, figureName } from "./waardezin.ts";
import { isPlural, orgaanwoord } from "./woorden.ts";
import { clean, field, phrase, series, type Zin } from "./zin.ts";

/** "Wie van de … voorgaat bij …: eerst …, dan …; mee doet wie …" */
export function describeRangorde(document: Rangorde, ruimte: Ruimte): Zin {
  const { van, voor, toelating, gelijkeStanden } = document;
  const punten = Object.entries(document.punten).map(([naam, regel]) =>
    describePunten(naam, regel, ruimte),
  );
  const body = phrase(
    "Wie van de",
    field(van, "van"),
    describeGebied(document, ruimte),
    "voorgaat bij",
    field(voor, "voor"),
    ":",
    describeVolgorde(document.volgorde, "volgorde", ruimte),
    toelating && phrase("; mee doet", describeEis(toelating, "toelating", ruimte).wie),
    punten.length > 0 ? phrase("; punten voor", series(punten, "; en voor")) : undefined,
    describeGelijkeStand(gelijkeStanden, ruimte),
    ...describeTermijnen(document, ruimte),
  );
  return completeZin(document, body, ruimte);
}

function describeVolgorde(volgorde: readonly Ordening[], pad: string, ruimte: Ruimte): Zin {
  const parts = volgorde.map((item, i) => describeOrdening(item, `${pad}[${i}]`, ruimte));
  if (parts.length === 1) return phrase(...parts);
  return phrase(...parts.map((part, i) => phrase(i === 0 ? "eerst" : ", dan", part)));
}

function describeOrdening(item: Ordening, pad: string, ruimte: Ruimte): Zin {
  if (item.soort === "eerst") return describeEis(item.eis, `${pad}.eerst`, ruimte).wie;
  if (item.soort === "treden") {
    const steps = item.treden.map((step, i) => describeTrede(step, `${pad}.treden[${i}]`, ruimte));
    return phrase(...steps.map((step, i) => phrase(i === 0 ? undefined : ", dan", step)));
  }
  return describeUiterste(item.soort, item.waarde, `${pad}.${item.soort}`, ruimte);
}

/** "de meeste punten", "de laagste score" */
function describeUiterste(
  soort: "hoogste" | "laagste",
  waarde: Waarde,
  pad: string,
  ruimte: Ruimte,
): Zin {
  if (waarde.soort !== "verwijzing")
    return phrase(`${soort}:`, describeWaarde(waarde, pad, ruimte));
  const name = figureName(waarde.verwijzing, ruimte, "bepaald");
  const word = isPlural(name) ? { hoogste: "meeste", laagste: "minste" }[soort] : soort;
  const [, article = "de", rest = name] = /^(de|het) (.*)$/.exec(name) ?? [];
  return [field(`${article} ${word} ${rest}`, pad)];
}

function describeTrede(trede: Trede, pad: string, ruimte: Ruimte): Zin {
  if (trede.soort === "open") {
    return phrase("beslissen mensen (", field(clean(trede.reden), `${pad}.open`), ")");
  }
  const { naam, als } = trede;
  return phrase(
    field(naam, `${pad}.naam`),
    "(als",
    describeEis(als, `${pad}.als`, ruimte).bij,
    ")",
  );
}

function describePunten(naam: string, regel: Puntenregel, ruimte: Ruimte): Zin {
  const pad = `punten.${naam}`;
  const lead = `${codewoorden(naam, ruimte)}:`;
  if (regel.soort === "per-eenheid") {
    return phrase(
      lead,
      field(formatBreuktekst(regel.punten), `${pad}.punten`),
      "per",
      describeMaat(regel.per, `${pad}.per`, ruimte),
      "van",
      describeWaarde(regel.van, `${pad}.van`, ruimte),
    );
  }
  const steps = regel.treden.map(({ als, punten }, i) =>
    phrase(
      i === 0 ? lead : ", anders",
      field(formatBreuktekst(punten), `${pad}[${i}].punten`),
      "als",
      describeEis(als, `${pad}[${i}].als`, ruimte).bij,
    ),
  );
  return phrase(...steps);
}

/** "per maand" where it is one. */
function describeMaat(per: Waarde, pad: string, ruimte: Ruimte): Zin {
  if (per.soort !== "duur" || per.duur.aantal !== 1) return describeWaarde(per, pad, ruimte);
  return [field(eenMaat(per.duur.maat), pad)];
}

function describeGelijkeStand(stand: GelijkeStand, ruimte: Ruimte): Zin | undefined {
  if (stand.soort === "besluit-nodig") return undefined;
  if (stand.soort === "loting") {
    const body = field(orgaanwoord(stand.door), "gelijke-standen.loting-door");
    return phrase("; bij een gelijke stand beslist loting door", body);
  }
  const order = describeVolgorde(stand.volgorde, "gelijke-standen.volgorde", ruimte);
  return phrase("; bij een gelijke stand gaat voor:", order);
}

function describeTermijnen({ termijn }: Rangorde, ruimte: Ruimte): readonly Zin[] {
  return Object.entries(termijn).map(([naam, { binnen, na, anders }]) =>
    phrase(
      `; ${codewoorden(naam, ruimte)}: binnen`,
      describeWaarde(binnen, `termijn.${naam}.binnen`, ruimte),
      "na",
      field(codewoorden(na, ruimte), `termijn.${naam}.na`),
      anders === undefined
        ? undefined
        : phrase(", anders", field(codewoorden(anders, ruimte), `termijn.${naam}.anders`)),
    ),
  );
}
