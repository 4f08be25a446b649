import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import {
  botsing,
  kringlink,
  kringpad,
  nieuweKring,
  nieuweReeks,
  opslagkop,
  opslagverzoek,
  reekspad,
  versiereeks,
  versieregel,
} from "#contract/api/versies.ts";
import { readBlad } from "#contract/rekenblad/blad.ts";
import type { Basis } from "#services/basis.ts";
import { freezeBlad } from "#services/rekenversie/bevries-blad.ts";
import { type Opslag, type Opslagverzoek, saveVersie } from "#services/rekenversie/opslaan.ts";
import { type Reeksbeeld, readReeks } from "#services/rekenversie/reeksbeeld.ts";
import { endKring, makeKring, startReeks } from "#services/rekenversie/rekenversie.service.ts";
import { badRequest, ProblemError } from "../problem.ts";
import { done, made, ok } from "./antwoord.ts";
import { readBladopdracht, runOpdracht } from "./bladopdracht.ts";
import {
  describeGeheim,
  geheimOf,
  MET_GEHEIM,
  notAllowed,
  nothingHere,
  notYours,
  refuseNewLinks,
} from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { withDeadline } from "./rekentijd.ts";
import { gone, toRegel } from "./versiebeeld.ts";

const tags = ["versies"];

const start = createRoute({
  tags,
  method: "post",
  path: "/versiereeksen",
  operationId: "beginVersiereeks",
  summary: "Begin een lege versiereeks, met een eigen link",
  responses: made(nieuweReeks, "De reeks, met het geheim van haar maker.", 403, 429),
});

const toon = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "get",
  path: "/versiereeksen/{reeks}",
  operationId: "toonVersiereeks",
  summary: "De versies van een reeks, haar kringen en wat er is veranderd",
  request: { params: reekspad },
  responses: ok(versiereeks, "Wat u met deze link ziet.", 404),
});

// It is thrown, so the type of the handler says nothing of it.
function withBotsing<R extends object>(responses: R): R {
  const content = { "application/problem+json": { schema: botsing } };
  const description = "Een ander bewaarde intussen een versie. Beide staan in het antwoord.";
  return { ...responses, 409: { description, content } };
}

const bewaar = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/versiereeksen/{reeks}/versies",
  operationId: "bewaarVersie",
  summary: "Bewaar een rekenblad als versie",
  description:
    "Document met wijzigingen, gebruikte cijfers, versie van de rekenkern en uitkomst komen samen onder één kenmerk te staan.",
  request: {
    params: reekspad,
    headers: opslagkop,
    body: { required: true, content: { "application/json": { schema: opslagverzoek } } },
  },
  responses: withBotsing(
    made(
      versieregel,
      "De versie is bewaard, nu of bij een eerder gelijk verzoek.",
      400,
      403,
      404,
      410,
      429,
    ),
  ),
});

const maakKring = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/versiereeksen/{reeks}/kringen",
  operationId: "maakKring",
  summary: "Maak een kring met een eigen link",
  request: {
    params: reekspad,
    body: { required: true, content: { "application/json": { schema: nieuweKring } } },
  },
  responses: made(kringlink, "De kring, met haar geheim.", 400, 403, 404, 429),
});

const eindigKring = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "delete",
  path: "/versiereeksen/{reeks}/kringen/{kring}",
  operationId: "eindigKring",
  summary: "Trek de link van een kring in",
  request: { params: kringpad },
  responses: done("De link opent niets meer.", 404),
});

