import { randomBytes, randomUUID } from "node:crypto";
import { insertAanmelding, takeAanmelding } from "#storage/aanmelding.repository.ts";
import { bindAccount, findAccount, type Persoon } from "#storage/persoon.repository.ts";
import { endSessie, insertSessie, sweepSessies } from "#storage/sessie.repository.ts";
import { inTransaction } from "#storage/transaction.ts";
import type { Identiteit } from "./aanbieder.ts";
import { Aanmeldfout } from "./aanmeldfout.ts";
import { hashGeheim } from "./hash-geheim.ts";
import type { Toegang } from "./toegang.ts";

/** How long somebody may take at the provider. */
const TIJD_BIJ_AANBIEDER = 10 * 60_000;

/** After this long nobody asks any more where an account was signed in. */
const BEWAARTIJD = 90 * 86_400_000;

const BYTES = 32;

/** A secret of 256 random bits, for a cookie. */
function makeGeheim(): string {
  return randomBytes(BYTES).toString("base64url");
}

/** Where to send the browser, and the secret it has to come back with. */
export type Begin = { readonly adres: string; readonly geheim: string };

/**
 * Begins to sign somebody in, who afterwards goes to the page `terug` of this site.
 *
 * @throws Aanmeldfout "onbereikbaar" where the provider does not answer.
 */
export async function beginAanmelding(toegang: Toegang, terug: string): Promise<Begin> {
  const { db, aanbieder } = toegang;
  const { adres, state, nonce, verifier } = await aanbieder.vertrek();
  const geheim = makeGeheim();
  const nu = toegang.nu();
  const verlooptOp = new Date(nu.getTime() + TIJD_BIJ_AANBIEDER);
  const browser = hashGeheim(geheim);
  const row = { sha256: hashGeheim(state), browser, nonce, verifier, terug, verlooptOp };
  await insertAanmelding(db, row, nu);
  return { adres, geheim };
}

/** What the browser brings along when it comes back. */
export type Terugkomst = {
  /** The whole address, with what the provider put in it. */
  readonly adres: URL;
  readonly state: string;
  /** The secret from before; empty where the browser has none. */
  readonly geheim: string;
  /** What the browser calls itself. */
  readonly apparaat: string;
  /** The session that it still has, by its id: that one ends. */
  readonly sessie?: string | undefined;
};

/** How a sign-in ended: in a session, or with somebody who has no place here. */
export type Aanmelduitkomst =
  | { readonly soort: "aangemeld"; readonly geheim: string; readonly terug: string }
  | { readonly soort: "onbekend"; readonly identiteit: Identiteit }
  | { readonly soort: "uitgeschakeld" };

/**
 * Ends a sign-in: a new session with a new secret, or none.
 *
 * @throws Aanmeldfout where anything is not as it should be; there is no session then.
 */
export async function voltooiAanmelding(
  toegang: Toegang,
  terugkomst: Terugkomst,
): Promise<Aanmelduitkomst> {
  const { adres, state, geheim } = terugkomst;
  const aanmelding = await takeAanmelding(toegang.db, hashGeheim(state));
  if (!aanmelding || aanmelding.verlooptOp <= toegang.nu()) throw new Aanmeldfout("verlopen");
  if (aanmelding.browser !== hashGeheim(geheim)) throw new Aanmeldfout("verlopen");
  const { nonce, verifier, terug } = aanmelding;
  const identiteit = await toegang.aanbieder.terugkomst(adres, { state, nonce, verifier });
  const persoon = await recognise(toegang, identiteit);
  if (!persoon) return { soort: "onbekend", identiteit };
  if (persoon.uitgeschakeld) return { soort: "uitgeschakeld" };
  const made = await beginSessie(toegang, persoon, { ...terugkomst, ...identiteit });
  return { soort: "aangemeld", geheim: made, terug };
}

/** Who was here before by this account, or was invited by this address. */
async function recognise(
  { db }: Toegang,
  { issuer, sub, naam, email }: Identiteit,
): Promise<Persoon | undefined> {
  const known = await findAccount(db, { issuer, sub });
  if (known || email === undefined) return known;
  return bindAccount(db, email, { issuer, sub }, naam);
}

type Nieuw = {
  readonly apparaat: string;
  readonly acr?: string;
  readonly sessie?: string | undefined;
};

async function beginSessie(
  { db, nu, langst }: Toegang,
  { id: persoon }: Persoon,
  { apparaat, acr, sessie }: Nieuw,
): Promise<string> {
  const geheim = makeGeheim();
  const gemaaktOp = nu();
  const verlooptOp = new Date(gemaaktOp.getTime() + langst);
  await inTransaction(db, async (tx) => {
    await sweepSessies(tx, new Date(gemaaktOp.getTime() - BEWAARTIJD));
    if (sessie !== undefined) await endSessie(tx, sessie, gemaaktOp);
    await insertSessie(tx, {
      ...{ id: randomUUID(), sha256: hashGeheim(geheim), persoon },
      ...{ apparaat: apparaat.slice(0, 200) || "onbekend", gemaaktOp, verlooptOp },
      ...(acr === undefined ? {} : { acr }),
    });
  });
  return geheim;
}
