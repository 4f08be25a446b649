/**
 * Dutch as a language: how a code reads as words, and which article a word has.
 *
 * Only spelling and grammar; what a figure or group is called belongs in a document and comes in
 * with the context.
 */

const AFKORTINGEN: Readonly<Record<string, string>> = {
  daeb: "DAEB",
  woz: "WOZ",
  cbs: "CBS",
  coa: "COA",
  wmo: "Wmo",
  wvrv: "Wvrv",
  vhp: "volkshuisvestingsprogramma",
  ps: "PS",
  gs: "GS",
  pho: "PHO",
  do: "DO",
  ao: "AO",
  mra: "MRA",
  ov: "ov",
  financien: "financiën",
  nederland: "Nederland",
};

const PROVINCIES =
  /\b(groningen|friesland|drenthe|overijssel|flevoland|gelderland|utrecht|noord-holland|zuid-holland|zeeland|noord-brabant|limburg)\b/g;

/** `vrijkomende-woningen` as "vrijkomende woningen", `daeb-aandeel` as "DAEB-aandeel". */
export function codeToWords(code: string): string {
  // A name is not a code: «Hardinxveld-Giessendam» keeps its hyphen.
  if (/^[A-Z][a-z]/.test(code)) return code;
  const text = code.replace(PROVINCIES, (name) => toName(name).replaceAll("-", "\u0000"));
  const words = text.split("-").map((word) => AFKORTINGEN[word] ?? word);
  const joined = words.map((word, index) => {
    const next = words[index + 1];
    if (next === undefined) return word;
    return `${word}${isCompound(word, next) ? "-" : " "}`;
  });
  return withPlace(joined.join("").replaceAll("\u0000", "-"));
}

/** One word with a hyphen: "DAEB-woningen", "corporatie-aandeel". */
function isCompound(word: string, next: string): boolean {
  if (word === "Wmo" || (word === "time" && next === "out")) return true;
  if (/^[A-Z]{3,}$/.test(word)) return /(?:deel|woningen|waarde)$/.test(next);
  return next === "aandeel" && !/(?:ale|aal|ende|ig|ige|sche|d)$/.test(word);
}

/** A proper name out of a code: `hart-van-brabant` as "Hart van Brabant". */
export function codeToName(code: string): string {
  if (code.length <= 3) return AFKORTINGEN[code] ?? code.toUpperCase();
  const small = ["van", "de", "het", "en", "aan", "op"];
  return code
    .split("-")
    .map((word) => (small.includes(word) ? word : toName(word)))
    .join(" ");
}

function toName(code: string): string {
  return code.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => {
    return dash + letter.toUpperCase();
  });
}

/** "in gemeente" is said "in de gemeente". */
function withPlace(text: string): string {
  return text.replace(
    /(^| )(in|op|naar|uit|bij|binnen) (regio|gemeente|locatie|provincie|wijk|buurt)\b/g,
    "$1$2 de $3",
  );
}

/** Lower case at the start, but not for "DAEB-woningen" or "PS". */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

const HET =
  /(programma|aandeel|deel|bezit|aantal|gebied|inkomen|budget|bedrag|tekort|overschot|percentage|gemiddelde|aanbod|totaal|saldo|getal|plan|segment|jaar|instrument|beleid|project|besluit|bezwaar)$/;
const DE =
  /(ing|heid|tie|sie|graad|score|groei|behoefte|opgave|voorraad|duur|prijs|waarde|norm|ruimte|achterstand|uitkomst|afstand|datum|termijn|aanname|capaciteit|gemeente|regio|provincie|wijk|buurt|locatie|corporatie|laag|groep|periode|verordening|woning|deal|koop|huur|markt|visie)$/;
const ENKEL_OP_S = /(prijs|huis|plaats|basis|kans|dienst|toets|fonds)$/;
const ENKEL_OP_EN = /(wonen|inkomen|vermogen|bouwen)$/;

/**
 * The word that carries number and gender: "huishoudens" in "urgente huishoudens per wijk".
 *
 * In a bare code it is often the first noun: "groei" in "groei overig".
 */
