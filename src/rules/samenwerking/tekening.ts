import { formatMoment, listWords, orgaannaam } from "#domain/notatie.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebrek, Stapstand, Termijnstand, Trajectstand } from "#domain/trajectstand.ts";
import { EINDE, wegenVan } from "./stapvolgorde.ts";

/** One step of a drawing, in words; how it is drawn is for the terminal or the picture. */
export type Getekendestap = {
  readonly nummer: number;
  readonly naam: string;
  readonly titel: string;
  readonly status: Stapstand["status"];
  /** `klaar op 12 juni 2025`, `nu`, `komt nog`. */
  readonly woord: string;
  readonly teLaat: boolean;
  readonly wettelijk: boolean;
  readonly regels: readonly string[];
  /** Ways that do not simply lead to the next step. */
  readonly wegen: readonly Getekendeweg[];
};

export type Getekendeweg = {
  /** The number of the step it leads to; one more than the last is the end. */
  readonly naar: number;
  readonly tekst: string;
};

export type Tekening = {
  readonly titel: string;
  /** The state in one sentence, for who does not see the drawing. */
  readonly samenvatting: string;
  readonly stappen: readonly Getekendestap[];
  readonly klaar: boolean;
};

/** What a drawing of a traject shows: every step with its state, its term, and its ways on. */
export function tekeningVan(document: Traject, stand: Trajectstand): Tekening {
  const stappen = stand.stappen.map((stap, i) => toStap(stap, i, document, stand));
  return {
    titel: document.titel,
    samenvatting: samenvattingVan(stand),
    stappen,
    klaar: stand.stap === EINDE,
  };
}

function toStap(
  stap: Stapstand,
  index: number,
  document: Traject,
  stand: Trajectstand,
): Getekendestap {
  return {
    nummer: index + 1,
    naam: stap.naam,
    titel: stap.titel,
    status: stap.status,
    woord: woordVan(stap),
    teLaat: stap.termijn?.dagenTeLaat !== undefined,
    wettelijk: stap.wettelijk !== undefined,
    regels: [
      `${asWords(orgaannaam(stap.trekker))}${stap.wettelijk === undefined ? "" : `; moet van de wet (${stap.wettelijk})`}`,
      ...termijnregel(stap.termijn),
      ...gebrekregel(stap, stand),
    ],
    wegen: wegenUit(stap.naam, index, document),
  };
}

function woordVan({ status, sinds, klaarOp, afloop }: Stapstand): string {
  switch (status) {
    case "nu":
      return sinds === undefined ? "nu" : `nu, sinds ${formatMoment(sinds)}`;
    case "komt":
      return "komt nog";
    case "overgeslagen":
      return "voorbijgegaan";
    case "klaar": {
      const how = afloop === "verklaard" ? "klaar genoemd" : "klaar";
      return klaarOp === undefined ? how : `${how} op ${formatMoment(klaarOp)}`;
    }
  }
}

function termijnregel(termijn: Termijnstand | undefined): readonly string[] {
  if (!termijn) return [];
  const { uiterlijk, onbepaald, dagenTeLaat, toelichting } = termijn;
  if (uiterlijk === undefined) return [`termijn nog te bepalen (${asWords(onbepaald ?? "")})`];
  const late = dagenTeLaat === undefined ? "" : `; ${dagen(dagenTeLaat)} te laat`;
  const why = toelichting === undefined ? "" : ` (${toelichting})`;
  return [`uiterlijk ${formatMoment(uiterlijk)}${late}${why}`];
}

function dagen(aantal: number): string {
  return aantal === 1 ? "1 dag" : `${aantal} dagen`;
}

function gebrekregel({ status, gebrek, wettelijk }: Stapstand, { stap }: Trajectstand) {
  if (gebrek.length === 0) return [];
  const word = status === "nu" && stap !== EINDE && wettelijk !== undefined ? "eist nog" : "mist";
  return [`${word}: ${noemGebreken(gebrek)}`];
}

const MOST_NAMED = 4;

/** What lacks, together: `verslag van noord, zuid en nog 4; besluit van gs`. */
export function noemGebreken(gebreken: readonly Gebrek[]): string {
  const groups = new Map<string, string[]>();
  for (const gebrek of gebreken) {
    const { what, who } = splitGebrek(gebrek);
    groups.set(what, [...(groups.get(what) ?? []), ...(who === undefined ? [] : [who])]);
  }
  return [...groups]
    .map(([what, who]) => {
      if (who.length === 0) return what;
      const more = who.length - MOST_NAMED;
      if (more <= 0) return `${what} van ${listWords(who)}`;
      return `${what} van ${who.slice(0, MOST_NAMED).join(", ")} en nog ${more}`;
    })
    .join("; ");
}

/** What lacks and of whom: `advies` of `Almere-Lelystad (0 van 2)`. */
function splitGebrek(gebrek: Gebrek): { readonly what: string; readonly who?: string } {
  const text = gebrektekst(gebrek);
  const { van, naam = van } = gebrek;
  if (van === undefined) return { what: text };
  const [what = text, rest = ""] = gebrek.tekst.split(` van ${van}`);
  return { what: asWords(what), who: `${naam}${rest}` };
}

/** What lacks, in words: `pas-als` is the condition of the step. */
function gebrektekst({ soort, tekst, onbekend }: Gebrek): string {
  if (soort === "verklaring") return "dat iemand zegt dat het klaar is";
  if (soort !== "poort") return asWords(tekst);
  return onbekend ? "of de voorwaarde is vervuld" : "de voorwaarde is niet vervuld";
}

function wegenUit(naam: string, index: number, document: Traject): readonly Getekendeweg[] {
  const stap = document.stappen.find((item) => item.naam === naam);
  if (!stap) return [];
  return wegenVan(stap, document).flatMap(({ naar, als, door }) => {
    const target = numberOf(naar, document);
    if (target === index + 2 && !als && door === undefined) return [];
    const goal = naar === EINDE ? "klaar" : `stap ${target}`;
    const who = door === undefined ? "" : `, ${orgaannaam(door)} kiest`;
    return [{ naar: target, tekst: `naar ${goal}${als ? ", als de voorwaarde geldt" : ""}${who}` }];
  });
}

function numberOf(naam: string, { stappen }: Traject): number {
  const at = stappen.findIndex((stap) => stap.naam === naam);
  return at < 0 ? stappen.length + 1 : at + 1;
}

function samenvattingVan(stand: Trajectstand): string {
  const done = stand.stappen.filter(({ status }) => status === "klaar").length;
  const here = stand.stappen.find(({ status }) => status === "nu");
  const where = here ? `staat bij «${here.titel}»` : "is klaar";
  const late = stand.teLaat.length > 0 ? ` Te laat: ${stand.teLaat.length}.` : "";
  const block =
    stand.blokkade.length > 0
      ? ` De wet eist nog ${stand.blokkade.length === 1 ? "één ding" : `${stand.blokkade.length} dingen`}.`
      : "";
  return `Het traject ${where}. ${done} van ${stand.stappen.length} stappen klaar.${block}${late}`;
}

/** A code of the language as it is read aloud; the code of a gemeente or provincie stays. */
function asWords(code: string): string {
  return code.replaceAll("-", " ");
}
