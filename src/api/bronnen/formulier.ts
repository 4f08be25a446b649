import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import type { Cbstabel } from "#services/ophalen/kamer.ts";
import { readVraag } from "#services/ophalen/ophalen.service.ts";

/** A form as it was sent: of a name its texts, in order. */
export type Formulier = (naam: string) => readonly string[];

/** A question, or every mistake in it. */
export type Lezing =
  | { readonly ok: true; readonly vraag: Ophaalvraag }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Reads what was asked of PDOK. */
export function readGrenzenvraag(veld: Formulier): Lezing {
  const jaar = readJaar(veld);
  if (typeof jaar === "string") return { ok: false, fouten: [jaar] };
  return accept({ soort: "pdok", jaar });
}

/** The year of a form; in words what is wrong with it where it is none. */
export function readJaar(veld: Formulier): number | string {
  const [text = ""] = veld("jaar");
  const jaar = Number(text);
  if (/^\d{4}$/.test(text) && jaar >= 1995 && jaar <= 2100) return jaar;
  return `«${text}» is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2026.`;
}

/** Reads what was asked of the Nationale Woningbouwkaart. */
export function readKaartvraag(veld: Formulier): Lezing {
  const moment = veld("moment")[0]?.trim();
  if (!moment) return accept({ soort: "woningbouwkaart" });
  const found = readVraag({ soort: "woningbouwkaart", moment });
  if (found) return { ok: true, vraag: found };
  const fout = `«${moment}» is geen datum. Schrijf jaar, maand en dag, bijvoorbeeld 2025-10-01.`;
  return { ok: false, fouten: [fout] };
}

/** Reads which table of CBS is to be looked into. */
export function readTabelvraag(veld: Formulier): Lezing {
  const tabel = veld("tabel")[0]?.trim() ?? "";
  const found = readVraag({ soort: "cbs-tabel", tabel });
  if (found) return { ok: true, vraag: found };
  const fout = `«${tabel}» is geen naam van een tabel. Die staat bij CBS achter de titel, bijvoorbeeld 85984NED.`;
  return { ok: false, fouten: [fout] };
}

/** Reads what was chosen from a table of CBS. */
export function readCbsvraag(veld: Formulier, { tabel, dimensies }: Cbstabel): Lezing {
  const first = (naam: string) => veld(naam)[0] ?? "";
  const stand = first("stand");
  const chosen = dimensies.map(({ naam }) => [naam, first(`dimensie.${naam}`)] as const);
  const wrong = (bad: boolean, tekst: string) => (bad ? [tekst] : []);
  const fouten = [
    ...wrong(first("indicator") === "", "Kies welk cijfer van Woonregie dit wordt."),
    ...wrong(first("maat") === "", "Kies een maat van CBS."),
    ...wrong(veld("periode").length === 0, "Kies ten minste één periode."),
    ...wrong(veld("periode").length > 60, "Kies hoogstens 60 perioden tegelijk."),
    ...wrong(veld("niveau").length === 0, "Kies gemeenten, provincies of Nederland."),
    ...chosen.flatMap(([naam, code]) => wrong(code === "", `Kies één onderdeel bij ${naam}.`)),
  ];
  if (fouten.length > 0) return { ok: false, fouten };
  return accept({
    ...{ soort: "cbs", tabel, maat: first("maat"), indicator: first("indicator") },
    ...{ niveaus: veld("niveau"), perioden: veld("periode") },
    dimensies: Object.fromEntries(chosen),
    ...(stand === "begin" || stand === "einde" ? { stand } : {}),
  });
}

function accept(json: unknown): Lezing {
  const vraag = readVraag(json);
  if (vraag) return { ok: true, vraag };
  const fout =
    "Dit formulier past niet meer bij de pagina. Open de pagina opnieuw en kies nog eens.";
  return { ok: false, fouten: [fout] };
}
