import { formatBreuk } from "#domain/breuk.ts";
import { formatMoment } from "#domain/notatie.ts";
import type {
  Kandidaatuitkomst,
  Nodig,
  Plaats,
  Puntentelling,
  RangordeUitkomst,
  Reden,
  Termijnstand,
} from "#domain/rangorde-uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { asWords } from "./eistekst.ts";
import { describeRange } from "./rang.ts";

/** The account of one candidate: whether it takes part, its points, its place and what decided. */
export function explainKandidaat(uitkomst: RangordeUitkomst, id: string): Verantwoording {
  const own = uitkomst.kandidaten.find((kandidaat) => kandidaat.id === id);
  if (!own) return { wat: `${id}: geen kandidaat`, delen: [] };
  const place = uitkomst.plaatsen.findIndex(({ kandidaten }) => kandidaten.includes(id));
  const plaats = uitkomst.plaatsen[place];
  return {
    wat: `${own.naam}: ${plaats ? describePlaats(plaats) : "geen plaats"}`,
    delen: [
      explainToelating(own),
      ...(own.punten ? [explainPunten(own.punten)] : []),
      ...own.regels.map(({ pad, wat, waarde }) => ({ wat: `${wat}: ${waarde}`, pad, delen: [] })),
      ...(plaats ? explainPlaats(plaats, uitkomst.plaatsen[place - 1], own, uitkomst) : []),
      ...own.termijnen.map(explainTermijn),
      ...figuresOf(uitkomst, id),
    ],
  };
}

/** The numbers it rests on with their source; what the asker said of a candidate stands above. */
function figuresOf({ gebruikt }: RangordeUitkomst, id: string): readonly Verantwoording[] {
  return gebruikt.flatMap(({ waarde, kenmerk: _code, ...herkomst }) => {
    if (herkomst.gebied !== id || !waarde) return [];
    const wat = asWords(herkomst.indicator);
    return [{ wat, waarde: formatBreuk(waarde.midden), herkomst, delen: [] }];
  });
}

/** "plaats 2", or "plaats 2 tot en met 4, besluit van mensen". */
function describePlaats({ van, tot, stand }: Plaats): string {
  const numbers = van === tot ? `plaats ${van}` : `plaats ${van} tot en met ${tot}`;
  return stand === "vast" ? numbers : `${numbers}, ${STANDEN[stand]}`;
}

const STANDEN = {
  gelijk: "gelijk, besluit van mensen",
  open: "open trede, besluit van mensen",
  onbeslist: "nog niet te zeggen",
} as const;

function explainToelating({ toelating }: Kandidaatuitkomst): Verantwoording {
  const pad = "toelating";
  switch (toelating.soort) {
    case "toegelaten":
      return { wat: "doet mee", pad, delen: toelating.redenen.map(asLine) };
    case "niet-toegelaten":
      return { wat: "doet niet mee", pad, delen: toelating.redenen.map(asLine) };
    case "nader-onderzoek":
      return { wat: "nader onderzoek", pad, delen: explainNodig(toelating.nodig) };
  }
}

function explainPunten({ laag, hoog, delen }: Puntentelling): Verantwoording {
  return {
    wat: `punten: ${describeRange(laag, hoog)}`,
    pad: "punten",
    delen: delen.map((deel) => ({
      wat: `${asWords(deel.naam)}: ${describeRange(deel.laag, deel.hoog)}`,
      pad: deel.uitleg.pad,
      delen: [{ wat: deel.uitleg.tekst, delen: [] }, ...explainNodig(deel.nodig)],
    })),
  };
}

function explainPlaats(
  plaats: Plaats,
  before: Plaats | undefined,
  { id }: Kandidaatuitkomst,
  { kandidaten }: RangordeUitkomst,
): readonly Verantwoording[] {
  const namesOf = (ids: readonly string[]) =>
    ids.map((one) => kandidaten.find((item) => item.id === one)?.naam ?? one).join(", ");
  const others = plaats.kandidaten.filter((one) => one !== id);
  const lost = before?.beslissing;
  const won = plaats.beslissing;
  return [
    ...(plaats.beslecht ? [{ wat: `beslecht: ${plaats.beslecht}`, delen: [] }] : []),
    ...(others.length > 0 ? [{ wat: `samen met ${namesOf(others)}`, delen: [] }] : []),
    ...(before && lost
      ? [
          {
            wat: `na ${namesOf(before.kandidaten)}, om ${lost.wat}: ${lost.volgende} tegen ${lost.eigen}`,
            pad: lost.pad,
            delen: [],
          },
        ]
      : []),
    ...(won
      ? [
          {
            wat: `voor de volgende, om ${won.wat}: ${won.eigen} tegen ${won.volgende}`,
            pad: won.pad,
            delen: [],
          },
        ]
      : []),
  ];
}

function explainTermijn(termijn: Termijnstand): Verantwoording {
  const { naam, stand, uiterlijk, dagenTeLaat, anders, ontbreekt, pad } = termijn;
  const due = uiterlijk ? `uiterlijk ${formatMoment(uiterlijk)}` : "nog niet te zeggen";
  const late = dagenTeLaat ? `, ${dagenTeLaat} dagen te laat` : "";
  const then = anders ? `; dan: ${asWords(anders)}` : "";
  const delen = explainNodig({ ontbreekt, onbepaald: [] });
  return {
    wat: `${asWords(naam)}: ${due}${late || (stand === "op-tijd" ? ", op tijd" : "")}${then}`,
    pad,
    delen,
  };
}

function explainNodig({ ontbreekt, onbepaald }: Nodig): readonly Verantwoording[] {
  return [
    ...ontbreekt.map(({ cijfer, van }) => ({
      wat: `nodig: ${asWords(cijfer)}${van ? ` van ${van}` : ""}`,
      delen: [],
    })),
    ...onbepaald.map(({ waarom }) => ({ wat: `nodig: ${waarom}`, delen: [] })),
  ];
}

function asLine({ tekst, pad }: Reden): Verantwoording {
  return { wat: tekst, pad, delen: [] };
}
