import { type KeyObject, randomBytes, webcrypto } from "node:crypto";
import type { Handler } from "#api/server.ts";
import { type Bewijs, createAanbieder } from "#services/toegang/aanbieder.ts";
import { fillDemo } from "#services/toegang/demo.ts";
import { createTellers, GRENSWAARDEN } from "#services/toegang/tellers.ts";
import { dagVan, type Toegang } from "#services/toegang/toegang.ts";
import { createGedeeldVerbruik } from "#services/toegang/verbruik.ts";
import type { Connection } from "#storage/transaction.ts";
import { type Aanbiedersettings, isLoopback } from "./aanmeld-settings.ts";
import { createDemoaanbieder } from "./demo-aanbieder.ts";
import type { Settings } from "./settings.ts";

const MINUUT = 60_000;

/** How people sign in, and what stands before the pages for that. */
export type Toegangspoort = {
  readonly toegang?: Toegang;
  readonly before: (next: Handler) => Handler;
};

type Toegangsinstelling = Pick<Settings, "aanmelden" | "uitgever" | "inzageBewaren">;

/**
 * Makes the way in that was asked for; in a demo with its people.
 *
 * @throws DemoNaastEchtError where a demo would stand beside accounts of real people.
 */
export async function createToegang(
  db: Connection,
  hier: string,
  { aanmelden, uitgever, inzageBewaren }: Toegangsinstelling,
): Promise<Toegangspoort> {
  const { wijze, rust, langst } = aanmelden;
  // The demo is of this computer alone, wherever the world finds the rest.
  const adres = wijze.soort === "demo" ? hier : (uitgever.adres ?? hier);
  if (wijze.soort === "geen") return { before: (next) => next };
  const nu = () => new Date();
  const blijft = inzageBewaren ? { bewaren: inzageBewaren } : {};
  const shared = {
    ...{ db, adres, nu, tellers: createTellers(GRENSWAARDEN, createGedeeldVerbruik(db)) },
    ...{ rust: rust * MINUUT, langst: langst * 60 * MINUUT },
  };
  if (wijze.soort === "demo") {
    await fillDemo(db, dagVan(nu()));
    const { instelling, before } = createDemoaanbieder(adres);
    // Its people are made up: who they are in the access log need not outlast this start.
    const inzage = {
      db,
      sleutel: randomBytes(32).toString("hex"),
      register: `${adres}/privacy`,
      ...blijft,
    };
    const aanbieder = createAanbieder(instelling);
    return { toegang: { ...shared, inzage, aanbieder, demo: true }, before };
  }
  const { aanbieder } = wijze;
  const instelling = {
    ...aanbieder,
    bewijs: await toBewijs(aanbieder.bewijs),
    terugadres: `${adres}/aanmelden/terug`,
    zonderHttps: isLoopback(new URL(aanbieder.issuer).hostname),
  };
  const { inzagesleutel: sleutel, register = `${adres}/privacy` } = aanbieder;
  const inzage = { db, sleutel, register, ...blijft };
  const toegang = { ...shared, inzage, aanbieder: createAanbieder(instelling) };
  return { toegang, before: (next) => next };
}

async function toBewijs(bewijs: Aanbiedersettings["bewijs"]): Promise<Bewijs> {
  if (bewijs.soort === "geheim") return bewijs;
  const { kid } = bewijs;
  const sleutel = await toCryptoKey(bewijs.sleutel);
  return { soort: "sleutel", sleutel, ...(kid === undefined ? {} : { kid }) };
}

function toCryptoKey(sleutel: KeyObject): Promise<webcrypto.CryptoKey> {
  const algorithm =
    sleutel.asymmetricKeyType === "rsa"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : { name: "ECDSA", namedCurve: "P-256" };
  const bytes = sleutel.export({ type: "pkcs8", format: "der" });
  return webcrypto.subtle.importKey("pkcs8", bytes, algorithm, false, ["sign"]);
}
