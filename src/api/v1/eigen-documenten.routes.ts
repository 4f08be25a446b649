import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  bewaardDocument,
  documentbotsing,
  documentinzending,
  eigenpad,
  taalgegevens,
} from "#contract/api/eigen-document.ts";
import type { Documentfout } from "#contract/kader/fout.ts";
import { toKennisbestand } from "#contract/kader/kennisbestand.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import {
  type Documentopslag,
  removeDocument,
  saveDocument,
  type Weggooien,
} from "#services/kader/eigen-documenten.service.ts";
import { listVersies } from "#storage/eigen-document.repository.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { onlyWithInvoer } from "../invoer.ts";
import { badRequest, notFoundProblem, ProblemError } from "../problem.ts";
import { done, jsonText, made, ok } from "./antwoord.ts";
import { describeBotsing } from "./documentbotsing.ts";
import { limitRate } from "./grenzen.ts";
import {
  changedSince,
  isStillThat,
  kenmerkVan,
  MET_KENMERK,
  saysKenmerk,
  tellKenmerk,
} from "./kenmerk.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["documenten"];
const body = {
  body: { required: true, content: { "application/json": { schema: documentinzending } } },
};

// It is thrown, so the type of the handler says nothing of it.
function withBotsing<R extends object>(responses: R): R {
  const content = { "application/problem+json": { schema: documentbotsing } };
  const description =
    "Een ander bewaarde intussen een versie. Wat er staat en het verschil staan erbij.";
  return { ...responses, 409: { description, content } };
}

const create = createRoute({
  ...{ tags, method: "post", path: "/documenten" },
  operationId: "maakDocument",
  summary: "Bewaar een nieuw eigen document",
  description:
    "Het is een voorbeeld of een concept. Het kan alleen waar deze server invoer aanneemt.",
  request: body,
  responses: withBotsing(
    made(bewaardDocument, "Het document is bewaard.", 400, 403, 413, 415, 429),
  ),
});

const update = createRoute({
  ...{ tags, method: "put", path: "/documenten/{id}" },
  operationId: "bewaarDocument",
  summary: "Bewaar een volgende versie van een eigen document",
  description: `Noem in «van» de versie waarvan u uitging. De versie in de tekst wordt bijgewerkt; eerdere versies blijven staan. ${MET_KENMERK}`,
  request: { params: eigenpad, ...body },
  responses: withBotsing(
    ok(bewaardDocument, "De versie is bewaard.", 400, 403, 412, 413, 415, 429),
  ),
});

const remove = createRoute({
  ...{ tags, method: "delete", path: "/documenten/{id}" },
  operationId: "gooiDocumentWeg",
  summary: "Gooi een eigen document weg, met al zijn versies",
  request: { params: eigenpad },
  responses: done("Het document is weg.", 403, 404, 409),
});

const language = createRoute({
  ...{ tags, method: "get", path: "/taalgegevens" },
  operationId: "toonTaalgegevens",
  summary: "Alles wat nodig is om een document zelf na te kijken",
  description: "Gemeenten, codelijsten, bevoegdheden en alle documenten, voor een editor.",
  responses: ok(taalgegevens, 'De gegevens. Een heel getal is «{ "$": "12" }».'),
});

