import type { Blad } from "#contract/rekenblad/blad.ts";
import { formatBreuk } from "#domain/breuk.ts";
import { formatExact, parseGetal } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Zindeel } from "#rules/kader/index.ts";
import { KEUZES } from "./keuzes.ts";

/** How one part of a sentence is changed, and where the change is kept. */
export type Bediening = {
  readonly titel: string;
  readonly hint: string;
  /** What stands there now, as a person types it. */
  readonly waarde: string;
  readonly keuzes?: readonly { readonly waarde: string; readonly titel: string }[];
  /** A gap that the document leaves to people, or a value of the document itself. */
  readonly bewaar:
    | { readonly soort: "kies"; readonly naam: string }
    | { readonly soort: "wijzig"; readonly pad: string; readonly vorm: Vorm };
};

/** How what is typed becomes what the language writes. */
type Vorm =
  | { readonly soort: "getal" }
  /** `30 % van x`: only the number, or only the figure, is another. */
  | { readonly soort: "deel-van"; readonly van: string }
  | { readonly soort: "woord" };

type Deel = Extract<Zindeel, { bewerkbaar: true }>;

const NUMBERS = "Een getal als 450 of 5,5%, of een bandbreedte: 420 tot 480.";

/** The control for a part; reads the writer's text for what the sentence says in other words. */
export async function bedieningFor(deel: Deel, data: Rekenblad, blad: Blad): Promise<Bediening> {
  const gap = gapFor(deel, data);
  if (gap) return { ...gap, waarde: kept(blad, gap) ?? gap.waarde };
  const { readAt } = await import("./bewerken.ts");
  const tekst = data.sleutels[0]?.tekst ?? "";
  const written = blad.wijzigingen.get(deel.pad) ?? readAt(tekst, deel.pad) ?? deel.tekst;
  return valueFor(deel, written, data);
}

function kept(blad: Blad, { bewaar }: Bediening): string | undefined {
  return bewaar.soort === "kies" ? blad.keuzes.get(bewaar.naam) : undefined;
}

/** What the document leaves open: parameters, the need, the key, what does not fit. */
function gapFor({ pad, tekst, status }: Deel, data: Rekenblad): Bediening | undefined {
  const parameter = /^parameters\.([^.]+)\.waarde$/.exec(pad)?.[1];
  if (parameter) {
    return {
      titel: `Vul in: ${parameter.replaceAll("-", " ")}`,
      hint: NUMBERS,
      waarde: status ? "" : tekst,
      bewaar: { soort: "kies", naam: parameter },
    };
  }
  if (pad === "opgave.behoefte") {
    return {
      titel: "De behoefte",
      hint: NUMBERS,
      waarde: "",
      bewaar: { soort: "kies", naam: "behoefte" },
    };
  }
  if (pad.endsWith(".wat-niet-past")) {
    return {
      titel: "Wat niet past",
      hint: "Geen van de vijf gaat voor; hieronder staat wat elke keuze doet.",
      waarde: "",
      keuzes: [
        { waarde: "", titel: "nog geen keuze" },
        ...KEUZES.map(({ keuze, naam }) => ({ waarde: keuze, titel: naam })),
      ],
      bewaar: { soort: "kies", naam: "wat-niet-past" },
    };
  }
  if (!pad.endsWith(".nader-te-bepalen")) return undefined;
  return {
    titel: "De sleutel",
    hint: "Naar rato van welk cijfer?",
    waarde: "",
    keuzes: figureChoices(data),
    bewaar: { soort: "kies", naam: "sleutel" },
  };
}

/** A value of the document: a number, a figure, a share of a figure, or a word. */
function valueFor({ pad, tekst }: Deel, written: string, data: Rekenblad): Bediening {
  const share = /^(\S+(?: %)?) van (\S.*)$/.exec(written);
  if (share?.[1] && share[2]) {
    return {
      titel: `Het deel van ${share[2].replaceAll("-", " ")}`,
      hint: NUMBERS,
      waarde: asTyped(share[1]),
      bewaar: { soort: "wijzig", pad, vorm: { soort: "deel-van", van: share[2] } },
    };
  }
  if (/^[\d.]/.test(written)) {
    return {
      titel: "Het getal",
      hint: NUMBERS,
      waarde: written.split("..").map(asTyped).join(" tot "),
      bewaar: { soort: "wijzig", pad, vorm: { soort: "getal" } },
    };
  }
  const figures = figureChoices(data);
  const isFigure = figures.some(({ waarde }) => waarde === written);
  return {
    titel: isFigure ? "Het cijfer" : tekst,
    hint: isFigure
      ? "Welk cijfer telt hier?"
      : "Zoals de taal het schrijft; klopt het niet, dan staat er waarom.",
    waarde: written,
    ...(isFigure ? { keuzes: figures } : {}),
    bewaar: { soort: "wijzig", pad, vorm: { soort: "woord" } },
  };
}

function figureChoices({ documenten }: Rekenblad) {
  return documenten
    .flatMap((document) =>
      document.soort === "indicator" ? [{ waarde: document.id, titel: document.titel }] : [],
    )
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function asTyped(written: string): string {
  return formatExact(written.replace(" %", "%"));
}

/** The sheet with this change; undefined where it is no change. */
export function toBlad(
  { bewaar, waarde }: Bediening,
  text: string,
  blad: Blad,
): Partial<Blad> | undefined {
  const typed = text.trim();
  if (typed === waarde.trim()) return undefined;
  if (bewaar.soort === "kies") return { keuzes: withEntry(blad.keuzes, bewaar.naam, typed) };
  return { wijzigingen: withEntry(blad.wijzigingen, bewaar.pad, asWritten(typed, bewaar.vorm)) };
}

function withEntry(map: ReadonlyMap<string, string>, key: string, value: string) {
  const next = new Map(map);
  if (value === "") next.delete(key);
  else next.set(key, value);
  return next;
}

/** What is typed, as the language writes it; what is no number goes to the loader as it is. */
function asWritten(typed: string, vorm: Vorm): string {
  if (vorm.soort === "woord" || typed === "") return typed;
  const parts = typed.split(/\s+tot\s+|\s*[–-]\s*/).map((part) => {
    const number = parseGetal(part);
    return number ? formatBreuk(number) : part;
  });
  const number = parts.join("..");
  return vorm.soort === "deel-van" ? `${number} van ${vorm.van}` : number;
}
