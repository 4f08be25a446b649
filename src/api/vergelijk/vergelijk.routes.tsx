import type { Hono } from "hono";
import type { Indicator } from "#domain/indicator.ts";
import { parseGetal } from "#domain/notatie.ts";
import { readReeks } from "#services/cijfers/reeks.service.ts";
import { findGebied } from "#services/verdeling/opdracht.ts";
import type { Rooms } from "../site.ts";
import { IndicatorPage } from "./indicator-page.tsx";
import { OnbekendPage } from "./onbekend-page.tsx";
import { ReeksPage, type Reeksvelden } from "./reeks-page.tsx";
import { RegioNaastPage } from "./regio-naast-page.tsx";

/** Figures and regions beside each other, and what is not known. */
export function vergelijkRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, notFound } = rooms;
  const op = basis.kennis.peildatum ?? "2026-01-01";
  app.get("/regios/:naam/naast", (c) => {
    const naam = c.req.param("naam");
    if (basis.gebied(naam, op).soort !== "gevonden") {
      return notFound(c, `Er is niet één regio «${naam}». Kijk op /regios.`);
    }
    const andere = c.req.query("andere") ?? "";
    return c.html(<RegioNaastPage frame={frame(c)} {...{ basis, naam, andere, op }} />);
  });
  app.get("/wat-wij-niet-weten", (c) =>
    c.html(<OnbekendPage frame={frame(c)} basis={basis} op={op} />),
  );
  app.get("/indicatoren/:id", (c) => {
    const id = c.req.param("id");
    const indicator = findIndicator(rooms, id);
    if (!indicator) return notFound(c, `Er is geen cijfer «${id}». Kijk op /documenten.`);
    return c.html(<IndicatorPage frame={frame(c)} basis={basis} indicator={indicator} op={op} />);
  });
  app.get("/reeksen", (c) => {
    const velden: Reeksvelden = {
      regio: c.req.query("regio") ?? "nederland",
      gerealiseerd: c.req.query("gerealiseerd") ?? "nieuwbouw",
      raming: c.req.query("raming") ?? "",
      doel: c.req.query("doel") ?? "",
    };
    return c.html(
      <ReeksPage frame={frame(c)} basis={basis} velden={velden} {...read(rooms, velden, op)} />,
    );
  });
}

function findIndicator({ basis }: Rooms, id: string): Indicator | undefined {
  const found = basis.bibliotheek.find(id);
  return found?.soort === "indicator" ? found : undefined;
}

function read(rooms: Rooms, velden: Reeksvelden, op: string) {
  const { basis } = rooms;
  const fouten: string[] = [];
  const gebied = findGebied(basis, velden.regio, op, fouten);
  const gerealiseerd = findIndicator(rooms, velden.gerealiseerd);
  const raming = velden.raming === "" ? undefined : findIndicator(rooms, velden.raming);
  const doel = velden.doel.trim() === "" ? undefined : parseGetal(velden.doel);
  if (!gerealiseerd) fouten.push(`Er is geen cijfer «${velden.gerealiseerd}».`);
  if (velden.raming !== "" && !raming) fouten.push(`Er is geen cijfer «${velden.raming}».`);
  if (velden.doel.trim() !== "" && !doel) {
    fouten.push(`«${velden.doel}» is geen getal. Schrijf het doel als 290.000.`);
  }
  if (!gebied || !gerealiseerd || fouten.length > 0) return { fouten };
  const reeks = readReeks(basis, {
    gebied,
    gerealiseerd,
    ...(raming ? { raming } : {}),
    ...(doel ? { doel } : {}),
    op,
  });
  const gevonden = { reeks, gebied: gebied.titel, gerealiseerd, ...(raming ? { raming } : {}) };
  return { fouten, gevonden };
}