function head(words: string): string {
  const core =
    words.split(
      /,| (?:van|als|die|dat|in|voor|per|naar|met|op|aan|uit|binnen|bij|na|tot|over) /,
    )[0] ?? "";
  const list = core.split(" ");
  const noun = list.slice(0, -1).find(isNoun);
  return noun ?? list.at(-1) ?? "";
}

function isNoun(word: string): boolean {
  return word !== "gemiddelde" && (HET.test(word) || DE.test(word) || /ingen$/.test(word));
}

export function isPlural(words: string): boolean {
  const word = head(words);
  if (ENKEL_OP_EN.test(word) || ENKEL_OP_S.test(word)) return false;
  return /(en|[^aius']s|'s)$/.test(word);
}

function article(words: string): string {
  if (/^(de|het|een|wat|wie|alle|sinds) /.test(words)) return "";
  if (/^(gemiddeld |totaal )?aantal /.test(words)) return "het ";
  if (isPlural(words)) return "de ";
  const word = head(words);
  if (HET.test(word)) return "het ";
  return DE.test(word) ? "de " : "";
}

/** With its article, where the language tells which: "de woningen", "het aandeel". */
export function definite(words: string): string {
  return article(words) + words;
}

/** Several of something without an article, one thing with: "inwoners", "het bezit". */
export function bare(words: string): string {
  return isPlural(words) ? words : definite(words);
}

/** How many there are: "het aantal inwoners", "de groei". */
export function counted(words: string): string {
  const several = isPlural(words) && article(words) === "de ";
  return several && !/^aantal /.test(words) ? `het aantal ${words}` : definite(words);
}

/** "elke gemeente", "elk plan" */
export function each(word: string): string {
  return `${HET.test(word) ? "elk" : "elke"} ${word}`;
}

const ENKELVOUD: Readonly<Record<string, string>> = {
  gemeenten: "gemeente",
  herkomstgemeenten: "herkomstgemeente",
  fasen: "fase",
  plannen: "plan",
  deelregios: "deelregio",
  regios: "regio",
  corporaties: "corporatie",
  locaties: "locatie",
  provincies: "provincie",
  urgentiecategorieen: "urgentiecategorie",
};

/** One of a plural that a document uses: `inkomensgroepen` gives "inkomensgroep". */
export function singular(plural: string): string {
  const known = ENKELVOUD[plural];
  if (known) return known;
  const open = plural.replace(/([^aeiou])([aeou])([bcdfgklmnprt])en$/, "$1$2$2$3");
  return codeToWords(open.replace(/en$/, ""));
}

/** The plural of a document in good spelling: `deelregios` as "deelregio's". */
export function spellPlural(plural: string): string {
  return codeToWords(plural).replace(/ios$/, "io's").replace(/ieen$/, "ieën");
}

/** The plural of a unit: "gemeente" gives "gemeenten". */
export function pluralOf(unit: string): string {
  const MEERVOUD: Readonly<Record<string, string>> = {
    regio: "regio's",
    deelregio: "deelregio's",
    corporatie: "corporaties",
    locatie: "locaties",
    provincie: "provincies",
    gemeente: "gemeenten",
    plan: "plannen",
    wijk: "wijken",
  };
  return MEERVOUD[unit] ?? unit;
}

const ORGANEN: Readonly<Record<string, string>> = {
  wetgever: "de wetgever",
  minister: "de minister",
  raad: "de raad",
  college: "het college",
  regio: "de regio",
  gemeente: "de gemeente",
  provincie: "de provincie",
  rijk: "het Rijk",
};

/** A body as people say it: "GS", "het college". */
export function orgaanwoord(orgaan: string): string {
  return ORGANEN[orgaan] ?? codeToWords(orgaan);
}

const RANGTELWOORDEN = [
  "eerste",
  "tweede",
  "derde",
  "vierde",
  "vijfde",
  "zesde",
  "zevende",
  "achtste",
  "negende",
  "tiende",
];

/** "de eerste stap", counted from 0. */
export function nthStap(index: number): string {
  const word = RANGTELWOORDEN[index];
  return word ? `de ${word} stap` : `stap ${index + 1}`;
}
