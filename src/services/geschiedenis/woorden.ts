/** What can be in the change log, by the table it is kept in, as people say it. */
export const ONDERWERPEN: Readonly<Record<string, string>> = {
  document: "document",
  bevriezing: "bevroren uitkomst",
  versiereeks: "rekenblad",
  rekenversie: "versie van een rekenblad",
  rekenversie_kring: "versie gedeeld met een kring",
  toegangslink: "link met een geheim",
  correctieronde: "correctieronde",
  correctiereactie: "reactie op een cijfer",
  woordenlijst: "woordenlijst",
  woordenlijst_versie: "woorden van een regio",
  inlevering: "levering van cijfers",
  inlevering_voorrang: "keuze tussen twee leveringen",
  levering: "cijfers",
  organisatie: "organisatie",
  persoon: "account",
  mandaat: "mandaat",
  bestuursmandaat: "bestuursmandaat",
  kring: "kring",
  kringlid: "lid van een kring",
  opmerking: "opmerking over een gemeente",
  opmerking_antwoord: "antwoord van een gemeente",
  fonds: "fonds",
  fondsboeking: "toezegging uit een fonds",
  vaststelling: "vaststelling door een bestuursorgaan",
  webhook: "webhook",
  inzage_opgeruimd: "opruimen van het logboek van inzage",
};

const VELDEN: Readonly<Record<string, string>> = {
  herkomst: "waar het vandaan komt",
  sha256: "kenmerk van de inhoud",
  hash: "kenmerk",
  zichtbaarheid: "wie het ziet",
  document_id: "document",
  document_versie: "versie van het document",
  op: "cijfers van",
  weg_op: "weggegooid op",
  weg_reden: "waarom weggegooid",
  gedeeld_met: "gedeeld met",
  ingetrokken_op: "ingetrokken op",
  boven: "gaat voor",
  telt: "telt mee",
  gebied: "gebied",
  uitgeschakeld_op: "uitgeschakeld op",
  gegeven_door: "gegeven door",
  beeindigd_door: "beëindigd door",
  beeindigd_op: "beëindigd op",
  gesloten_op: "gesloten op",
  verwijderd_op: "verwijderd op",
  adres: "bij welke pagina",
  gezien_op: "gezien op",
  gezien_door: "gezien door",
  stuk: "besluit of brief",
  terug_op: "teruggetrokken op",
  terug_reden: "waarom teruggetrokken",
  orgaan: "orgaan dat besloot",
  datum: "dag van het besluit",
  stuk_titel: "besluit",
  stuk_kenmerk: "kenmerk van het besluit",
  stuk_link: "waar het besluit staat",
  stuk_sha256: "kenmerk van het bestand van het besluit",
  uit_op: "uitgezet op",
  uit_reden: "waarom uitgezet",
};

const WAARDEN: Readonly<Record<string, string>> = {
  prive: "alleen wie het maakte",
  organisatie: "de eigen organisatie",
  kring: "de eigen organisatie en een kring",
  regio: "iedereen met een account hier",
  openbaar: "iedereen",
};

/** A table as people say it; a new one by its own name. */
export function noemOnderwerp(tabel: string): string {
  return ONDERWERPEN[tabel] ?? spaced(tabel);
}

/** A column as people say it. */
export function noemVeld(kolom: string): string {
  return VELDEN[kolom] ?? spaced(kolom);
}

/** What stood in a column, on one line. */
export function noemWaarde(kolom: string, waarde: unknown): string {
  if (waarde === null || waarde === undefined) return "niets";
  if (typeof waarde === "boolean") return waarde ? "ja" : "nee";
  if (typeof waarde === "string")
    return kolom === "zichtbaarheid" ? (WAARDEN[waarde] ?? waarde) : waarde;
  if (typeof waarde !== "object") return String(waarde);
  const parts = Object.entries(waarde).map(([key, part]) =>
    Array.isArray(waarde) ? noemWaarde("", part) : `${key}: ${noemWaarde("", part)}`,
  );
  return parts.length === 0 ? "leeg" : parts.join("; ");
}

function spaced(text: string): string {
  return text.replaceAll("_", " ");
}
