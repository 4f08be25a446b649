import { ONDERWERPEN, type Onderwerp } from "#domain/kop.ts";
import { quote } from "../fout.ts";
import { isNaam, readNaam } from "../scalar/naam.ts";
import { laagVan } from "../schema/kop.ts";
import { asBlok, asTekst, entries, type Regel } from "./ruw.ts";

const VERKEERDE_LAAG: Readonly<Partial<Record<Onderwerp, string>>> = {
  urgenten: "woningbouwregio",
  uitstroom: "woningbouwregio",
  woningbouw: "woningmarktregio",
  betaalbaarheid: "woningmarktregio",
};

/** Whether agreements about this can never stand on that layer. */
export function isVerkeerdeLaag(onderwerp: Onderwerp, laag: string): boolean {
  return VERKEERDE_LAAG[onderwerp] === laag;
}

function asOnderwerp(text: string | undefined): Onderwerp | undefined {
  return ONDERWERPEN.find((known) => known === text);
}

function laagTekst(onderwerp: Onderwerp, laag: string): string {
  const right = laagVan(onderwerp);
  return `Onderwerp ${quote(onderwerp)} hoort bij de ${right}, niet bij de ${laag}. Maak er ${quote(`laag: ${right}`)} van.`;
}

/** Agreements about an onderwerp belong to one layer (F221). */
export const laagregel: Regel = ({ boom }, { fout }) => {
  const onderwerp = asOnderwerp(asTekst(boom.onderwerp));
  const laag = asTekst(boom.laag);
  if (onderwerp && laag !== undefined && isVerkeerdeLaag(onderwerp, laag)) {
    fout(["laag"], laagTekst(onderwerp, laag), "waarde");
  }
};

/** A region that is known as the other layer carries no such agreement either (F221). */
export const gebiedregel: Regel = ({ boom, kennis }, { fout, opmerking }) => {
  const gebied = asTekst(boom.gebied);
  if (gebied === undefined || !kennis.regios) return;
  const name = gebied.split("#").at(-1) ?? gebied;
  const regio = kennis.regios.find(({ id }) => id === name);
  if (!regio) {
    opmerking(
      ["gebied"],
      `${quote(gebied)} staat in geen indeling. Bij het uitvoeren kiest u zelf een regio.`,
      "waarde",
    );
    return;
  }
  const onderwerp = asOnderwerp(asTekst(boom.onderwerp));
  if (!onderwerp || !isVerkeerdeLaag(onderwerp, regio.soortRegio)) return;
  fout(
    ["gebied"],
    `Onderwerp ${quote(onderwerp)} hoort bij de ${laagVan(onderwerp)}; ${quote(gebied)} is een ${regio.soortRegio}. Kies een andere regio.`,
    "waarde",
  );
};

/** One file, one document, one id. */
export const idregel: Regel = ({ boom, bestand }, { fout }) => {
  const id = asTekst(boom.id);
  const stem = /([^/\\]+)\.ya?ml$/.exec(bestand)?.[1];
  if (id === undefined || stem === undefined || id === stem || !isNaam(id)) return;
  fout(
    ["id"],
    `Het id ${quote(id)} is niet de naam van het bestand. Noem het bestand ${quote(`${id}.yaml`)}, of maak het id ${quote(stem)}.`,
    "waarde",
  );
};

const BESLOTEN = ["vastgesteld", "geldend", "vervallen"];

/** Nothing becomes vastgesteld without a body that may decide it, and a day. */
export const besluitregel: Regel = ({ boom }, { fout }) => {
  const status = asTekst(boom.status) ?? "concept";
  const besluit = boom.besluit;
  if (asTekst(asBlok(besluit, "orgaan").orgaan) === "regio") {
    fout(
      ["besluit", "orgaan"],
      "Een regio besluit niet: zij stelt voor. Noem het orgaan dat besloot, zoals raad, college, ps of gs.",
      "waarde",
    );
  }
  if (BESLOTEN.includes(status)) {
    if (besluit === undefined) {
      fout(
        ["besluit"],
        `Een document met «status: ${status}» noemt zijn besluit. Voeg «besluit: { orgaan: …, datum: …, stuk: … }» toe, of kies een eerdere status.`,
      );
    }
    if (boom["geldig-van"] === undefined) {
      fout(
        ["geldig-van"],
        `Een document met «status: ${status}» noemt vanaf wanneer het geldt. Voeg «geldig-van: …» toe, of kies een eerdere status.`,
      );
    }
  }
  const van = asTekst(boom["geldig-van"]);
  const tot = asTekst(boom["geldig-tot"]);
  if (van !== undefined && tot !== undefined && tot < van) {
    fout(
      ["geldig-tot"],
      `«geldig-tot» (${tot}) ligt voor «geldig-van» (${van}). Pas een van de twee aan.`,
      "waarde",
    );
  }
};

/** Own names are names, once, and no indicator's. */
export const namenregel: Regel = ({ boom, kennis }, { fout }) => {
  const parameters = entries(boom.parameters).map(([name]) => ["parameters", name] as const);
  const afgeleid = entries(boom.afgeleid).map(([name]) => ["afgeleid", name] as const);
  const own = new Set(parameters.map(([, name]) => name));
  for (const [block, name] of [...parameters, ...afgeleid]) {
    const read = readNaam(name);
    if (!read.ok) {
      fout([block, name], read.tekst);
    } else if (block === "afgeleid" && own.has(name)) {
      fout(
        [block, name],
        `${quote(name)} is ook een parameter. Geef een van de twee een andere naam.`,
      );
    } else if (kennis.indicatoren?.has(name)) {
      fout([block, name], `${quote(name)} is al de naam van een indicator. Kies een andere naam.`);
    }
  }
};
