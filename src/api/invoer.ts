import type { Context, MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import type { Basis } from "#services/basis.ts";
import type { Gebiedstoets } from "#services/inlevering/inlevering.service.ts";
import { type Gebiedsmacht, listNietVanU, magOver } from "#services/toegang/eigen-gebied.ts";
import { type Handeling, mag } from "#services/toegang/mag.ts";
import { dagVan, type Toegang } from "#services/toegang/toegang.ts";
import { problemResponse, wantsJson } from "./problem.ts";
import { readGeheim } from "./toegang/cookies.ts";

/** Why nobody can put anything in here: there are no accounts yet, and others can reach the server. */
const DICHT =
  "Op deze server kan niemand iets inlezen of bewaren voor iedereen: er zijn nog geen accounts, en anderen kunnen hem bereiken. Wie de server beheert, zet het aan met WOONREGIE_INVOER=ja.";

/**
 * Refuses a form that another site sent with the browser of somebody who can put things in.
 *
 * A browser says where a form came from; who asks the API without saying so is a program.
 */
export function refuseOtherSites(): MiddlewareHandler {
  const check = csrf();
  return async (c, next) => {
    if (sendsSession(c) && changesSomething(c) && isFromElsewhere(c)) return fromElsewhere();
    if (c.req.path.startsWith("/v1/") && !saysWhereFrom(c)) return next();
    let fromHere = false;
    const pass = async () => {
      fromHere = true;
    };
    await check(c, pass).catch(() => {});
    return fromHere ? next() : fromElsewhere();
  };
}

function fromElsewhere(): Response {
  const detail =
    "Dit formulier kwam van een andere site. Open de pagina hier en probeer het opnieuw.";
  return problemResponse({ status: 403, title: "Niet van deze site", detail });
}

/** Whoever is signed in is asked for more: not even data may come from another site. */
function sendsSession(c: Context): boolean {
  return (
    readGeheim(c, "sessie", true) !== undefined || readGeheim(c, "sessie", false) !== undefined
  );
}

function changesSomething({ req }: Context): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(req.method);
}

function isFromElsewhere({ req }: Context): boolean {
  const site = req.header("Sec-Fetch-Site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = req.header("Origin");
  if (origin === undefined) return false;
  // By host: behind a proxy the request itself does not know that it came over https.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(req.url).host;
}

function saysWhereFrom({ req }: Context): boolean {
  return req.header("Origin") !== undefined || req.header("Sec-Fetch-Site") !== undefined;
}

/** Whether somebody may do this here; where not, why, in words for them. */
export type Invoeroordeel =
  | { readonly mag: true }
  | { readonly mag: false; readonly waarom: string };

/** Whether who asks may do this here. */
export type Invoerpoort = (c: Context, handeling: Handeling) => Invoeroordeel;

/** What of a delivery somebody may not put in, and how to go on. */
export function describeNietVanU(gebieden: readonly string[]): string {
  const shown = gebieden.slice(0, 10).join(", ");
  const more = gebieden.length > 10 ? ` en ${gebieden.length - 10} andere` : "";
  return `Over deze gebieden mag u geen cijfers inleveren: ${shown}${more}. Haal die rijen uit het bestand, of laat wie ervoor handelt ze inleveren.`;
}

/** Which areas are not for who asks to put figures in; without accounts all are. */
export function createGebiedstoets({
  toegang,
  basis,
}: Pick<Invoerstand, "toegang"> & { readonly basis: Basis }): (c: Context) => Gebiedstoets {
  return (c) => (plekken) => {
    if (!toegang) return [];
    return listNietVanU(basis, c.get("wie"), "cijfers-inleveren", plekken, dagVan(toegang.nu()));
  };
}

type Invoerstand = { readonly invoer: boolean; readonly toegang?: Pick<Toegang, "nu"> };

/** With accounts the table of powers decides, without them one setting of the whole server. */
export function openPoort({ invoer, toegang }: Invoerstand): Invoerpoort {
  if (toegang) {
    return (c, handeling) => mag(c.get("wie"), handeling, "ergens", dagVan(toegang.nu()));
  }
  return () => (invoer ? { mag: true } : { mag: false, waarom: DICHT });
}

/** Whether who asks may do this anywhere; without accounts everybody may, as a link allows. */
export function openMacht({ toegang }: Pick<Invoerstand, "toegang">): Invoerpoort {
  if (!toegang) return () => ({ mag: true });
  return (c, handeling) => mag(c.get("wie"), handeling, "ergens", dagVan(toegang.nu()));
}

/** Why who asks may not do this to areas; without accounts nobody is kept from any. */
export function createGebiedsmacht({
  toegang,
  basis,
}: Pick<Invoerstand, "toegang"> & { readonly basis: Basis }): (
  c: Context,
  handeling: Handeling,
) => Gebiedsmacht {
  return (c, handeling) => (codes) => {
    if (!toegang) return undefined;
    const oordeel = magOver(basis, c.get("wie"), handeling, codes, dagVan(toegang.nu()));
    return oordeel.mag ? undefined : oordeel.waarom;
  };
}

/** Only for who may put in what holds for everybody who uses this server. */
export function onlyWithInvoer(
  poort: Invoerpoort,
  handeling: Handeling,
  refuse: (c: Context, why: string) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const oordeel = poort(c, handeling);
    if (oordeel.mag) return next();
    const { waarom } = oordeel;
    if (wantsJson(c.req.header("Accept"))) {
      return problemResponse({ status: 403, title: "Dit kunt u hier niet", detail: waarom });
    }
    return refuse(c, waarom);
  };
}
