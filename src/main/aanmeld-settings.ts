import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";

/** How people sign in on this server. */
export type Aanmeldsettings = {
  /** Minutes after which a session that nobody used ends. */
  readonly rust: number;
  /** Hours after which every session ends. */
  readonly langst: number;
  readonly wijze:
    | { readonly soort: "geen" }
    | { readonly soort: "demo" }
    | { readonly soort: "aanbieder"; readonly aanbieder: Aanbiedersettings };
};

/** The provider of whoever runs the installation, and how we are known there. */
export type Aanbiedersettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly bewijs:
    | { readonly soort: "geheim"; readonly geheim: string }
    | { readonly soort: "sleutel"; readonly sleutel: KeyObject; readonly kid?: string };
  readonly acr: readonly string[];
  readonly vertrouwEmail: boolean;
  /** Makes pseudonyms in the access log. */
  readonly inzagesleutel: string;
  /** The register of processing; absent where /privacy is. */
  readonly register?: string;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Lezing = { readonly settings: Aanmeldsettings; readonly fouten: readonly string[] };

const RUST = "60";
const LANGST = "10";

/**
 * Reads how people sign in; tells every mistake at once.
 *
 * The demo lets anybody be anybody: only where no other computer can come (`alleen`), never in
 * production, and never beside a provider of one's own.
 */
export function readAanmelden(env: Environment, alleen: boolean): Lezing {
  const fouten: string[] = [];
  const rust = wholeNumber(env, "WOONREGIE_SESSIE_RUST", RUST, "minuten", fouten);
  const langst = wholeNumber(env, "WOONREGIE_SESSIE_LANGST", LANGST, "uren", fouten);
  return { settings: { rust, langst, wijze: readWijze(env, alleen, fouten) }, fouten };
}

function readWijze(env: Environment, alleen: boolean, fouten: string[]): Aanmeldsettings["wijze"] {
  const asked = env.WOONREGIE_AANMELDEN || undefined;
  const production = env.NODE_ENV === "production";
  const own = Boolean(env.WOONREGIE_OIDC_ISSUER);
  if (asked !== undefined && asked !== "demo" && asked !== "nee") {
    fouten.push(
      `WOONREGIE_AANMELDEN is «${asked}». Schrijf demo of nee, of laat het weg en noem uw aanmelddienst met WOONREGIE_OIDC_ISSUER.`,
    );
  }
  if (asked === "demo") fouten.push(...whyNoDemo({ alleen, production, own }));
  if (asked === "nee") return { soort: "geen" };
  if (own) return { soort: "aanbieder", aanbieder: readAanbieder(env, alleen, fouten) };
  return { soort: asked === "demo" || (alleen && !production) ? "demo" : "geen" };
}

function whyNoDemo(stand: {
  readonly alleen: boolean;
  readonly production: boolean;
  readonly own: boolean;
}): readonly string[] {
  const because = [
    ...(stand.own ? ["er is een eigen aanmelddienst ingesteld (WOONREGIE_OIDC_ISSUER)"] : []),
    ...(stand.production ? ["dit is een server in gebruik (NODE_ENV=production)"] : []),
    ...(stand.alleen ? [] : ["anderen kunnen bij deze server (WOONREGIE_HOST of WOONREGIE_HTTPS)"]),
  ];
  if (because.length === 0) return [];
  return [
    `De demo (WOONREGIE_AANMELDEN=demo) kan hier niet: ${because.join(", en ")}. In de demo kan iedereen iedereen zijn. Haal WOONREGIE_AANMELDEN weg.`,
  ];
}

function readAanbieder(env: Environment, alleen: boolean, fouten: string[]): Aanbiedersettings {
  const issuer = env.WOONREGIE_OIDC_ISSUER ?? "";
  if (!isSafeUrl(issuer)) {
    fouten.push(
      `WOONREGIE_OIDC_ISSUER is «${issuer}». Schrijf het https-adres van uw aanmelddienst, zoals https://inloggen.voorbeeld.nl/realms/regio.`,
    );
  }
  const clientId = env.WOONREGIE_OIDC_CLIENT_ID ?? "";
  if (clientId === "") {
    fouten.push(
      "WOONREGIE_OIDC_CLIENT_ID ontbreekt. Schrijf de naam waaronder Woonregie bij uw aanmelddienst bekend is.",
    );
  }
  if (!alleen && !env.WOONREGIE_ADRES) {
    fouten.push(
      "WOONREGIE_ADRES ontbreekt. Schrijf het adres waarop mensen Woonregie vinden, zoals https://wonen.voorbeeld.nl; daarheen stuurt de aanmelddienst hen terug.",
    );
  }
  const acr = (env.WOONREGIE_OIDC_ACR ?? "").split(/\s+/).filter((level) => level !== "");
  const vertrouwEmail = env.WOONREGIE_OIDC_EMAIL_VERTROUWD === "ja";
  const bewijs = readBewijs(env, fouten);
  return { issuer, clientId, acr, vertrouwEmail, bewijs, ...readInzage(env, fouten) };
}

