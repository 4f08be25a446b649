import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Wie } from "#domain/toegang.ts";
import { kiesMeldingen, readAandacht, readMeldingen } from "#services/aandacht/aandacht.service.ts";
import { dagVan, type Toegang } from "#services/toegang/toegang.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import { listTerBespreking } from "#storage/ter-bespreking.repository.ts";
import { regiosWith } from "../cijfers/regios-with.ts";
import type { Rooms } from "../site.ts";
import { Bestuur } from "./bestuur.tsx";
import { DagoverzichtPage } from "./dagoverzicht-page.tsx";
import { isBestuur, type Werkplek } from "./hoofdtaken.ts";
import { MeldingenPage } from "./meldingen-page.tsx";
import { StartPage } from "./start-page.tsx";

/** What is gathered once a day, and where one chooses that. */
export function aandachtRoutes(app: Hono, { toegang, db, frame }: Rooms): void {
  if (!toegang) return;
  app.get("/dagoverzicht", async (c) => {
    const wie = c.get("wie");
    if (wie.persoon === undefined) return c.redirect("/aanmelden?terug=%2Fdagoverzicht", 303);
    const { dagoverzicht } = await readAandacht({ db, toegang }, wie);
    const dag = dagVan(toegang.nu());
    return c.html(<DagoverzichtPage frame={frame(c)} dag={dag} regels={dagoverzicht} />);
  });
  app.get("/account/meldingen", async (c) => {
    const bewaard = c.req.query("bewaard") === "ja";
    const instellingen = await readMeldingen(db);
    return c.html(<MeldingenPage frame={frame(c)} {...{ instellingen, bewaard }} />);
  });
  app.post("/account/meldingen", bodyLimit({ maxSize: 10_000 }), async (c) => {
    await kiesMeldingen(db, new Map(Object.entries(await c.req.parseBody())));
    return c.redirect("/account/meldingen?bewaard=ja", 303);
  });
}

/** The first page of somebody who is signed in; undefined for the public, whose page is another. */
export async function answerStart(c: Context, rooms: Rooms): Promise<Response | undefined> {
  const { toegang, frame, db, basis } = rooms;
  const wie: Wie = c.get("wie");
  if (!toegang || wie.persoon === undefined) return undefined;
  const dag = dagVan(toegang.nu());
  const plek = werkplekVan(wie, rooms, dag);
  const known = await whatWaits(rooms, toegang, wie, plek);
  const bevoegdheden = basis.kennis.bevoegdheden ?? new Map();
  return c.html(
    <StartPage
      frame={frame(c)}
      wie={wie}
      dag={dag}
      {...(known ? { aandacht: known.aandacht } : {})}
      {...(plek ? { plek } : {})}
    >
      {plek && isBestuur(plek.rol) && (
        <Bestuur {...{ plek, bevoegdheden }} terBespreking={known?.terBespreking ?? []} />
      )}
    </StartPage>,
  );

  /** While the database is away, everything that is in memory is still there. */
  async function whatWaits(rooms: Rooms, toegang: Toegang, wie: Wie, plek?: Werkplek) {
    try {
      const aandacht = await readAandacht({ db: rooms.db, toegang }, wie);
      const decides = plek !== undefined && isBestuur(plek.rol);
      return { aandacht, terBespreking: decides ? await listTerBespreking(db) : [] };
    } catch (error) {
      if (isDatabaseWeg(error)) return undefined;
      throw error;
    }
  }
}

/** For whom somebody works now, with the region that this is in where there is just one. */
function werkplekVan({ namens }: Wie, { basis }: Rooms, dag: string): Werkplek | undefined {
  const [first] = namens;
  if (!first) return undefined;
  const { organisatie, rol } = first;
  const gebied = organisatie.gebied ?? "";
  if (gebied.includes("#")) return { organisatie, rol, regio: regionName(gebied) };
  if (organisatie.soort !== "gemeente") return { organisatie, rol };
  const [regio] = regiosWith(basis, gebied, dag).filter(({ soortRegio }) =>
    ["woningbouwregio", "woningmarktregio", "samenwerking"].includes(soortRegio),
  );
  return { organisatie, rol, ...(regio ? { regio: regio.adresnaam } : {}) };

  function regionName(full: string): string {
    const [, naam = full] = full.split("#");
    return basis.gebied(naam, dag).soort === "gevonden" ? naam : full;
  }
}
