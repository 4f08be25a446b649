import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { formatExact } from "#domain/notatie.ts";
import { toPeriode } from "#services/ophalen/kamer.ts";
import { readVraag } from "#services/ophalen/ophalen.service.ts";
import type { Ophaaluitkomst } from "#services/ophalen/uitkomst.ts";
import type { Ophaaltaak } from "#storage/ophaaltaak.repository.ts";

/** How indicators and gebieden are called. */
export type Woordenboek = {
  readonly titelVan: (indicator: string) => string;
  readonly naamVan: (gebied: string) => string;
};

/** What a task fetches, in a few words. */
export function describeVraag(taak: Ophaaltaak, titelVan: (indicator: string) => string): string {
  const vraag = readVraag(taak.vraag);
  const uitkomst = taak.uitkomst as Ophaaluitkomst | undefined;
  // The year that was asked may not have been there yet.
  if (uitkomst?.soort === "grenzen") return `Gemeentegrenzen van ${uitkomst.jaar}`;
  return vraag ? describe(vraag, titelVan) : "iets dat deze versie niet kent";
}

function describe(vraag: Ophaalvraag, titelVan: (indicator: string) => string): string {
  switch (vraag.soort) {
    case "cbs-tabel":
      return `Wat er in CBS-tabel ${vraag.tabel} staat`;
    case "cbs":
      return `${titelVan(vraag.indicator)} uit CBS-tabel ${vraag.tabel}`;
    case "pdok":
      return `Gemeentegrenzen van ${vraag.jaar}`;
    case "woningbouwkaart":
      return "Plancapaciteit uit de Nationale Woningbouwkaart";
  }
}

const STANDEN: Readonly<Record<Ophaaltaak["stand"], string>> = {
  wacht: "wacht op zijn beurt",
  bezig: "bezig",
  gestopt: "gestopt",
  klaar: "klaar",
  mislukt: "niet gelukt",
};

export function describeStand(taak: Ophaaltaak): string {
  if (taak.teruggezetOp) return "ongedaan gemaakt";
  if (taak.stand === "bezig" && taak.stopGevraagd) return "stopt";
  return STANDEN[taak.stand];
}

/** How far it is, and how long it takes already. */
export function describeVoortgang(taak: Ophaaltaak, now: Date): string {
  const { stap, gedaan, totaal, begonnenOp } = taak;
  const far = totaal ? `${count(gedaan)} van ${count(totaal)}` : gedaan > 0 ? count(gedaan) : "";
  const since = begonnenOp ? `sinds ${describeDuur(now.getTime() - Date.parse(begonnenOp))}` : "";
  return [stap, far, since].filter(Boolean).join(" · ");
}

function count(number: number): string {
  return formatExact(`${number}`);
}

function describeDuur(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} seconden`;
  return `${Math.round(seconds / 60)} minuten`;
}

/** A moment of a task as people read it. */
export function describeTijd(iso: string): string {
  return new Date(iso).toLocaleString("nl-NL", {
    ...{ day: "numeric", month: "long", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
}

/** A period of CBS as it reads here; its code where it is another. */
export function describePeriode(code: string): string {
  return toPeriode(code) ?? code;
}
