import { type Duur, parseDuur } from "#domain/peildatum.ts";
import { readUitgever, type Uitgever } from "#services/opendata/uitgever.ts";
import { type Aanmeldsettings, readAanmelden } from "./aanmeld-settings.ts";

/** How the server is started. */
export type Settings = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether people reach it over https, through a proxy that takes care of that. */
  readonly https: boolean;
  /** Whether people may put in what holds for everybody: without accounts, only where no other can come. */
  readonly invoer: boolean;
  /** Whether anything may be fetched from the internet. */
  readonly netwerk: boolean;
  /** Whether this server does the work that takes long, beside answering. */
  readonly taken: boolean;
  /** Seconds in which it still answers after it was told to stop, so that others can go elsewhere. */
  readonly uitloop: number;
  /** Where it can be measured; absent where nobody does. */
  readonly metingen?: { readonly host: string; readonly port: number };
  /** The hosts where webhooks may go; absent where webhooks are off. */
  readonly webhookHosts?: readonly string[];
  /** How long lines of the access log are kept; absent: nobody chose, and all of them stay. */
  readonly inzageBewaren?: Duur;
  /** How people sign in. */
  readonly aanmelden: Aanmeldsettings;
  /** Who gives open data out. */
  readonly uitgever: Uitgever;
};

export type SettingsReading =
  | { readonly soort: "instellingen"; readonly settings: Settings }
  | { readonly soort: "hulp"; readonly tekst: string }
  | { readonly soort: "fout"; readonly tekst: string };

const DEFAULT_PORT = "4173";
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

const HELP = `Start Woonregie op deze computer.

  npm start                          op http://localhost:${DEFAULT_PORT}
  npm start -- --poort 8080          op een andere poort
  PORT=8080 npm start                hetzelfde

  WOONREGIE_VAR=map                  waar de gegevens staan (anders: de map var)
  DATABASE_URL=postgres://...        een eigen PostgreSQL, versie 15 of hoger
  WOONREGIE_HOST=0.0.0.0             ook bereikbaar voor andere computers
  WOONREGIE_HTTPS=ja                 achter een proxy die https regelt
  WOONREGIE_INVOER=ja of nee         of mensen cijfers en documenten mogen inlezen
                                     (anders: alleen als deze computer de enige is; met
                                     accounts volgt het uit wat iemand mag)
  WOONREGIE_AANMELDEN=demo of nee    zonder wachtwoord kiezen wie u bent, of zonder accounts
                                     (anders: de demo, als deze computer de enige is)
  WOONREGIE_OIDC_ISSUER=https://...  aanmelden met uw eigen aanmelddienst; de andere
                                     instellingen staan in docs/handleiding/aanmelden.md
  WOONREGIE_NETWERK=nee              nooit iets ophalen van het internet
  WOONREGIE_WEBHOOK_HOSTS=namen      servers waar berichten heen mogen (webhooks), met komma's
                                     ertussen; zonder deze instelling staan webhooks uit
  WOONREGIE_INZAGE_BEWAREN="3 jaar"  zo lang blijven regels van het logboek van inzage;
                                     zonder deze instelling gaat er geen weg
  WOONREGIE_TAKEN=nee                deze server antwoordt alleen; lang werk doet een andere
  WOONREGIE_LOG=json of tekst        hoe het logboek eruitziet (anders: tekst in een
                                     terminal, json daarbuiten)
  WOONREGIE_METINGEN=127.0.0.1:9464  waar metingen te halen zijn (Prometheus)
  WOONREGIE_UITLOOP=seconden         zo lang nog antwoorden na het teken om te stoppen
  WOONREGIE_BEVEILIGING_CONTACT=     e-mailadres of https-adres om een lek te melden
  WOONREGIE_UITGEVER=naam            wie de open data uitgeeft; de andere instellingen
                                     daarvan staan in docs/handleiding/opendata.md`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what was asked on the command line and in the environment; the first goes before. */
