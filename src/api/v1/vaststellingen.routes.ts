import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import {
  nieuweIntrekking,
  nieuweVaststelling,
  vaststelling,
  vaststelpad,
  vaststelvraag,
} from "#contract/api/vaststelling.ts";
import type { Vastgesteld, Vaststelling } from "#domain/vaststelling.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { legVast, trekIn, type Vaststeldaad } from "#services/vaststelling/vaststelling.service.ts";
import { findVaststelling, listVaststellingen } from "#storage/vaststelling.repository.ts";
import { badRequest, notFoundProblem, ProblemError } from "../problem.ts";
import { vaststelvraagOf } from "../vaststelling/vaststelling.routes.tsx";
import { made, ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { notAllowed } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["vaststellingen"];

const zoek = createRoute({
  tags,
  method: "get",
  path: "/vaststellingen",
  operationId: "zoekVaststellingen",
  summary: "Wat bestuursorganen hebben vastgesteld, en wat daarvan is ingetrokken",
  request: { query: vaststelvraag },
  responses: ok(bladzijdeVan("Vaststellingen", vaststelling), "De vaststellingen.", 400),
});

const toon = createRoute({
  tags,
  method: "get",
  path: "/vaststellingen/{id}",
  operationId: "toonVaststelling",
  summary: "Eén vaststelling, met haar besluit",
  request: { params: vaststelpad },
  responses: ok(vaststelling, "De vaststelling.", 404),
});

const leg = createRoute({
  tags,
  method: "post",
  path: "/vaststellingen",
  operationId: "legVaststellingVast",
  summary: "Leg vast dat een bestuursorgaan precies deze versie vaststelde",
  description:
    "Alleen wie voor het bevoegde orgaan handelt, en dat op de dag van het besluit ook deed. Wat is vastgelegd, verandert nooit.",
  request: {
    body: { required: true, content: { "application/json": { schema: nieuweVaststelling } } },
  },
  responses: made(vaststelling, "De vaststelling.", 400, 403, 404, 409, 429),
});

const intrek = createRoute({
  tags,
  method: "post",
  path: "/vaststellingen/{id}/intrekkingen",
  operationId: "legIntrekkingVast",
  summary: "Leg het besluit vast waarmee hetzelfde orgaan een vaststelling introk",
  request: {
    params: vaststelpad,
    body: { required: true, content: { "application/json": { schema: nieuweIntrekking } } },
  },
  responses: made(vaststelling, "De vaststelling, met haar intrekking.", 400, 403, 404, 409, 429),
});

/** What bodies of government adopted: exactly one version each, by a decision of theirs. */
export function vaststellingenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db } = omgeving;
  const limit = limitRate(omgeving, "vaststellen");
  api.on("POST", ["/vaststellingen", "/vaststellingen/:id/intrekkingen"], limit);
  const readOne = async (id: string) => {
    const found = await findVaststelling(db, asKenmerk(id));
    if (!found) throw nothing();
    return toAntwoord(found);
  };
  api.openapi(zoek, async (c) => {
    const { document, versie, ...rest } = c.req.valid("query");
    const all =
      document === undefined && versie === undefined
        ? await listVaststellingen(db)
        : await listVaststellingen(db, readWat({ document, versie }));
    return c.json(toBladzijde(all.map(toAntwoord), rest, c.req.url), 200);
  });
  api.openapi(toon, async (c) => c.json(await readOne(c.req.valid("param").id), 200));
  api.openapi(leg, async (c) => {
    const { document, versie, over, organisatie, datum, stuk } = c.req.valid("json");
    const besluit = { datum, ...stuk };
    const vraag = vaststelvraagOf(c, omgeving);
    const daad = await legVast(vraag, readWat({ document, versie }), {
      over,
      organisatie,
      besluit,
    });
    return c.json(await readOne(settled(daad)), 201);
  });
  api.openapi(intrek, async (c) => {
    const { datum, stuk } = c.req.valid("json");
    const { id } = c.req.valid("param");
    const daad = await trekIn(vaststelvraagOf(c, omgeving), id, { datum, ...stuk });
    return c.json(await readOne(settled(daad)), 201);
  });
}

type Genoemd = { readonly document?: string | undefined; readonly versie?: string | undefined };

function readWat({ document, versie }: Genoemd): Vastgesteld {
  const [, id = "", number = ""] = /^(.+)@(\d{1,9})$/.exec(document ?? "") ?? [];
  if ((document === undefined) === (versie === undefined)) {
    throw badRequest("Deze vraag klopt niet", [
      "Noem een «document» of een «versie», en niet allebei.",
    ]);
  }
  if (versie !== undefined) return { soort: "versie", id: asKenmerk(versie) };
  if (id === "") {
    throw badRequest("Deze vraag klopt niet", [
      "Noem bij «document» één versie, zoals «urgenten-bovengrens@1».",
    ]);
  }
  return { soort: "document", id, versie: Number(number) };
}

function nothing(): ProblemError {
  return notFoundProblem("Dit is er niet, of er valt niets over vast te leggen.");
}

function settled(daad: Vaststeldaad): string {
  switch (daad.soort) {
    case "gedaan":
      return daad.id;
    case "niet-gevonden":
      throw nothing();
    case "geen-macht":
      throw notAllowed(daad.waarom);
    case "fouten":
      throw badRequest("Dit besluit kan zo niet worden vastgelegd", daad.fouten);
    case "al-gedaan":
      throw new ProblemError({
        status: 409,
        title: "Dit besluit was al vastgelegd",
        detail: "Hetzelfde orgaan stelde dit al vast, of trok het al in. Kijk wat er staat.",
      });
  }
}

/** An adoption as the API gives it. */
export function toAntwoord({ wat, orgaan, ...rest }: Vaststelling): z.infer<typeof vaststelling> {
  const named =
    wat.soort === "versie" ? { versie: wat.id } : { document: `${wat.id}@${wat.versie}` };
  // Of these five only; the wetgever and a regio adopt nothing here.
  return { ...rest, ...named, orgaan: orgaan as z.infer<typeof vaststelling>["orgaan"] };
}
