import type { Context, MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { problemResponse, wantsJson } from "./problem.ts";

/** Why nobody can put anything in here: there are no accounts yet, and others can reach the server. */
const DICHT =
  "Op deze server kan niemand iets inlezen of bewaren voor iedereen: er zijn nog geen accounts, en anderen kunnen hem bereiken. Wie de server beheert, zet het aan met WOONREGIE_INVOER=ja.";

/** Refuses a form that another site sent with the browser of somebody who can put things in. */
export function refuseOtherSites(): MiddlewareHandler {
  const check = csrf();
  return async (c, next) => {
    let fromHere = false;
    const pass = async () => {
      fromHere = true;
    };
    await check(c, pass).catch(() => {});
    if (fromHere) return next();
    const detail =
      "Dit formulier kwam van een andere site. Open de pagina hier en probeer het opnieuw.";
    return problemResponse({ status: 403, title: "Niet van deze site", detail });
  };
}

/** Only where this server takes in what holds for everybody who uses it. */
export function onlyWithInvoer(
  invoer: boolean,
  refuse: (c: Context, why: string) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    if (invoer) return next();
    if (wantsJson(c.req.header("Accept"))) {
      return problemResponse({ status: 403, title: "Inlezen staat uit", detail: DICHT });
    }
    return refuse(c, DICHT);
  };
}