export function readSettings(args: readonly string[], env: Environment): SettingsReading {
  if (args.includes("--help") || args.includes("-h")) return { soort: "hulp", tekst: HELP };
  const asked = readPortArgument(args);
  if ("fout" in asked) return { soort: "fout", tekst: asked.fout };
  const text = asked.port ?? (env.PORT || DEFAULT_PORT);
  const port = parsePort(text);
  if (port === undefined) {
    const tekst = `«${text}» is geen poort. Kies een heel getal van 1 tot en met 65535, bijvoorbeeld --poort 8080.`;
    return { soort: "fout", tekst };
  }
  const host = env.WOONREGIE_HOST || "localhost";
  const https = env.WOONREGIE_HTTPS === "ja";
  const alone = !isReachable({ host, https });
  const invoer = env.WOONREGIE_INVOER ? env.WOONREGIE_INVOER === "ja" : alone;
  const netwerk = env.WOONREGIE_NETWERK !== "nee";
  const uitgever = readUitgever(env);
  const bedrijf = readBedrijf(env);
  const aanmelden = readAanmelden(env, alone);
  const fouten = [...(uitgever.ok ? [] : uitgever.fouten), ...bedrijf.fouten, ...aanmelden.fouten];
  if (!uitgever.ok || fouten.length > 0) return { soort: "fout", tekst: fouten.join("\n") };
  const own = { host, port, https, invoer, netwerk, uitgever: uitgever.uitgever };
  return {
    soort: "instellingen",
    settings: { ...own, ...bedrijf.settings, aanmelden: aanmelden.settings },
  };
}

/** Whether anybody but who sits at this computer can come. */
export function isReachable({ host, https }: Pick<Settings, "host" | "https">): boolean {
  return https || !LOOPBACK.has(host);
}

type Bedrijf = Pick<Settings, "taken" | "uitloop" | "metingen" | "webhookHosts" | "inzageBewaren">;

/** How it is run and watched, with every mistake in it. */
function readBedrijf(env: Environment): { settings: Bedrijf; fouten: readonly string[] } {
  const fouten: string[] = [];
  const metingen = env.WOONREGIE_METINGEN ? parseAddress(env.WOONREGIE_METINGEN) : undefined;
  if (env.WOONREGIE_METINGEN && !metingen) {
    fouten.push(
      `WOONREGIE_METINGEN is «${env.WOONREGIE_METINGEN}». Schrijf een poort (9464) of een adres met poort (127.0.0.1:9464).`,
    );
  }
  const seconds = env.WOONREGIE_UITLOOP || "0";
  if (!/^\d{1,3}$/.test(seconds)) {
    fouten.push(`WOONREGIE_UITLOOP is «${seconds}». Schrijf een heel aantal seconden, zoals 5.`);
  }
  if (env.WOONREGIE_LOG && !["json", "tekst"].includes(env.WOONREGIE_LOG)) {
    fouten.push(`WOONREGIE_LOG is «${env.WOONREGIE_LOG}». Schrijf json of tekst.`);
  }
  const hosts = listHosts(env.WOONREGIE_WEBHOOK_HOSTS);
  const wrong = hosts.filter((host) => !HOST.test(host));
  if (wrong.length > 0) {
    fouten.push(
      `WOONREGIE_WEBHOOK_HOSTS noemt «${wrong.join("», «")}». Schrijf alleen namen van servers, met komma's ertussen, zoals zaken.voorbeeld.nl: geen https://, geen poort, geen IP-adres en geen sterretje.`,
    );
  }
  const bewaren = readBewaren(env.WOONREGIE_INZAGE_BEWAREN, fouten);
  const taken = env.WOONREGIE_TAKEN !== "nee";
  const optional = {
    ...(metingen && { metingen }),
    ...(hosts.length > 0 && { webhookHosts: hosts }),
    ...(bewaren && { inzageBewaren: bewaren }),
  };
  return { settings: { taken, uitloop: Number(seconds), ...optional }, fouten };
}

function readBewaren(text: string | undefined, fouten: string[]): Duur | undefined {
  if (!text) return undefined;
  const duur = parseDuur(text);
  if (duur && duur.aantal > 0) return duur;
  fouten.push(
    `WOONREGIE_INZAGE_BEWAREN is «${text}». Schrijf hoelang, zoals 90 dagen, 18 maanden of 3 jaar.`,
  );
  return undefined;
}

/** A whole name that is looked up, so that what it stands for is checked each time. */
const HOST =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

function listHosts(text = ""): readonly string[] {
  const names = text.split(",").map((name) => name.trim().toLowerCase());
  return [...new Set(names.filter((name) => name !== ""))];
}

/** A port alone is one of this computer only. */
function parseAddress(text: string): Settings["metingen"] {
  const [, host, digits = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  const port = parsePort(digits);
  if (port === undefined || digits === "") return undefined;
  return { host: host?.replace(/^\[(.*)\]$/, "$1") ?? "127.0.0.1", port };
}

function readPortArgument(args: readonly string[]): { port?: string } | { fout: string } {
  const [first, second, ...others] = args;
  if (first === undefined) return {};
  const unknown = { fout: `Onbekend: ${args.join(" ")}. Met --help ziet u wat er kan.` };
  const glued = /^--poort=(.*)$/.exec(first);
  if (glued) return second === undefined ? { port: glued[1] ?? "" } : unknown;
  if (first !== "--poort" || others.length > 0) return unknown;
  return { port: second ?? "" };
}

function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
}
