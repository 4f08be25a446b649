import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { describeKenmerk } from "./kenmerkzin.ts";
import {
  createUitspraak,
  fixUitspraak,
  joinUitspraken,
  negateUitspraak,
  type Uitspraak,
} from "./uitspraak.ts";
import { describeVergelijking } from "./vergelijkingzin.ts";
import { describeVerwijzing, describeWaarde, figureName } from "./waardezin.ts";
import { each, isPlural, singular } from "./woorden.ts";
import { field, phrase, series, type Zin } from "./zin.ts";

type Enkelvoudig = Extract<Eis, { soort: "vergelijking" }>;

/** A question with yes or no for an answer, as what it asks to be so. */
export function describeEis(eis: Eis, pad: string, ruimte: Ruimte): Uitspraak {
  switch (eis.soort) {
    case "vergelijking":
      return describeEnkelvoudig(eis, pad, ruimte);
    case "aanwezig":
      return describeAanwezig(eis.wat, pad, ruimte);
    case "alle":
    case "een-van": {
      const items = eis.eisen.map((item, i) =>
        describeEis(item, `${pad}.${eis.soort}[${i}]`, ruimte),
      );
      return joinUitspraken(items, eis.soort === "alle" ? "en" : "of");
    }
    case "niet":
      return negateUitspraak(describeEis(eis.eis, `${pad}.niet`, ruimte));
    case "als":
      return describeAls(eis, pad, ruimte);
    case "voor-elk":
      return fixUitspraak(
        phrase(
          "voor",
          field(each(singular(eis.as)), `${pad}.voor-elk`),
          "geldt:",
          describeEis(eis.geldt, `${pad}.geldt`, ruimte).hoofd,
        ),
      );
  }
}

function describeAls(eis: Extract<Eis, { soort: "als" }>, pad: string, ruimte: Ruimte): Uitspraak {
  const { als, dan, anders } = eis;
  return fixUitspraak(
    phrase(
      "als",
      describeEis(als, `${pad}.als`, ruimte).bij,
      ", dan",
      describeEis(dan, `${pad}.dan`, ruimte).om,
      anders && phrase(", anders", describeEis(anders, `${pad}.anders`, ruimte).om),
    ),
  );
}

function describeAanwezig(wat: readonly Verwijzing[], pad: string, ruimte: Ruimte): Uitspraak {
  const names = wat.map((item, i) =>
    field(figureName(item, ruimte, "bepaald"), `${pad}.aanwezig[${i}]`),
  );
  const [only] = names;
  const several = names.length > 1 || (only !== undefined && isPlural(only.tekst));
  return createUitspraak({
    onderwerp: series(names),
    werkwoord: several ? "zijn" : "is",
    rest: "ingevuld",
  });
}

function describeEnkelvoudig(eis: Enkelvoudig, pad: string, ruimte: Ruimte): Uitspraak {
  const { onderwerp, vergelijking } = eis;
  if (onderwerp.soort === "kenmerk") {
    return describeKenmerk(onderwerp.naam, vergelijking, pad, ruimte);
  }
  if (onderwerp.soort === "aandeel") return describeAandeel(onderwerp, vergelijking, pad, ruimte);
  if (onderwerp.soort === "duur") return describeDuur(onderwerp, vergelijking, pad, ruimte);
  const between = vergelijking.soort === "tussen" || onderwerp.soort === "datum";
  return createUitspraak({
    onderwerp: describeOnderwerp(onderwerp, pad, ruimte),
    werkwoord: vergelijking.soort === "in-maanden" ? "valt" : between ? "ligt" : "is",
    rest: describeVergelijking(vergelijking, pad, ruimte, "gelijk aan"),
  });
}

function describeOnderwerp(
  onderwerp: Extract<EisOnderwerp, { soort: "aantal" | "datum" | "som" }>,
  pad: string,
  ruimte: Ruimte,
): Zin {
  switch (onderwerp.soort) {
    case "aantal":
      return describeWaarde(onderwerp.van, `${pad}.aantal`, ruimte, "telling");
    case "datum":
      return describeVerwijzing(onderwerp.van, `${pad}.datum`, ruimte, "bepaald");
    case "som":
      return phrase(
        describeVerwijzing(onderwerp.wat, `${pad}.som`, ruimte, "telling"),
        "van alle",
        field(codewoorden(onderwerp.over, ruimte), `${pad}.over`),
        "samen",
      );
  }
}

/** "minstens 30% van de woningen is sociale huur" */
function describeAandeel(
  { teller, noemer }: Extract<EisOnderwerp, { soort: "aandeel" }>,
  vergelijking: Vergelijking,
  pad: string,
  ruimte: Ruimte,
): Uitspraak {
  const onderwerp = phrase(
    describeVergelijking(vergelijking, pad, ruimte, "precies"),
    "van",
    describeVerwijzing(noemer, `${pad}.van`, ruimte, "bepaald"),
  );
  const [cell] = teller.naam === noemer.naam ? teller.pad : [];
  if (cell === undefined) {
    const rest = phrase("uit", describeVerwijzing(teller, `${pad}.aandeel`, ruimte));
    return createUitspraak({ onderwerp, werkwoord: "bestaat", rest });
  }
  const words = codewoorden(cell, ruimte);
  const verb = /^(werkt|woont|heeft|zoekt|krijgt|komt|studeert) (.+)$/.exec(words);
  return createUitspraak({
    onderwerp,
    werkwoord: verb?.[1] ?? "is",
    rest: field(verb?.[2] ?? words, `${pad}.aandeel`),
  });
}

/** "de inwoning duurt langer dan 36 maanden" */
function describeDuur(
  { van, tot }: Extract<EisOnderwerp, { soort: "duur" }>,
  vergelijking: Vergelijking,
  pad: string,
  ruimte: Ruimte,
): Uitspraak {
  const onderwerp = tot
    ? phrase(
        "de tijd van",
        describeVerwijzing(van, `${pad}.duur.van`, ruimte),
        "tot",
        describeVerwijzing(tot, `${pad}.duur.tot`, ruimte),
      )
    : field(duurName(van, ruimte), `${pad}.duur`);
  return createUitspraak({
    onderwerp,
    werkwoord: "duurt",
    rest: describeVergelijking(vergelijking, pad, ruimte, "precies", {
      "meer-dan": "langer dan",
      "minder-dan": "korter dan",
    }),
  });
}

function duurName(van: Verwijzing, ruimte: Ruimte): string {
  const name = figureName(van, ruimte, "bepaald");
  return name.startsWith("sinds ") ? `de tijd ${name}` : name;
}
