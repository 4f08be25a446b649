/** Who holds the folder, as the lock itself says it. */
export type Holder = {
  readonly pid: number;
  /** When the process began, as its system tells it; absent where the system does not. */
  readonly started?: string;
  /** The machine, since its last start, and where it has them the container's own process list. */
  readonly place: string;
  readonly host: string;
  /** The command as the user knows it: `woonregie start`. */
  readonly what: string;
  /** ISO moment of the claim. */
  readonly since: string;
};

/** The reasons for which storage refuses, and what each must say. */
export type StorageErrorDetails = {
  readonly "map-in-gebruik": { readonly folder: string; readonly holder: Holder };
  readonly "map-onbruikbaar": { readonly folder: string; readonly oorzaak: string };
  readonly "database-gaat-niet-open": { readonly waar: string; readonly oorzaak: string };
  readonly "database-te-oud": { readonly waar: string; readonly versie: string };
  readonly "database-van-nieuwer-programma": { readonly stappen: readonly string[] };
  readonly "rol-ontbreekt": {
    readonly waar: string;
    readonly rol: string;
    readonly gebruiker: string;
  };
  readonly "rol-te-ruim": { readonly waar: string; readonly rol: string };
  readonly "tweede-verbinding-in-transactie": Readonly<Record<never, never>>;
  readonly "database-weg": Readonly<Record<never, never>>;
  readonly "verbinding-komt-niet-vrij": { readonly seconden: number };
  readonly "bevriezing-beschadigd": { readonly hash: string };
  readonly "reservekopie-onbruikbaar": { readonly bestand: string; readonly waarom: string };
  readonly "database-niet-leeg": { readonly tabel: string };
  readonly "andere-tabellen": {
    readonly kopie: readonly string[];
    readonly database: readonly string[];
  };
};

const TEXTS: {
  readonly [R in keyof StorageErrorDetails]: (details: StorageErrorDetails[R]) => string;
} = {
  "map-in-gebruik": ({ folder, holder }) =>
    `De map ${folder} is in gebruik door ${describeHolder(holder)}. ` +
    "Stop dat eerst, of kies een andere map met WOONREGIE_VAR.",
  "map-onbruikbaar": ({ folder, oorzaak }) =>
    `De map ${folder} is niet te gebruiken. De melding was: ${oorzaak}. ` +
    "Zorg dat u er mag schrijven, of kies een andere map met WOONREGIE_VAR.",
  "database-gaat-niet-open": ({ waar, oorzaak }) =>
    `De database ${waar} gaat niet open. De melding was: ${oorzaak}.`,
  "database-te-oud": ({ waar, versie }) =>
    `De database ${waar} is PostgreSQL ${versie}. Nodig is versie 15 of hoger.`,
  "database-van-nieuwer-programma": ({ stappen }) =>
    `De database is al bijgewerkt door een nieuwere versie van Woonregie (${stappen.join(", ")}). ` +
    "Gebruik die versie, of kies een andere map met WOONREGIE_VAR.",
  "rol-ontbreekt": ({ waar, rol, gebruiker }) =>
    `In de database ${waar} is de rol «${rol}» er niet, of mag gebruiker «${gebruiker}» er niet in werken. ` +
    "Woonregie werkt in die rol, zodat niemand gegevens van een ander ziet. " +
    `Laat uw beheerder dit één keer uitvoeren: create role ${rol} nologin; grant ${rol} to "${gebruiker}"; ` +
    "Bestaat de rol al, dan is alleen het tweede nodig. Start Woonregie daarna opnieuw.",
  "rol-te-ruim": ({ waar, rol }) =>
    `In de database ${waar} gaat de rol «${rol}» langs de afscherming heen: zij is superuser of heeft bypassrls. ` +
    `Laat uw beheerder dit uitvoeren: alter role ${rol} nosuperuser nobypassrls; Start Woonregie daarna opnieuw.`,
  "tweede-verbinding-in-transactie": () =>
    "Binnen een transactie is een tweede verbinding gevraagd. Geef de transactie zelf door.",
  "database-weg": () =>
    "De database antwoordt niet. Er is niets veranderd. Probeer het zo opnieuw.",
  "verbinding-komt-niet-vrij": ({ seconden }) =>
    `De database was ${seconden} seconden lang bezet door ander werk. Probeer het later opnieuw.`,
  "bevriezing-beschadigd": ({ hash }) =>
    `De bewaarde uitkomst ${hash} is beschadigd: de inhoud past niet meer bij haar kenmerk. ` +
    "Zet een reservekopie van de database terug.",
  "reservekopie-onbruikbaar": ({ bestand, waarom }) =>
    `De reservekopie ${bestand} is niet te gebruiken: ${waarom}. ` +
    "Er is niets teruggezet. Neem een andere kopie.",
  "database-niet-leeg": ({ tabel }) =>
    `De database is niet leeg (er staat al iets in «${tabel}»), dus er is niets teruggezet. ` +
    "Kies een lege database met DATABASE_URL, of een nieuwe map met WOONREGIE_VAR.",
  "andere-tabellen": ({ kopie, database }) =>
    `De tabellen van de kopie (tot en met ${kopie.at(-1) ?? "geen"}) en van de database ` +
    `(tot en met ${database.at(-1) ?? "geen"}) zijn niet dezelfde. Er is niets teruggezet. ` +
    "Zet terug in een lege database.",
};

/**
 * Storage cannot do what was asked, and says why in the user's words.
 *
 * `reason` and `details` are for the program, `message` is for people.
 */
export class StorageError<
  R extends keyof StorageErrorDetails = keyof StorageErrorDetails,
> extends Error {
  override readonly name = "StorageError";
  readonly reason: R;
  readonly details: StorageErrorDetails[R];

  constructor(reason: R, details: StorageErrorDetails[R], options?: ErrorOptions) {
    super(TEXTS[reason](details), options);
    this.reason = reason;
    this.details = details;
  }
}

/** The words of whatever was thrown, without a final full stop. */
export function causeOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(/\.$/, "");
}

function describeHolder(holder: Holder): string {
  const process = `proces ${holder.pid}, sinds ${describeMoment(new Date(holder.since))}`;
  return `${holder.what} (${process}, op computer ${holder.host})`;
}

// A lock of today is told by its time alone.
function describeMoment(moment: Date): string {
  const time = moment.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  if (moment.toDateString() === new Date().toDateString()) return time;
  return `${moment.toLocaleDateString("nl-NL", { day: "numeric", month: "long" })} ${time}`;
}
