/** Who gives the data of this installation out, and where people can turn. */
export type Uitgever = {
  /** Whether whoever runs the installation filled this in. */
  readonly ingevuld: boolean;
  readonly naam: string;
  /** An address that stands for the organisation. */
  readonly uri?: string;
  readonly contact: { readonly naam: string; readonly email?: string; readonly url?: string };
  /** Where somebody who finds a leak can tell so; absent where nobody filled that in. */
  readonly beveiliging?: { readonly contact: string; readonly beleid?: string };
  /** Where the world finds this installation; without it, where the asker found it. */
  readonly adres?: string;
};

/** Told as it is: nobody is made up. */
export const NIET_INGEVULD: Uitgever = {
  ingevuld: false,
  naam: "Niet ingevuld: wie deze installatie van Woonregie beheert, noemt hier de uitgever",
  contact: { naam: "Niet ingevuld: wie deze installatie beheert, noemt hier een contactpunt" },
};

type Environment = Readonly<Record<string, string | undefined>>;

type Lezing =
  | { readonly ok: true; readonly uitgever: Uitgever }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Reads the publisher from the settings of the installation; tells every mistake at once. */
export function readUitgever(env: Environment): Lezing {
  const fouten = [
    ...["WOONREGIE_UITGEVER_URI", "WOONREGIE_CONTACT_URL", "WOONREGIE_ADRES"].flatMap((naam) =>
      mistakeInUrl(naam, env[naam]),
    ),
    ...mistakeInEmail(env.WOONREGIE_CONTACT_EMAIL),
    ...mistakeInBeveiliging(env),
  ];
  return fouten.length > 0 ? { ok: false, fouten } : { ok: true, uitgever: toUitgever(env) };
}

function toUitgever(env: Environment): Uitgever {
  const [naam, uri] = [env.WOONREGIE_UITGEVER, env.WOONREGIE_UITGEVER_URI];
  const [email, url] = [env.WOONREGIE_CONTACT_EMAIL, env.WOONREGIE_CONTACT_URL];
  const adres = env.WOONREGIE_ADRES?.replace(/\/+$/, "");
  const reachable = Boolean(email || url);
  return {
    ingevuld: Boolean(naam) && reachable,
    naam: naam || NIET_INGEVULD.naam,
    ...(uri ? { uri } : {}),
    contact: {
      naam: env.WOONREGIE_CONTACT || (reachable ? naam : undefined) || NIET_INGEVULD.contact.naam,
      ...(email ? { email } : {}),
      ...(url ? { url } : {}),
    },
    ...(adres ? { adres } : {}),
    ...readBeveiliging(env),
  };
}

/** An address of mail becomes the one that a program can follow. */
function readBeveiliging(env: Environment): Pick<Uitgever, "beveiliging"> {
  const contact = env.WOONREGIE_BEVEILIGING_CONTACT;
  const beleid = env.WOONREGIE_BEVEILIGING_BELEID;
  if (!contact) return {};
  const link = contact.startsWith("https://") ? contact : `mailto:${contact}`;
  return { beveiliging: { contact: link, ...(beleid ? { beleid } : {}) } };
}

function mistakeInBeveiliging(env: Environment): readonly string[] {
  const { WOONREGIE_BEVEILIGING_CONTACT: contact, WOONREGIE_BEVEILIGING_BELEID: beleid } = env;
  const wrong = contact && !isSecureLink(contact) && mistakeInEmail(contact).length > 0;
  return [
    ...(wrong
      ? [
          `WOONREGIE_BEVEILIGING_CONTACT is «${contact}». Schrijf een e-mailadres of een adres als https://voorbeeld.nl/lek-melden.`,
        ]
      : []),
    ...(beleid && !isSecureLink(beleid)
      ? [
          `WOONREGIE_BEVEILIGING_BELEID is «${beleid}». Schrijf een adres als https://voorbeeld.nl/lek-melden.`,
        ]
      : []),
  ];
}

/** One word: in a file of lines, a line end would begin another field. */
function isSecureLink(text: string): boolean {
  return /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}

function mistakeInUrl(naam: string, text: string | undefined): readonly string[] {
  if (!text) return [];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits = url && ["http:", "https:"].includes(url.protocol) && !url.username && !url.search;
  return fits ? [] : [`${naam} is «${text}». Schrijf een adres als https://voorbeeld.nl.`];
}

function mistakeInEmail(text: string | undefined): readonly string[] {
  if (!text || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) return [];
  return [`WOONREGIE_CONTACT_EMAIL is «${text}». Schrijf een e-mailadres als data@voorbeeld.nl.`];
}
