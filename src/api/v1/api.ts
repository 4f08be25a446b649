import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { createEigenVerbruik } from "#services/toegang/verbruik.ts";
import { ProblemError, problemResponse } from "../problem.ts";
import type { Rooms } from "../site.ts";
import { addressOf } from "./adres.ts";
import { refuseOtherMethods } from "./andere-methoden.ts";
import { API_VERSIE } from "./antwoord.ts";
import { bevriezingenRoutes } from "./bevriezingen.routes.ts";
import { catalogusRoutes } from "./catalogus.routes.ts";
import { correctiesRoutes } from "./correcties.routes.ts";
import { datasetsRoutes } from "./datasets.routes.ts";
import { documentenRoutes } from "./documenten.routes.ts";
import { eigenDocumentenRoutes } from "./eigen-documenten.routes.ts";
import { fondsenApiRoutes } from "./fondsen.routes.ts";
import { gebiedenRoutes } from "./gebieden.routes.ts";
import { gedeeldRoutes } from "./gedeeld.routes.ts";
import { bodyTooLarge, GRENZEN, type Grenzen, limitQuery, limitTime } from "./grenzen.ts";
import { gzipAnswers } from "./gzip.ts";
import { repeatOnce } from "./herhaling.ts";
import { herindelingenRoutes } from "./herindelingen.routes.ts";
import { indelingenRoutes } from "./indelingen.routes.ts";
import { indicatorenRoutes } from "./indicatoren.routes.ts";
import { inleveringenRoutes } from "./inleveringen.routes.ts";
import { refuseInput } from "./invoer.ts";
import { kaartenRoutes } from "./kaarten.routes.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { openapiRoutes } from "./openapi.routes.ts";
import { opmerkingenRoutes } from "./opmerkingen.routes.ts";
import { rekenbladenRoutes } from "./rekenbladen.routes.ts";
import { toetsenRoutes } from "./toetsen.routes.ts";
import { vaststellingenRoutes } from "./vaststellingen.routes.ts";
import { verdelingenRoutes } from "./verdelingen.routes.ts";
import { versiereeksenRoutes } from "./versiereeksen.routes.ts";
import { versiesRoutes } from "./versies.routes.ts";
import { waarnemingenRoutes } from "./waarnemingen.routes.ts";
import { wijzigingenRoutes } from "./wijzigingen.routes.ts";
import { woordenlijstenRoutes } from "./woordenlijsten.routes.ts";
import { zichtbaarheidRoutes } from "./zichtbaarheid.routes.ts";

const DELEN: readonly ((api: OpenAPIHono, omgeving: Apiomgeving) => void)[] = [
  openapiRoutes,
  gebiedenRoutes,
  indelingenRoutes,
  herindelingenRoutes,
  kaartenRoutes,
  indicatorenRoutes,
  waarnemingenRoutes,
  inleveringenRoutes,
  documentenRoutes,
  eigenDocumentenRoutes,
  rekenbladenRoutes,
  verdelingenRoutes,
  toetsenRoutes,
  bevriezingenRoutes,
  versiereeksenRoutes,
  versiesRoutes,
  correctiesRoutes,
  woordenlijstenRoutes,
  opmerkingenRoutes,
  gedeeldRoutes,
  zichtbaarheidRoutes,
  vaststellingenRoutes,
  datasetsRoutes,
  catalogusRoutes,
  wijzigingenRoutes,
  fondsenApiRoutes,
];

/**
 * The HTTP API, to be hung under `/v1`: what every answer has in common, and every part.
 *
 * A part is `(api, omgeving) => void` with routes of `createRoute`; a route without a description
 * does not exist, because the OpenAPI document is made of these.
 */
export function createApi(
  rooms: Rooms,
  grenzen: Grenzen = GRENZEN,
  now: () => number = () => performance.now(),
): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: refuseInput });
  api.use(async (c, next) => {
    await next();
    c.header("API-Version", API_VERSIE);
  });
  api.use(gzipAnswers(), limitQuery(grenzen), limitTime(grenzen));
  api.use(limitBody(grenzen));
  api.use(repeatOnce(rooms.db));
  const peildag = rooms.basis.kennis.peildatum ?? "2026-01-01";
  const adres = addressOf(rooms.uitgever, rooms.https);
  const verbruik = rooms.verbruik ?? createEigenVerbruik();
  const omgeving = { ...rooms, grenzen, verbruik, peildag, now, adres };
  for (const add of DELEN) add(api, omgeving);
  refuseOtherMethods(api);
  return api;
}

/** A file of figures may be larger than any other body. */
function limitBody({ inhoud, bestand }: Grenzen): MiddlewareHandler {
  const upTo = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw bodyTooLarge(maxSize);
      },
    });
  const [small, large] = [upTo(inhoud), upTo(bestand)];
  return (c, next) => {
    const file = c.req.method === "POST" && c.req.path.endsWith("/inleveringen");
    return file ? large(c, next) : small(c, next);
  };
}

const TITELS: Readonly<Record<number, readonly [titel: string, detail: string]>> = {
  400: ["Deze vraag is niet te lezen", "De inhoud is geen goede JSON. Verbeter haar."],
  415: ["Dit soort inhoud wordt niet gelezen", "Stuur JSON, met Content-Type: application/json."],
};

/** What went wrong, where somebody foresaw it; undefined where nobody did. */
export function foreseen(error: unknown): Response | undefined {
  if (error instanceof ProblemError) return problemResponse(error.problem, error.headers);
  if (!(error instanceof HTTPException)) return undefined;
  const [title, detail] = TITELS[error.status] ?? ["Deze vraag kan niet", error.message];
  return problemResponse({ status: error.status, title, detail });
}