const KORTSTE_SLEUTEL = 32;

/** Without a key nobody's account could be looked at: a look that leaves no line is not allowed. */
function readInzage(
  env: Environment,
  fouten: string[],
): Pick<Aanbiedersettings, "inzagesleutel" | "register"> {
  const inzagesleutel = env.WOONREGIE_INZAGESLEUTEL ?? "";
  if (inzagesleutel.length < KORTSTE_SLEUTEL) {
    fouten.push(
      `WOONREGIE_INZAGESLEUTEL ${inzagesleutel === "" ? "ontbreekt" : "is te kort"}. Schrijf een geheim van minstens ${KORTSTE_SLEUTEL} willekeurige tekens, zoals «openssl rand -hex 32» geeft. Het logboek van inzage noemt mensen daarmee zonder naam; gebruik op elke server hetzelfde, en bewaar het buiten de database.`,
    );
  }
  const register = env.WOONREGIE_VERWERKINGENREGISTER || undefined;
  if (register !== undefined && (!URL.canParse(register) || register.includes("#"))) {
    fouten.push(
      `WOONREGIE_VERWERKINGENREGISTER is «${register}». Schrijf het adres van uw register van verwerkingen, zonder # erin, zoals https://voorbeeld.nl/verwerkingen.`,
    );
  }
  return { inzagesleutel, ...(register === undefined ? {} : { register }) };
}

/** Https, or plain http on this same computer, where nobody listens in between. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search || hash || username) return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/** Whether a name is one of this computer itself. */
export function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function readBewijs(env: Environment, fouten: string[]): Aanbiedersettings["bewijs"] {
  const [geheim, bestand] = [env.WOONREGIE_OIDC_CLIENT_SECRET, env.WOONREGIE_OIDC_CLIENT_KEY];
  if (Boolean(geheim) === Boolean(bestand)) {
    fouten.push(
      "Noem precies een van beide: WOONREGIE_OIDC_CLIENT_KEY (een bestand met een sleutel) of WOONREGIE_OIDC_CLIENT_SECRET (een geheim).",
    );
  }
  if (!bestand) return { soort: "geheim", geheim: geheim ?? "" };
  try {
    const { sleutel, kid } = readSleutel(readFileSync(bestand, "utf8"));
    const named = env.WOONREGIE_OIDC_CLIENT_KEY_ID || kid;
    return { soort: "sleutel", sleutel, ...(named ? { kid: named } : {}) };
  } catch {
    fouten.push(
      `WOONREGIE_OIDC_CLIENT_KEY is «${bestand}». Daar staat geen sleutel die te lezen is. Zet er een geheime sleutel neer in PEM (PKCS #8) of als JWK: RSA, of P-256.`,
    );
    return { soort: "geheim", geheim: "" };
  }
}

function readSleutel(text: string): { readonly sleutel: KeyObject; readonly kid?: string } {
  if (!text.trimStart().startsWith("{")) return { sleutel: checked(createPrivateKey(text)) };
  const key: { kid?: string } = JSON.parse(text);
  const sleutel = checked(createPrivateKey({ key, format: "jwk" }));
  return { sleutel, ...(key.kid ? { kid: key.kid } : {}) };
}

function checked(sleutel: KeyObject): KeyObject {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = sleutel;
  const fits = type === "rsa" || (type === "ec" && details?.namedCurve === "prime256v1");
  if (!fits) throw new Error("a key of another sort");
  return sleutel;
}

function wholeNumber(
  env: Environment,
  naam: string,
  otherwise: string,
  maat: string,
  fouten: string[],
): number {
  const text = env[naam] || otherwise;
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    fouten.push(`${naam} is «${text}». Schrijf een heel aantal ${maat}, zoals ${otherwise}.`);
  }
  return Number(text);
}
