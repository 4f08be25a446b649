/** Why nothing could be fetched, and what each must say. */
export type OphaalfoutDetails = {
  readonly "host-niet-toegestaan": { readonly host: string; readonly waar: string };
  readonly "adres-van-binnen": { readonly host: string; readonly adres: string };
  readonly "geen-netwerk": { readonly host: string };
  readonly "geen-verbinding": { readonly host: string; readonly oorzaak: string };
  readonly "tijd-op": { readonly host: string; readonly wat: string; readonly seconden: number };
  readonly "te-groot": { readonly host: string; readonly megabytes: number };
  readonly afgebroken: { readonly host: string };
  readonly status: { readonly host: string; readonly status: number };
  readonly "te-druk": { readonly host: string; readonly seconden: number };
  readonly inhoud: { readonly host: string; readonly gevonden: string; readonly verwacht: string };
  readonly omleidingen: { readonly host: string; readonly aantal: number };
  readonly vorm: { readonly waar: string; readonly verwacht: string; readonly gevonden: string };
  readonly kring: { readonly host: string; readonly adres: string };
  /** What was asked does not fit together; told in whole sentences. */
  readonly "past-niet": { readonly tekst: string };
  readonly "netwerk-uit": Readonly<Record<never, never>>;
  readonly gestopt: Readonly<Record<never, never>>;
};

const LATER = "Probeer het later opnieuw; wat al binnen is, blijft bewaard.";

const TEXTS: {
  readonly [R in keyof OphaalfoutDetails]: (details: OphaalfoutDetails[R]) => string;
} = {
  "host-niet-toegestaan": ({ host, waar }) =>
    `${waar} verwijst naar «${host}». Woonregie haalt alleen op bij bronnen van een vaste lijst, en daar staat dat adres niet op. Er is niets opgehaald.`,
  "adres-van-binnen": ({ host, adres }) =>
    `«${host}» komt uit op ${adres}, een adres binnen een eigen netwerk. Daar haalt Woonregie niets op. Vraag uw beheerder of de naamserver (DNS) klopt.`,
  "geen-netwerk": ({ host }) =>
    `«${host}» is niet te vinden. Waarschijnlijk is er geen internet, of houdt een firewall het tegen. Met een bestand kunt u hetzelfde inlezen.`,
  "geen-verbinding": ({ host, oorzaak }) =>
    `Er komt geen verbinding met «${host}» (${oorzaak}). ${LATER}`,
  "tijd-op": ({ host, wat, seconden }) =>
    `«${host}» gaf binnen ${seconden} seconden geen antwoord (${wat}). ${LATER}`,
  "te-groot": ({ host, megabytes }) =>
    `Het antwoord van «${host}» is groter dan ${megabytes} MB. Dat is meer dan bij deze vraag hoort; er is niets bewaard. Vraag minder tegelijk.`,
  afgebroken: ({ host }) => `De verbinding met «${host}» brak halverwege af. ${LATER}`,
  status: ({ host, status }) => describeStatus(host, status),
  "te-druk": ({ host, seconden }) =>
    `«${host}» heeft het te druk en vraagt ${describeWait(seconden)} te wachten. Hervat het ophalen daarna; wat al binnen is, blijft bewaard.`,
  inhoud: ({ host, gevonden, verwacht }) =>
    `«${host}» gaf ${gevonden} in plaats van ${verwacht}. Misschien is de bron verhuisd of in onderhoud. Er is niets bewaard.`,
  omleidingen: ({ host, aantal }) =>
    `«${host}» stuurt meer dan ${aantal} keer door naar een ander adres. Er is niets opgehaald.`,
  vorm: ({ waar, verwacht, gevonden }) =>
    `Het antwoord heeft een andere vorm dan wij kennen. Bij ${waar} staat ${gevonden}; wij verwachten ${verwacht}. Er is niets bewaard. Meld dit, dan passen wij het lezen aan.`,
  kring: ({ host, adres }) =>
    `«${host}» verwijst bij het bladeren naar een bladzijde die al is opgehaald (${adres}). Zo komt er geen einde aan; er is niets bewaard.`,
  "past-niet": ({ tekst }) => tekst,
  "netwerk-uit": () =>
    "Ophalen staat uit op deze server (WOONREGIE_NETWERK=nee). Wie de server beheert, kan dat aanzetten. Met een bestand kunt u hetzelfde inlezen.",
  gestopt: () => "Het ophalen is gestopt. Wat al binnen is, blijft bewaard.",
};

/**
 * Something cannot be fetched or read, said in the user's words.
 *
 * `reason` and `details` are for the program, `message` is for people.
 */
export class Ophaalfout<R extends keyof OphaalfoutDetails = keyof OphaalfoutDetails> extends Error {
  override readonly name = "Ophaalfout";
  readonly reason: R;
  readonly details: OphaalfoutDetails[R];

  constructor(reason: R, details: OphaalfoutDetails[R], options?: ErrorOptions) {
    super(TEXTS[reason](details), options);
    this.reason = reason;
    this.details = details;
  }
}

/** An answer of another shape than we know: where, what belongs there, what stands there. */
export function vormfout(waar: string, verwacht: string, gevonden: unknown): Ophaalfout<"vorm"> {
  return new Ophaalfout("vorm", { waar, verwacht, gevonden: show(gevonden) });
}

const SHOWN = 120;

function show(value: unknown): string {
  if (value === undefined) return "niets";
  const text = typeof value === "string" ? `«${value}»` : (JSON.stringify(value) ?? "iets anders");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function describeStatus(host: string, status: number): string {
  if (status === 404 || status === 410) {
    return `«${host}» kent dit niet (${status}). Kijk of de tabel, het jaar of de naam klopt; misschien is de bron verhuisd.`;
  }
  if (status >= 500) return `«${host}» heeft zelf een storing (${status}). ${LATER}`;
  if (status === 429) return `«${host}» heeft het te druk (429). ${LATER}`;
  return `«${host}» weigert de vraag (${status}). Kijk of wat u vraagt bestaat; de vorm van de vraag kan ook veranderd zijn.`;
}

function describeWait(seconden: number): string {
  return seconden < 120 ? `${seconden} seconden` : `${Math.ceil(seconden / 60)} minuten`;
}
