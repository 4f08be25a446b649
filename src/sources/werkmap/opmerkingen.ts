import { listWords } from "#domain/notatie.ts";
import { formatCeladres, formatKolom, type Werkmapopmerking } from "#domain/werkmap.ts";

type Plek = { readonly rij: number; readonly kolom?: number };

/** What may be noticed in a file that could be read. */
export type Opmerkingscode =
  | "codering-aangenomen"
  | "rijen-ongelijk"
  | "tekens-weggelaten"
  | "bladnaam-gewijzigd"
  | "blad-verborgen"
  | "rijen-verborgen"
  | "kolommen-verborgen"
  | "cellen-samengevoegd"
  | "waarde-bedekt"
  | "formule-zonder-waarde"
  | "foutwaarden"
  | "getal-onleesbaar"
  | "tijd-weggelaten"
  | "macro"
  | "verwijzing-buiten";

const OPNIEUW =
  "Open het bestand in Excel of LibreOffice, sla het opnieuw op en lever het weer aan.";

const TEKSTEN: { readonly [C in Opmerkingscode]: (waar: string, detail: string) => string } = {
  "codering-aangenomen": (_, detail) =>
    `Het bestand zegt niet in welke tekenset het is geschreven. Wij lazen het als ${detail}. ` +
    "Staat er een vreemd teken in een naam? Sla het bestand dan op als xlsx, of als csv in UTF-8.",
  "rijen-ongelijk": (waar, detail) =>
    `Niet elke rij heeft evenveel kolommen: de meeste hebben er ${detail}. Anders is het op ${waar}. ` +
    "Kijk of daar een scheidingsteken te veel of te weinig staat.",
  "tekens-weggelaten": (waar) =>
    `In ${waar} stonden tekens die niemand ziet, zoals een teken dat de leesrichting omdraait. ` +
    "Die zijn weggelaten. Kijk of de tekst klopt.",
  "bladnaam-gewijzigd": (_, detail) =>
    `Twee bladen hebben dezelfde naam, of een blad heeft er geen. Dit blad heet hier «${detail}».`,
  "blad-verborgen": () => "Dit blad is in het bestand verborgen. Het is wel gelezen.",
  "rijen-verborgen": (waar) =>
    `Verborgen in het bestand, misschien door een filter: ${waar}. Zij zijn wel gelezen. ` +
    "Horen ze er niet bij? Verwijder ze dan in het bestand.",
  "kolommen-verborgen": (waar) => `Verborgen in het bestand: ${waar}. Zij zijn wel gelezen.`,
  "cellen-samengevoegd": (waar) =>
    `Samengevoegde cellen beginnen in ${waar}. De waarde staat in de eerste cel, de andere zijn leeg.`,
  "waarde-bedekt": (waar) =>
    `Onder samengevoegde cellen staat nog een waarde die niemand ziet, in ${waar}. Die is niet gelezen.`,
  "formule-zonder-waarde": (waar) =>
    `De formule in ${waar} heeft geen uitkomst in het bestand. Wij rekenen geen formules na. ${OPNIEUW}`,
  foutwaarden: (waar) =>
    `In ${waar} staat een foutmelding in plaats van een waarde. Herstel de formule of vul de waarde in.`,
  "getal-onleesbaar": (waar) =>
    `In ${waar} staat een getal of datum die niet te lezen is. Vul de waarde opnieuw in.`,
  "tijd-weggelaten": (waar) => `In ${waar} staat bij de datum ook een tijd. De tijd is weggelaten.`,
  macro: () => "In het bestand zitten macro's. Die zijn niet uitgevoerd.",
  "verwijzing-buiten": () =>
    "Het bestand verwijst naar andere bestanden. Die zijn niet opgehaald; gelezen is wat er bij het " +
    "opslaan stond.",
};

const KEPT = 100;
const NAMED = 5;

/** Gathers what is noticed, one remark per kind and sheet, however often it occurs. */
export type Opmerkingen = {
  readonly note: (code: Opmerkingscode, blad?: string, plek?: Plek, detail?: string) => void;
  readonly list: () => readonly Werkmapopmerking[];
};

/** An empty gathering. */
export function createOpmerkingen(): Opmerkingen {
  const found = new Map<string, Soort>();
  return {
    note: (code, blad, plek, detail = "") => {
      const key = `${code}\n${blad ?? ""}`;
      const soort = found.get(key) ?? startSoort(found, key, { code, blad, detail });
      soort.aantal += 1;
      if (plek && soort.plekken.length < KEPT) soort.plekken.push(plek);
    },
    list: () => [...found.values()].map(toOpmerking),
  };
}

type Soort = {
  readonly code: Opmerkingscode;
  readonly blad: string | undefined;
  readonly detail: string;
  readonly plekken: Plek[];
  aantal: number;
};

function startSoort(
  found: Map<string, Soort>,
  key: string,
  head: Pick<Soort, "code" | "blad" | "detail">,
): Soort {
  const soort = { ...head, plekken: [], aantal: 0 };
  found.set(key, soort);
  return soort;
}

function toOpmerking({ code, blad, detail, plekken, aantal }: Soort): Werkmapopmerking {
  const named = plekken.slice(0, NAMED).map((plek) => namePlek(plek, code));
  const more = aantal - named.length;
  const waar = more > 0 ? `${named.join(", ")} en nog ${more}` : listWords(named);
  return {
    code,
    tekst: TEKSTEN[code](waar, detail),
    ...(blad !== undefined && { blad }),
    plekken,
    aantal,
  };
}

function namePlek({ rij, kolom }: Plek, code: Opmerkingscode): string {
  if (code === "kolommen-verborgen") return `kolom ${formatKolom(kolom ?? 0)}`;
  return kolom === undefined ? `rij ${rij + 1}` : formatCeladres(rij, kolom);
}
