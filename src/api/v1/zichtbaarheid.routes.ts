import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { z } from "zod";
import { dingpad, linkpad, zicht, zichtverzoek } from "#contract/api/zichtbaarheid.ts";
import {
  type Deelbeeld,
  type Deelsoort,
  type Deeluitkomst,
  deel,
  endLink,
  readDeelbeeld,
} from "#services/toegang/delen.service.ts";
import { badRequest, ProblemError } from "../problem.ts";
import { describeNietGedeeld, readDeling, vraagOf } from "../toegang/delen.routes.tsx";
import { done, ok } from "./antwoord.ts";
import { notAllowed, nothingHere } from "./geheim.ts";
import type { Apiomgeving } from "./omgeving.ts";

type Soort = {
  readonly soort: Deelsoort;
  readonly pad: string;
  readonly tag: string;
  /** As the id of an operation and as words. */
  readonly naam: string;
  readonly wat: string;
};

const SOORTEN: readonly Soort[] = [
  { soort: "versie", pad: "/versies", tag: "versies", naam: "Versie", wat: "een versie" },
  {
    soort: "ronde",
    pad: "/correctierondes",
    tag: "correcties",
    naam: "Correctieronde",
    wat: "een correctieronde",
  },
  {
    soort: "lijst",
    pad: "/woordenlijsten",
    tag: "woorden",
    naam: "Woordenlijst",
    wat: "een woordenlijst",
  },
  {
    soort: "levering",
    pad: "/inleveringen",
    tag: "inleveringen",
    naam: "Inlevering",
    wat: "een levering",
  },
  { soort: "fonds", pad: "/fondsen", tag: "fondsen", naam: "Fonds", wat: "een fonds" },
  {
    soort: "document",
    pad: "/documenten",
    tag: "documenten",
    naam: "Document",
    wat: "een eigen document",
  },
];

/** Who sees what people made: the same questions for each sort. */
export function zichtbaarheidRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  for (const one of SOORTEN) addRoutes(api, omgeving, one);
}

function addRoutes(api: OpenAPIHono, omgeving: Apiomgeving, { soort, pad, tag, naam, wat }: Soort) {
  const tags = [tag];
  const toon = createRoute({
    tags,
    method: "get",
    path: `${pad}/{id}/zichtbaarheid`,
    operationId: `toonZichtbaarheid${naam}`,
    summary: `Wie ${wat} ziet`,
    request: { params: dingpad },
    responses: ok(zicht, "Wie het ziet.", 404),
  });
  const kies = createRoute({
    tags,
    method: "put",
    path: `${pad}/{id}/zichtbaarheid`,
    operationId: `kiesZichtbaarheid${naam}`,
    summary: `Kies wie ${wat} ziet`,
    request: {
      params: dingpad,
      body: { required: true, content: { "application/json": { schema: zichtverzoek } } },
    },
    responses: ok(zicht, "Wie het nu ziet.", 400, 403, 404, 409),
  });
  const read = async (c: Context, id: string) => {
    const beeld = await readDeelbeeld(vraagOf(c, omgeving), soort, id);
    if (!beeld) throw nothingHere();
    return toZicht(beeld);
  };
  api.openapi(toon, async (c) => c.json(await read(c, c.req.valid("param").id), 200));
  api.openapi(kies, async (c) => {
    const { id } = c.req.valid("param");
    const { zichtbaarheid, kring } = c.req.valid("json");
    const vraag = vraagOf(c, omgeving);
    const deling = readDeling(zichtbaarheid, kring, vraag.wie.kringen);
    // First whether it is there at all: of another's nothing is told.
    await read(c, id);
    if (!deling) throw badRequest("Deze keuze kan niet", [ZONDER_KRING]);
    settled(await deel(vraag, soort, id, deling));
    return c.json(await read(c, id), 200);
  });
  if (soort === "document" || soort === "fonds") return;
  const trekIn = createRoute({
    tags,
    method: "delete",
    path: `${pad}/{id}/links/{link}`,
    operationId: `trekLinkIn${naam}`,
    summary: `Trek een geheime link van vroeger in die ${wat} opent`,
    request: { params: linkpad },
    responses: done("De link opent niets meer.", 403, 404),
  });
  api.openapi(trekIn, async (c) => {
    const { id, link } = c.req.valid("param");
    settled(await endLink(vraagOf(c, omgeving), soort, id, link));
    return c.body(null, 204);
  });
}

const ZONDER_KRING = "Noem bij «kring» een kring waarin u zit.";

function settled(uitkomst: Deeluitkomst): void {
  switch (uitkomst.soort) {
    case "gedaan":
      return;
    case "niet-gevonden":
      throw nothingHere();
    case "niet-van-u":
      throw notAllowed(
        "Het is van een andere organisatie. U kunt het lezen; wie het maakte, kiest wie het ziet.",
      );
    case "geen-macht":
      throw notAllowed(uitkomst.waarom);
    default: {
      const [detail = "", ...fouten] = describeNietGedeeld(uitkomst);
      throw new ProblemError({ status: 409, title: "Delen kan nog niet", detail, fouten });
    }
  }
}

function toZicht({ eigendom, wijzigbaar, kringen, links }: Deelbeeld): z.infer<typeof zicht> {
  return {
    zichtbaarheid: eigendom?.zichtbaarheid ?? "openbaar",
    ...(eigendom?.kring === undefined ? {} : { kring: eigendom.kring }),
    wijzigbaar: wijzigbaar && eigendom !== undefined,
    kringen: kringen.map(({ id, naam }) => ({ kring: id, naam })),
    links: links.map(({ id, recht, naam, gemeente }) => ({
      ...{ link: id, recht },
      ...(naam === undefined ? {} : { naam }),
      ...(gemeente === undefined ? {} : { gemeente }),
    })),
  };
}
