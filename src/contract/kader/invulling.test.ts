import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { readInvulling } from "./invulling.ts";

const document = {
  parameters: {
    graad: { eenheid: "deel", zekerheid: "onzeker", mogelijk: [] },
    ingang: { eenheid: "datum", zekerheid: "onzeker", mogelijk: [] },
  },
} as const;

function fouten(gegeven: Parameters<typeof readInvulling>[0]): readonly string[] {
  const read = readInvulling(gegeven, document);
  return read.ok ? [] : read.fouten;
}

describe("what a person fills in", () => {
  it("is refused in the words of the documents, all at once", () => {
    expect(
      fouten({
        graad: "veel",
        "wat-niet-past": "weggooien",
        "gelijke-standen": "GM0505",
        sleutel: { "naar-ratio-van": "inwoners" },
        behoefte: ["1", "2"],
        gradd: "3 %",
      }),
    ).toEqual([
      "«graad»: «veel» is geen getal. Schrijf het zo: 178, 1.5, 2/3 of 30 %.",
      "«wat-niet-past»: «weggooien» kan hier niet. Kies later, compenseren, extra-aanbod, anderen of open.",
      "«gelijke-standen» is een lijst, maar hier staat één waarde. Schrijf [GM0505].",
      "«sleutel»: Onbekende sleutel «naar-ratio-van». Bedoelt u «naar-rato-van»?",
      "«behoefte» is één waarde of een blok met sleutels, maar hier staat een lijst.",
      "«gradd» kan in dit document niet worden ingevuld. Bedoelt u «graad»?",
    ]);
  });

  it("names units by their code, with or without their name", () => {
    const read = readInvulling(
      { graad: "3 %", "gelijke-standen": ["GM0505 Dordrecht", "GM0482", "sociale-huur"] },
      document,
    );
    expect(read.ok && read.invulling.gelijkeStanden).toEqual(["GM0505", "GM0482", "sociale-huur"]);
    expect(read.ok && read.invulling.parameters.graad).toMatchObject({ getal: breuk(3, 100) });
  });
});
