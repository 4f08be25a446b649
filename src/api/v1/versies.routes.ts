import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { rekenblad } from "#contract/api/rekenblad.ts";
import {
  deelpad,
  ernaastvraag,
  statusverzoek,
  vergelijkverzoek,
  versie,
  versiepad,
  wasWordt,
} from "#contract/api/versies.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readBevrorenBlad } from "#services/rekenversie/bevroren-blad.ts";
import {
  markVersie,
  readVersie,
  shareWith,
  throwAway,
  type Versiedaad,
  type Versielezing,
} from "#services/rekenversie/rekenversie.service.ts";
import { compareVersies } from "#services/rekenversie/was-wordt.ts";
import { listGebeurtenissen } from "#storage/rekenversie.repository.ts";
import { listVaststellingen } from "#storage/vaststelling.repository.ts";
import { badRequest, ProblemError } from "../problem.ts";
import { done, jsonText, ok } from "./antwoord.ts";
import { geheimOf, MET_GEHEIM, notAllowed, nothingHere, notYours } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import { changedSince, isStillThat, kenmerkVan, saysKenmerk, tellKenmerk } from "./kenmerk.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { gone, toVersie } from "./versiebeeld.ts";

const common = { tags: ["versies"], ...MET_GEHEIM };

const toon = createRoute({
  ...common,
  method: "get",
  path: "/versies/{versie}",
  operationId: "toonVersie",
  summary: "Een bewaarde versie: rekenblad, documenten, cijfers en uitkomst",
  request: { params: versiepad },
  responses: ok(versie, "De versie.", 404, 410),
});

const blad = createRoute({
  ...common,
  method: "get",
  path: "/versies/{versie}/rekenblad",
  operationId: "toonVersieRekenblad",
  summary: "Het rekenblad van een versie, met de cijfers van toen",
  request: { params: versiepad, query: ernaastvraag },
  responses: ok(rekenblad, 'Het rekenblad. Een heel getal is «{ "$": "12" }».', 400, 404, 410),
});

const zetStatus = createRoute({
  ...common,
  method: "patch",
  path: "/versies/{versie}",
  operationId: "zetVersiestatus",
  summary: "Zet een versie klaar voor bespreking, of terug naar concept",
  request: {
    params: versiepad,
    body: { required: true, content: { "application/json": { schema: statusverzoek } } },
  },
  responses: done("Gedaan.", 400, 403, 404, 410, 412),
});

const gooiWeg = createRoute({
  ...common,
  method: "delete",
  path: "/versies/{versie}",
  operationId: "gooiVersieWeg",
  summary: "Gooi een versie weg; dat zij er was, blijft staan",
  request: { params: versiepad },
  responses: done("De inhoud is weg.", 403, 404, 409, 410),
});

const deel = createRoute({
  ...common,
  method: "put",
  path: "/versies/{versie}/kringen/{kring}",
  operationId: "deelVersie",
  summary: "Deel een versie met een kring",
  description: "Een cijfer zonder bron kan niet verder dan de eigen kring.",
  request: { params: deelpad },
  responses: done("De kring ziet deze versie.", 403, 404, 409, 410),
});

const vergelijk = createRoute({
  method: "post",
  path: "/versievergelijkingen",
  operationId: "vergelijkVersies",
  tags: ["versies"],
  summary: "Was en wordt: wat er anders is tussen twee versies",
  description: "Er wordt niets bewaard; de geheimen staan in de inhoud en dus in geen adres.",
  request: {
    body: { required: true, content: { "application/json": { schema: vergelijkverzoek } } },
  },
  responses: ok(
    wasWordt,
    "Per eenheid voor en na, de zin, de keuzes en de cijfers.",
    400,
    404,
    410,
    429,
  ),
});