/** Own documents: keep a next version, throw away; and what an editor has to know. */
export function eigenDocumentenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis, invoer } = omgeving;
  const onlyHere = onlyWithInvoer(invoer, "documenten-bewaren", (_, why) => {
    throw new ProblemError({ status: 403, title: "Dit kunt u hier niet", detail: why });
  });
  const rate = limitRate(omgeving, "documenten");
  api.on("POST", "/documenten", onlyHere, rate);
  api.on(["PUT", "DELETE"], "/documenten/:id", onlyHere, rate);
  api.openapi(create, async (c) => {
    const sent = c.req.valid("json");
    const done = kept(await saveDocument({ db, basis }, sent), sent.tekst, omgeving);
    tellKenmerk(c, kenmerkOf(done));
    return c.json(done, 201);
  });
  api.openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    const sent = c.req.valid("json");
    const versies = saysKenmerk(c) ? await listVersies(db, id) : [];
    const newest = versies.at(-1);
    const named = saysKenmerk(c) && (newest ? isStillThat(c, kenmerkOf(newest)) : false);
    const van = named ? (newest?.versie ?? 0) : sent.van;
    if (saysKenmerk(c) && !named) {
      const uitgangspunt = versies.find((versie) => isStillThat(c, kenmerkOf(versie)));
      const delen = { tekst: sent.tekst, uitgangspunt, nieuwste: newest };
      throw changedSince(describeBotsing(delen, basis));
    }
    const opslag = await saveDocument({ db, basis }, { ...sent, van, id });
    const done = kept(opslag, sent.tekst, omgeving);
    tellKenmerk(c, kenmerkOf(done));
    return c.json(done, 200);
  });
  api.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    const gone = await removeDocument({ db, basis }, id);
    if (gone.soort === "niet-gevonden") throw notFoundProblem(`Er is geen eigen document «${id}».`);
    if (gone.soort === "van-een-ander") throw ofAnother();
    if (gone.soort !== "weg") throw stays(id, gone);
    return c.body(null, 204);
  });
  const text = createTaaltekst(omgeving);
  api.openapi(language, (c) => jsonText(c, text()));
}

/** Written out once for a library: it is all documents. */
function createTaaltekst({ basis }: Apiomgeving): () => string {
  let known: string | undefined;
  return () => {
    known ??= toRekenjson({
      ...toKennisbestand(basis.kennis),
      eigen: basis.bibliotheek.list().flatMap(({ id }) => (basis.isEigen(id) ? [id] : [])),
    });
    return known;
  };
}

/** What is told of a document that may be read and not changed. */
export const VAN_EEN_ANDER =
  "U mag het lezen, niet veranderen of weggooien. Neem het over onder een eigen naam; dan is die van u.";
const TITEL = "Dit document kan niet worden bewaard";

function kept(opslag: Documentopslag, tekst: string, { basis }: Apiomgeving) {
  if (opslag.soort === "bewaard") return opslag.bewaard;
  if (opslag.soort === "van-een-ander") throw ofAnother();
  if (opslag.soort === "fouten") throw badRequest(TITEL, opslag.fouten.map(inOneLine));
  const { nieuwste, uitgangspunt } = opslag;
  throw new ProblemError({
    status: 409,
    title: "Een ander heeft intussen bewaard",
    detail: nieuwste
      ? `Versie ${nieuwste.versie} is bewaard nadat u begon. Er is niets weg: bekijk het verschil, en bewaar daarna de uwe als volgende versie of ga verder op die tekst.`
      : "Dit document is intussen weggegooid. Uw tekst is er nog: bewaar haar als nieuw document.",
    ...describeBotsing({ tekst, uitgangspunt, nieuwste }, basis),
  });
}

function kenmerkOf({ id, versie, tekst }: Pick<BewaardDocument, "id" | "versie" | "tekst">) {
  return kenmerkVan(`${id}@${versie}`, tekst);
}

function ofAnother(): ProblemError {
  const title = "Dit document is van een andere organisatie";
  return new ProblemError({ status: 403, title, detail: VAN_EEN_ANDER });
}

function whyItStays(id: string, why: Weggooien): string {
  if (why.soort === "genoemd") {
    return `«${id}» wordt genoemd door ${why.door.join(", ")}. Verander die eerst; anders verliezen zij waar zij naar wijzen.`;
  }
  return why.soort === "vastgesteld"
    ? `Een bestuursorgaan heeft een versie van «${id}» vastgesteld. Wat is vastgesteld, blijft staan.`
    : `Er is een uitkomst van «${id}» bevroren. Zij moet na te rekenen blijven, dus het document blijft staan.`;
}

function inOneLine({ regel, kolom, pad, tekst }: Documentfout): string {
  return `Regel ${regel}, teken ${kolom}${pad === "" ? "" : ` (${pad})`}: ${tekst}`;
}

function stays(id: string, why: Weggooien): ProblemError {
  const detail = whyItStays(id, why);
  return new ProblemError({ status: 409, title: "Dit document blijft staan", detail });
}
