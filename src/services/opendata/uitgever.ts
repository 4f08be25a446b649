/** Who gives the data of this installation out, and where people can turn. */
export type Uitgever = {
  /** Whether whoever runs the installation filled this in. */
  readonly ingevuld: boolean;
  readonly naam: string;
  /** An address that stands for the organisation. */
  readonly uri?: string;
  readonly contact: { readonly naam: string; readonly email?: string; readonly url?: string };
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
  };
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
