import type { Vergelijking } from "#domain/eis.ts";
import { listWords } from "#domain/notatie.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { describeParameter, describeWaarde } from "./waardezin.ts";
import { field, phrase, type Zin } from "./zin.ts";

type Tussen = Extract<Vergelijking, { soort: "tussen" }>;

/** Words for a comparison where the usual ones do not fit its subject. */
export type Maatwoorden = Readonly<Partial<Record<Vergelijking["soort"], string>>>;

const WOORDEN: Maatwoorden = {
  minstens: "minstens",
  hoogstens: "hoogstens",
  "meer-dan": "meer dan",
  "minder-dan": "minder dan",
  uiterlijk: "uiterlijk op",
  vanaf: "niet voor",
};

/** The right side of a question: "minstens 30%", "tussen 10 jaar en 20 jaar". */
export function describeVergelijking(
  vergelijking: Vergelijking,
  pad: string,
  ruimte: Ruimte,
  gelijk: string,
  eigen: Maatwoorden = {},
): Zin {
  switch (vergelijking.soort) {
    case "tussen":
      return describeTussen(vergelijking, `${pad}.tussen`, ruimte);
    case "is": {
      const codes = vergelijking.codes.map((code) => codewoorden(code, ruimte));
      return [field(listWords(codes, "of"), `${pad}.is`)];
    }
    case "eensluidend":
      return [field("voor allen gelijk", `${pad}.is`)];
    case "in-maanden":
      return phrase(
        "in",
        field(vergelijking.van, `${pad}.in-maanden.van`),
        "tot en met",
        field(vergelijking.tot, `${pad}.in-maanden.tot`),
      );
    default: {
      const word = eigen[vergelijking.soort] ?? WOORDEN[vergelijking.soort] ?? gelijk;
      const value = describeWaarde(vergelijking.waarde, `${pad}.${vergelijking.soort}`, ruimte);
      return phrase(word, value);
    }
  }
}

function describeTussen({ van, tot, grenzen }: Tussen, pad: string, ruimte: Ruimte): Zin {
  const from = describeWaarde(van, `${pad}.van`, ruimte);
  const to = describeWaarde(tot, `${pad}.tot`, ruimte);
  return phrase("tussen", from, "en", to, describeGrenzen(grenzen, `${pad}.grenzen`, ruimte));
}

const GRENSWOORDEN = {
  van: "de onderste grens telt mee",
  tot: "de bovenste grens telt mee",
  geen: "de grenzen tellen niet mee",
} as const;

/** Which ends belong to it; both where nothing is said. */
function describeGrenzen(grenzen: Tussen["grenzen"], pad: string, ruimte: Ruimte): Zin {
  if (grenzen.soort === "parameter") {
    return phrase("(welke grens meetelt:", describeParameter(grenzen.naam, ruimte), ")");
  }
  if (grenzen.grenzen === "beide") return [];
  return phrase("(", field(GRENSWOORDEN[grenzen.grenzen], pad), ")");
}
