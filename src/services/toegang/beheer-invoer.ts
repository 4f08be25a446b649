import { isDatum } from "#domain/peildatum.ts";
import { type Organisatie, ROLLEN_VAN, ROLNAMEN, type Rol } from "#domain/toegang.ts";

/** What somebody filled in, as text. */
export type Ingevuld = Readonly<Record<string, string>>;

/** What was read, or every mistake in it. */
export type Lezing<T> =
  | { readonly ok: true; readonly waarde: T }
  | { readonly ok: false; readonly fouten: readonly string[] };

export type Mandaatvraag = { readonly rol: Rol; readonly van: string; readonly tot?: string };

/** Reads a mandate to be given: it begins today or later, and a bureau's has an end. */
export function readMandaat(
  ingevuld: Ingevuld,
  organisatie: Organisatie,
  vandaag: string,
): Lezing<Mandaatvraag> {
  const { rol: asked = "" } = ingevuld;
  const rol = ROLLEN_VAN[organisatie.soort].find((known) => known === asked);
  const term = readTerm(ingevuld, vandaag, organisatie.tot);
  const roles = ROLLEN_VAN[organisatie.soort].map((known) => ROLNAMEN[known]).join(", ");
  const fouten = [
    ...(rol ? [] : [`De rol is «${asked}». ${organisatie.naam} kent: ${roles}.`]),
    ...(term.ok ? [] : term.fouten),
  ];
  if (!rol || !term.ok) return { ok: false, fouten };
  return { ok: true, waarde: { rol, ...term.waarde } };
}

type Term = { readonly van: string; readonly tot?: string };

/** Reads a first day and, where one is given, a last day; `uiterlijk` is the last that there can be. */
export function readTerm(
  { van = "", tot = "" }: Ingevuld,
  vandaag: string,
  uiterlijk?: string,
): Lezing<Term> {
  const fouten: string[] = [];
  if (!isDatum(van)) {
    fouten.push(`De eerste dag is «${van}». Schrijf een datum, zoals ${vandaag}.`);
  } else if (van < vandaag) {
    fouten.push(`De eerste dag is ${van}. Een mandaat begint vandaag (${vandaag}) of later.`);
  }
  if (tot !== "" && !isDatum(tot)) {
    fouten.push(`De laatste dag is «${tot}». Schrijf een datum, of laat het leeg.`);
  } else if (tot !== "" && tot < van) {
    fouten.push(`De laatste dag is ${tot}, en dat is voor de eerste (${van}).`);
  }
  const last = tot === "" ? uiterlijk : tot;
  if (last !== undefined && uiterlijk !== undefined && last > uiterlijk) {
    fouten.push(`De laatste dag is ${last}. De organisatie doet mee tot en met ${uiterlijk}.`);
  }
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, waarde: { van, ...(last === undefined ? {} : { tot: last }) } };
}

/** Whom somebody asks in: by e-mail address, or by what the provider calls them. */
export type Genodigde = { readonly naam: string } & (
  | { readonly email: string }
  | { readonly sub: string }
);

/** Reads whom to invite. */
export function readGenodigde({ naam = "", email = "", sub = "" }: Ingevuld): Lezing<Genodigde> {
  const fouten: string[] = [];
  const [name, mail, mark] = [naam.trim(), email.trim().toLowerCase(), sub.trim()];
  if (name === "" || name.length > 200) {
    fouten.push("De naam ontbreekt of is te lang. Schrijf hoe iemand heet.");
  }
  if ((mail === "") === (mark === "")) {
    fouten.push("Schrijf een e-mailadres of een kenmerk: precies een van beide.");
  }
  if (mail !== "" && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(mail)) {
    fouten.push(`Het e-mailadres is «${mail}». Schrijf een adres als anna@voorbeeld.nl.`);
  }
  if (mark.length > 255) fouten.push("Het kenmerk is te lang. Neem het over van de pagina.");
  if (fouten.length > 0) return { ok: false, fouten };
  return {
    ok: true,
    waarde: mail === "" ? { naam: name, sub: mark } : { naam: name, email: mail },
  };
}
