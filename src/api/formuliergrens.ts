import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problemResponse } from "./problem.ts";

/** A form with a few fields; nobody types more. */
const MEESTE_BYTES = 100_000;

/** Where a file or a whole text is sent, and a limit of its own stands beside it. */
const EIGEN_GRENS =
  /^\/(?:v1\/|vaststellingen\/|(?:documenten|verdeling\/versies)\/[^/]+\/vaststellen$|verdeling\/uitvoer\/|bronnen\/grenzen-bestand$|documenten\/(?:nieuw|inlezen|[^/]+\/bewerken)$|inleveringen\/(?:nieuw|[^/]+\/(?!delen$)[^/]+)$)/;

/**
 * Reads no more of a form than a form can be, whoever sends it.
 *
 * Before it is known who asks: otherwise anybody fills the memory of the server with a form that
 * is refused a moment later.
 */
export function limitForms(): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: MEESTE_BYTES, onError: tooLarge });
  return (c, next) => (EIGEN_GRENS.test(c.req.path) ? next() : limit(c, next));
}

function tooLarge(): Response {
  const detail = `Een formulier mag hoogstens ${MEESTE_BYTES} bytes zijn. Ga terug met uw browser en stuur minder tegelijk.`;
  return problemResponse({ status: 413, title: "Dit is te groot", detail });
}
