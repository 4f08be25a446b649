import type { Context, Hono } from "hono";
import {
  type Boekingsaanvraag,
  boek,
  type Fondsbeeld,
  maakFonds,
  readFonds,
  readFondsen,
  trekBoekingTerug,
} from "#services/programmering/fondsen.service.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { mag } from "#services/toegang/mag.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { readOokHier } from "../aanwezig/aanwezig.routes.ts";
import { onlyWithInvoer } from "../invoer.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { FondsPage } from "./fonds-page.tsx";
import { FondsenPage } from "./fondsen-page.tsx";
import {
  FONDSKRINGEN,
  type Fondskring,
  type IngevuldFonds,
  LEEG_FONDS,
  NieuwFondsPage,
  VOORBEELD,
} from "./nieuw-fonds-page.tsx";

const GEEN_FONDS = "Er is geen fonds met dit kenmerk, of u mag het niet zien.";

/** Money for building, with the years it can be promised in, and what was promised (F020). */
export function fondsenRoutes(app: Hono, rooms: Rooms): void {
  const { db, frame, invoer } = rooms;
  const own = rooms.toegang !== undefined;
  const may = (c: Context) => invoer(c, "fondsen-bijhouden");
  const refuse = (c: Context, why: string) =>
    c.html(
      <MessagePage frame={frame(c)} titel="Dit kunt u hier niet" aanmelden>
        <p>{why}</p>
      </MessagePage>,
      403,
    );
  app.post("/fondsen/*", onlyWithInvoer(invoer, "fondsen-bijhouden", refuse));
  app.get("/fondsen", async (c) => {
    const regels = await readFondsen(db);
    return c.html(<FondsenPage frame={frame(c)} regels={regels} mag={may(c)} />);
  });
  app.get("/fondsen/nieuw", (c) => {
    const oordeel = may(c);
    if (!oordeel.mag) return refuse(c, oordeel.waarom);
    const ingevuld = c.req.query("voorbeeld") === "ja" ? VOORBEELD : LEEG_FONDS;
    return c.html(<NieuwFondsPage frame={frame(c)} eigen={own} ingevuld={ingevuld} />);
  });
  app.post("/fondsen/nieuw", async (c) => {
    const ingevuld = await readFondsform(c);
    const made = await maakFonds(db, {
      ...ingevuld,
      deling: own ? readDeling(ingevuld) : undefined,
    });
    if (made.ok) return c.redirect(`/fondsen/${made.id}`, 303);
    const around = { eigen: own, ingevuld, fouten: made.fouten };
    return c.html(<NieuwFondsPage frame={frame(c)} {...around} />, 400);
  });
  bookingRoutes(app, rooms);
}

function bookingRoutes(app: Hono, rooms: Rooms): void {
  const { db, toegang, notFound } = rooms;
  app.get("/fondsen/:id", (c) => withFonds(c, rooms, (beeld) => show(c, rooms, beeld)));
  app.post("/fondsen/:id/boekingen", (c) =>
    withFonds(c, rooms, async (beeld) => {
      const form = await c.req.formData();
      const text = (naam: string) => `${form.get(naam) ?? ""}`;
      const aanvraag = {
        ...{ jaar: text("jaar"), bedrag: text("bedrag") },
        ...{ wat: text("wat"), stuk: text("stuk") },
      };
      if (!mayBook(c, rooms, beeld)) return notFound(c, GEEN_FONDS);
      const made = await boek(db, beeld.fonds, aanvraag);
      if (!made.ok) return show(c, rooms, beeld, { aanvraag, fouten: made.fouten });
      return c.redirect(`/fondsen/${beeld.fonds.id}#boekingen`, 303);
    }),
  );
  app.post("/fondsen/:id/boekingen/:boeking/terug", (c) =>
    withFonds(c, rooms, async (beeld) => {
      const reden = `${(await c.req.formData()).get("reden") ?? ""}`;
      if (!mayBook(c, rooms, beeld)) return notFound(c, GEEN_FONDS);
      const id = asKenmerk(c.req.param("boeking") ?? "");
      const nu = toegang?.nu() ?? new Date();
      const fouten = await trekBoekingTerug(db, { fonds: beeld.fonds.id, id, reden }, nu);
      if (!fouten) return notFound(c, "Er is geen boeking met dit kenmerk die nog telt.");
      if (fouten.length > 0) return show(c, rooms, beeld, { fouten });
      return c.redirect(`/fondsen/${beeld.fonds.id}#boekingen`, 303);
    }),
  );
}

async function withFonds(
  c: Context,
  { db, notFound }: Rooms,
  use: (beeld: Fondsbeeld) => Response | Promise<Response>,
): Promise<Response> {
  const beeld = await readFonds(db, asKenmerk(c.req.param("id") ?? ""));
  return beeld ? use(beeld) : notFound(c, GEEN_FONDS);
}

type Boekpoging = {
  readonly aanvraag?: Boekingsaanvraag;
  readonly fouten: readonly string[];
};

async function show(
  c: Context,
  rooms: Rooms,
  beeld: Fondsbeeld,
  poging?: Boekpoging,
): Promise<Response> {
  const mag = mayBook(c, rooms, beeld);
  const ding = { soort: "fonds", id: beeld.fonds.id } as const;
  const ookHier = mag ? await readOokHier(c, rooms, ding) : undefined;
  const page = <FondsPage frame={rooms.frame(c)} {...{ beeld, mag, poging, ookHier }} />;
  return c.html(page, poging ? 400 : 200);
}

/** Whoever keeps funds for the body that this one is of; without an owner, whoever keeps any. */
function mayBook(
  c: Context,
  { invoer, toegang }: Rooms,
  { fonds, wijzigbaar }: Fondsbeeld,
): boolean {
  const organisatie = fonds.eigendom?.organisatie;
  if (!wijzigbaar || !toegang || organisatie === undefined) {
    return wijzigbaar && invoer(c, "fondsen-bijhouden").mag;
  }
  const dag = dagVan(toegang.nu());
  return mag(c.get("wie"), "fondsen-bijhouden", { organisatie }, dag).mag;
}

async function readFondsform(c: Context): Promise<IngevuldFonds> {
  const form = await c.req.formData();
  const text = (naam: string) => `${form.get(naam) ?? ""}`;
  return {
    ...{ naam: text("naam"), doel: text("doel"), bedrag: text("bedrag"), van: text("van") },
    ...{ tot: text("tot"), bron: text("bron"), zichtbaar: text("zichtbaar") },
  };
}

function readDeling({ zichtbaar }: IngevuldFonds): { zichtbaarheid: Fondskring } | undefined {
  const zichtbaarheid = FONDSKRINGEN.find((one) => one === zichtbaar);
  return zichtbaarheid === undefined ? undefined : { zichtbaarheid };
}
