import { listWords } from "#domain/notatie.ts";
import { type Pad, quote } from "../fout.ts";
import { checkKenmerkcode } from "./bekend.ts";
import { aanwezig, type Controle, type Gevonden, type Meld } from "./blok.ts";

const ONDERWERPEN = ["aantal", "aandeel", "duur", "datum", "som", "kenmerk", "aanwezig"];
/** Comparisons with one waarde on the right. */
export const DREMPELS = [
  "minstens",
  "hoogstens",
  "meer-dan",
  "minder-dan",
  "gelijk-aan",
  "uiterlijk",
  "vanaf",
] as const;
const VERGELIJKINGEN = [...DREMPELS, "tussen", "is", "in-maanden"];
const VERBINDINGEN = ["alle", "een-van", "niet", "als", "voor-elk"];
const BIJVOEGSELS: Readonly<Record<string, string>> = {
  van: "aandeel",
  over: "som",
  dan: "als",
  anders: "als",
  geldt: "voor-elk",
};
const VERPLICHT: Readonly<Record<string, string>> = {
  aandeel: "van",
  som: "over",
  als: "dan",
  "voor-elk": "geldt",
};

/** One subject with one comparison, or one connective, and what belongs to it. */
export const checkEis: Controle = (gevonden, meld) => {
  const subjects = aanwezig(gevonden, ONDERWERPEN);
  const connectives = aanwezig(gevonden, VERBINDINGEN);
  const comparisons = aanwezig(gevonden, VERGELIJKINGEN);
  const heads = [...subjects, ...connectives];
  if (heads.length === 0) {
    meld(
      `Een eis vraagt ergens naar. Voeg een onderwerp toe: ${listWords(ONDERWERPEN, "of")}; of verbind eisen met ${listWords(VERBINDINGEN, "of")}.`,
    );
  } else if (heads.length > 1) {
    meld(
      `Een eis heeft één onderwerp. Hier staan ${listWords(heads.map(quote))}. Verbind ze met «alle» of «een-van», of haal er een weg.`,
    );
  } else {
    checkVergelijking(heads[0] ?? "", comparisons, meld);
  }
  checkBijvoegsels(gevonden, meld);
  checkCodes(gevonden, meld);
};

function checkVergelijking(head: string, comparisons: readonly string[], meld: Meld): void {
  const alone = head === "aanwezig" || VERBINDINGEN.includes(head);
  if (alone && comparisons.length > 0) {
    meld(`Bij ${quote(head)} hoort geen ${quote(comparisons[0] ?? "")}. Haal het weg.`, {
      pad: [comparisons[0] ?? ""],
    });
  } else if (!alone && comparisons.length === 0) {
    const options = head === "kenmerk" ? ["is"] : ["minstens", "hoogstens", "tussen"];
    meld(`Bij ${quote(head)} ontbreekt een vergelijking, zoals ${listWords(options, "of")}.`);
  } else if (comparisons.length > 1) {
    meld(
      `Een eis heeft één vergelijking. Hier staan ${listWords(comparisons.map(quote))}. Splits de eis met «alle», of haal er een weg.`,
    );
  } else {
    checkPassend(head, comparisons[0] ?? "", meld);
  }
}

/** `is` asks a coded field, months ask a date. */
function checkPassend(head: string, comparison: string, meld: Meld): void {
  if (comparison === "is" && head !== "kenmerk") {
    meld(`«is» hoort bij «kenmerk», niet bij ${quote(head)}. Gebruik «gelijk-aan».`, {
      pad: ["is"],
    });
  } else if (comparison === "in-maanden" && head !== "datum") {
    meld(`«in-maanden» hoort bij «datum», niet bij ${quote(head)}.`, { pad: ["in-maanden"] });
  } else if (head === "kenmerk" && comparison !== "is") {
    meld(`Een kenmerk is een code. Vergelijk het met «is», niet met ${quote(comparison)}.`, {
      pad: [comparison],
    });
  }
}

function checkCodes({ kenmerk, is }: Gevonden, meld: Meld): void {
  if (typeof kenmerk !== "string" || is === "eensluidend") return;
  const tell = (code: unknown, pad: Pad) => {
    const tekst = typeof code === "string" ? checkKenmerkcode(kenmerk, code) : undefined;
    if (tekst !== undefined) meld(tekst, { pad, bij: "waarde" });
  };
  if (!Array.isArray(is)) tell(is, ["is"]);
  else for (const [index, code] of is.entries()) tell(code, ["is", index]);
}

function checkBijvoegsels(gevonden: Gevonden, meld: Meld): void {
  for (const [key, owner] of Object.entries(BIJVOEGSELS)) {
    if (key in gevonden && !(owner in gevonden)) {
      meld(`${quote(key)} hoort bij ${quote(owner)}, en dat staat hier niet.`, { pad: [key] });
    }
  }
  for (const [owner, key] of Object.entries(VERPLICHT)) {
    if (owner in gevonden && !(key in gevonden)) {
      meld(`Bij ${quote(owner)} hoort ${quote(key)}. Voeg ${quote(`${key}: …`)} toe.`);
    }
  }
}