/** A reeks of versions: begin, look, save, and the circles it is shared with. */
export function versiereeksenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis, macht } = omgeving;
  describeGeheim(api);
  api.on(
    "POST",
    ["/versiereeksen", "/versiereeksen/:reeks/versies", "/versiereeksen/:reeks/kringen"],
    limitRate(omgeving, "versies"),
  );
  api.openapi(start, async (c) => {
    const oordeel = macht(c, "versies-bewaren");
    if (!oordeel.mag) throw notAllowed(oordeel.waarom);
    const { reeks, id, ...rest } = await startReeks(db);
    return c.json({ reeks, link: id, ...rest }, 201);
  });
  api.openapi(toon, async (c) => {
    const { reeks: id } = c.req.valid("param");
    const read = await readReeks(db, new Date(), { id, geheim: geheimOf(c) });
    if (!read) throw nothingHere();
    return c.json(toReeks(read), 200);
  });
  api.openapi(bewaar, async (c) => {
    const verzoek: Opslagverzoek = c.req.valid("json");
    const aanvraag = { id: c.req.valid("param").reeks, geheim: geheimOf(c) };
    const sleutel = c.req.valid("header")["idempotency-key"];
    const kluis = { db, basis, nu: new Date(), freeze: createFreezer(verzoek, omgeving) };
    const opslag = await saveVersie(kluis, aanvraag, sleutel, verzoek);
    return c.json(kept(opslag, verzoek), 201);
  });
  api.openapi(maakKring, async (c) => {
    refuseNewLinks(omgeving);
    const { naam, recht } = c.req.valid("json");
    const aanvraag = { id: c.req.valid("param").reeks, geheim: geheimOf(c) };
    const link = await makeKring(db, aanvraag, { naam, recht });
    if (!link) throw nothingHere();
    return c.json({ naam, link: link.id, geheim: link.geheim }, 201);
  });
  api.openapi(eindigKring, async (c) => {
    const { reeks: id, kring } = c.req.valid("param");
    if (!(await endKring(db, { id, geheim: geheimOf(c) }, kring))) throw nothingHere();
    return c.body(null, 204);
  });
}

/** Within the same limits as a sheet that is only worked out. */
function createFreezer({ adres, bronnen }: Opslagverzoek, omgeving: Apiomgeving) {
  const { grenzen, peildag, now } = omgeving;
  return (basis: Basis) => {
    const query = new URLSearchParams(adres);
    const blad = readBlad(query.get("document") ?? "", query, peildag);
    const opdracht = readBladopdracht(blad, basis, grenzen);
    const timed = withDeadline(basis, grenzen.tijd, now);
    return runOpdracht(() => freezeBlad(timed, blad, opdracht, bronnen), blad.op, basis);
  };
}

function toReeks({ reeks, recht, versies, kringen, gebeurtenissen }: Reeksbeeld) {
  return {
    reeks,
    recht: recht === "nakijken" ? ("lezen" as const) : recht,
    versies: versies.map(({ versie, kop, kringen }) => ({
      ...toRegel(versie, kop),
      kringen: [...kringen],
    })),
    kringen: kringen.flatMap(({ id, naam, recht }) =>
      recht === "meewerken" || recht === "lezen" ? [{ kring: id, naam, recht }] : [],
    ),
    gebeurtenissen: [...gebeurtenissen],
  };
}

function kept(opslag: Opslag, ingediend: Opslagverzoek): z.infer<typeof versieregel> {
  switch (opslag.soort) {
    case "bewaard":
      if (opslag.versie.weg) throw gone(opslag.versie);
      return toRegel(opslag.versie);
    case "niet-gevonden":
      throw nothingHere();
    case "alleen-lezen":
      throw notYours("Met deze link kunt u lezen. Vraag de maker om een link om mee te werken.");
    case "geen-macht":
      throw notAllowed(opslag.waarom);
    case "fouten":
      throw badRequest("Dit rekenblad kan niet worden bewaard", opslag.fouten);
    case "andere-inhoud":
      throw new ProblemError({
        status: 409,
        title: "Deze sleutel is al gebruikt",
        detail: "Onder deze Idempotency-Key is iets anders bewaard. Gebruik een nieuwe.",
      });
    case "botsing": {
      const problem = {
        status: 409,
        title: "Een ander heeft intussen bewaard",
        detail: `Versie ${opslag.nieuwste.nummer} is bewaard nadat u begon. Er is niets weg: ga verder op die versie, of bewaar de uwe ernaast.`,
        nieuwste: toRegel(opslag.nieuwste),
        ingediend,
      };
      throw new ProblemError(problem);
    }
  }
}