/** One version: read, mark, share, throw away, and lay beside another. */
export function versiesRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis } = omgeving;
  api.on("POST", "/versievergelijkingen", limitRate(omgeving, "vergelijken"));
  api.openapi(toon, async (c) => {
    const id = c.req.valid("param").versie;
    const read = found(await readVersie(db, new Date(), { id, geheim: geheimOf(c) }));
    tellKenmerk(c, kenmerkVan(read.versie.id, read.versie.gezet));
    const log = await listGebeurtenissen(db, [read.versie.id]);
    const adopted = await listVaststellingen(db, { soort: "versie", id: read.versie.id });
    return c.json(toVersie(read, log, adopted), 200);
  });
  api.openapi(blad, async (c) => {
    const id = c.req.valid("param").versie;
    const { inhoud } = found(await readVersie(db, new Date(), { id, geheim: geheimOf(c) }));
    const made = readBevrorenBlad(inhoud, c.req.valid("query").ernaast === "ja");
    if (!made.ok) throw badRequest("Dit rekenblad kan niet worden gemaakt", made.fouten);
    return jsonText(c, toRekenjson(made.blad));
  });
  api.openapi(zetStatus, async (c) => {
    const aanvraag = { id: c.req.valid("param").versie, geheim: geheimOf(c) };
    const { status } = c.req.valid("json");
    const isNog = ({ id, gezet }: { readonly id: string; readonly gezet: number }) =>
      isStillThat(c, kenmerkVan(id, gezet));
    const asked = { status, ...(saysKenmerk(c) ? { isNog } : {}) };
    settled(await markVersie(db, new Date(), aanvraag, asked));
    return c.body(null, 204);
  });
  api.openapi(gooiWeg, async (c) => {
    const aanvraag = { id: c.req.valid("param").versie, geheim: geheimOf(c) };
    settled(await throwAway(db, new Date(), aanvraag));
    return c.body(null, 204);
  });
  api.openapi(deel, async (c) => {
    const { versie: id, kring } = c.req.valid("param");
    settled(await shareWith({ db, basis, nu: new Date() }, { id, geheim: geheimOf(c) }, kring));
    return c.body(null, 204);
  });
  api.openapi(vergelijk, async (c) => {
    const { was, wordt } = c.req.valid("json");
    const nu = new Date();
    const before = await readVersie(db, nu, { id: was.versie, geheim: was.geheim });
    const after = await readVersie(db, nu, { id: wordt.versie, geheim: wordt.geheim });
    const made = compareVersies(basis, found(before).inhoud, found(after).inhoud);
    if (!made.ok) throw badRequest("Deze versies zijn niet naast elkaar te leggen", made.fouten);
    // The lists are only read from here on.
    return jsonText(c, JSON.stringify({ sleutels: made.sleutels }));
  });
}

function found(read: Versielezing): Extract<Versielezing, { soort: "gevonden" }> {
  if (read.soort === "niet-gevonden") throw nothingHere();
  if (read.soort === "weg") throw gone(read.versie);
  return read;
}

function settled(daad: Versiedaad): void {
  switch (daad.soort) {
    case "gedaan":
      return;
    case "niet-gevonden":
      throw nothingHere();
    case "weg":
      throw gone(daad.versie);
    case "niet-van-u":
      throw notYours("Alleen wie deze versie maakte of de reeks beheert, kan dit doen.");
    case "vastgesteld":
      throw new ProblemError({
        status: 409,
        title: "Deze versie is vastgesteld",
        detail: "Wat een bestuursorgaan vaststelde, blijft bewaard. Weggooien kan niet.",
      });
    case "geen-macht":
      throw notAllowed(daad.waarom);
    case "veranderd":
      throw changedSince({ nieuwste: { status: daad.status } });
    case "zonder-bron":
      throw withoutSource(daad.cijfers);
    case "kleine-aantallen":
      throw withSmallCounts(daad.cijfers);
  }
}

function withoutSource(cijfers: readonly string[]): ProblemError {
  return new ProblemError({
    status: 409,
    title: "Delen kan nog niet: er zijn cijfers zonder bron",
    detail:
      "Een cijfer zonder bron blijft binnen de eigen kring. Zeg waar elk cijfer vandaan komt, en bewaar opnieuw.",
    fouten: cijfers.map((cijfer) => `«${cijfer}» heeft geen bron.`),
  });
}

function withSmallCounts(cijfers: readonly string[]): ProblemError {
  return new ProblemError({
    status: 409,
    title: "Delen kan niet: hier staan kleine aantallen mensen",
    detail:
      "Aantallen mensen van een groep per gemeente gaan alleen verder dan de eigen kring als elk aantal tien of meer is, en van gevoelige groepen nooit. Reken met het getal van de regio.",
    fouten: cijfers.map((cijfer) => `«${cijfer}» is een klein of gevoelig aantal.`),
  });
}
