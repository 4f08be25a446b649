import type { Context, Hono } from "hono";
import { readBeeld } from "#services/inlevering/beeld.ts";
import { createInleverkluis } from "#services/inlevering/kluis.ts";
import { readMeelezing } from "#services/inlevering/meelezen.ts";
import { readVerslag, toOpenbaarVerslag } from "#services/inlevering/verslag.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { listKringnamen } from "#storage/eigendom.repository.ts";
import { findGedeeld, listGedeeldeConcepten } from "#storage/gedeeld.repository.ts";
import {
  findInlevering,
  type Inlevering,
  listGebeurtenissenVan,
  listInleveringen,
} from "#storage/inlevering.repository.ts";
import { isTellend } from "#storage/inlevering-telling.repository.ts";
import { readOokHier } from "../aanwezig/aanwezig.routes.ts";
import { createGebiedstoets } from "../invoer.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { describeZicht } from "../toegang/gedeeld-page.tsx";
import { downloadRoutes } from "./downloads.routes.tsx";
import type { Inleverkamer } from "./kamer.ts";
import { KlaarPage } from "./klaar-page.tsx";
import { KolommenPage } from "./kolommen-page.tsx";
import { LijstPage } from "./lijst-page.tsx";
import { MeeleesPage } from "./meelees-page.tsx";
import { ProefPage } from "./proef-page.tsx";
import { schrijfRoutes } from "./schrijven.routes.tsx";
import { mayOpen, ownDeliveries } from "./toegang.ts";

/** Deliveries of figures: a list, and one page for each step of each. */
export function inleveringRoutes(app: Hono, rooms: Rooms): void {
  const { db, basis, frame, invoer, samenvoegingen } = rooms;
  const kluis = createInleverkluis(db, basis, samenvoegingen);
  const kamer: Inleverkamer = {
    ...rooms,
    kluis,
    nietVanU: createGebiedstoets(rooms),
    show: (c, id, melding) => showOne(c, kamer, id, melding),
  };
  app.get("/inleveringen", async (c) => {
    const regels = await listInleveringen(db);
    const eigen = ownDeliveries(c);
    return c.html(
      <LijstPage
        frame={frame(c)}
        regels={regels}
        eigen={eigen}
        gedeeld={await listGedeeldeConcepten(db)}
        kringen={await kringenVan(c, kamer)}
        invoer={invoer(c, "cijfers-inleveren")}
      />,
    );
  });
  downloadRoutes(app, kamer);
  schrijfRoutes(app, kamer);
  app.get("/inleveringen/:id", (c) => kamer.show(c, c.req.param("id")));
  app.get("/inleveringen/:id/kolommen", async (c) => {
    const id = c.req.param("id");
    const mine = (await mayOpen(c, kluis, id)) && whyNotChange(c, kamer) === undefined;
    if (!mine) return kamer.show(c, id);
    const beeld = await readBeeld(kluis, asKenmerk(id));
    if (!beeld) return kamer.show(c, id);
    const ookHier = await readOokHier(c, rooms, { soort: "levering", id });
    return c.html(<KolommenPage frame={frame(c)} {...{ basis, beeld, ookHier }} />);
  });
}

async function showOne(
  c: Context,
  kamer: Inleverkamer,
  id: string,
  melding?: string,
): Promise<Response> {
  const { kluis, notFound, frame, basis } = kamer;
  const inlevering = await findInlevering(kluis.db, asKenmerk(id));
  if (!inlevering) return notFound(c, "Deze levering is er niet.");
  const eigen = await mayOpen(c, kluis, id);
  if (inlevering.stand === "vervallen") return lapsed(c, kamer);
  if (inlevering.stand !== "concept") return showDone(c, kamer, inlevering, eigen);
  const waarom = eigen ? whyNotChange(c, kamer) : undefined;
  if (!eigen || waarom !== undefined) return readAlong(c, kamer, inlevering, waarom);
  const beeld = await readBeeld(kluis, id);
  if (!beeld) return lapsed(c, kamer);
  if (!beeld.proef) return c.redirect(`/inleveringen/${id}/kolommen`, 303);
  const { proef } = beeld;
  const said = melding === undefined ? {} : { melding };
  const vanOrganisatie = (await findGedeeld(kluis.db, "inlevering", id)) !== undefined;
  const ookHier = await readOokHier(c, kamer, { soort: "levering", id });
  const around = { frame: frame(c), basis, beeld, proef, vanOrganisatie, ookHier };
  return c.html(<ProefPage {...around} {...said} />);
}

/** Why a colleague of who delivered may read a concept and not go on with it. */
function whyNotChange(c: Context, { toegang, invoer }: Inleverkamer): string | undefined {
  const oordeel = toegang && invoer(c, "cijfers-inleveren");
  return oordeel?.mag === false ? oordeel.waarom : undefined;
}

async function readAlong(
  c: Context,
  kamer: Inleverkamer,
  inlevering: Inlevering,
  waarom: string | undefined,
): Promise<Response> {
  const { kluis, toegang, frame, basis } = kamer;
  const lezing = toegang && (await readMeelezing(kluis, toegang.db, inlevering.id));
  if (!lezing) return elsewhere(c, kamer);
  const zicht = describeZicht(lezing.gedeeld, await kringenVan(c, kamer));
  const said = waarom === undefined ? {} : { waarom };
  const page = <MeeleesPage frame={frame(c)} {...{ basis, inlevering, lezing, zicht }} {...said} />;
  // What somebody sent to a thing of others does not happen; they see what it is.
  return c.html(page, c.req.method === "POST" ? 403 : 200);
}

/** The circles that who asks is in, as people call them. */
async function kringenVan(c: Context, { db }: Rooms): Promise<ReadonlyMap<string, string>> {
  const own = await listKringnamen(db, c.get("wie").kringen);
  return new Map(own.map(({ id, naam }) => [id, naam]));
}

async function showDone(
  c: Context,
  { kluis, frame, basis, invoer }: Inleverkamer,
  inlevering: Inlevering,
  eigen: boolean,
): Promise<Response> {
  const verslag = readVerslag(inlevering);
  if (!verslag) throw new Error("a delivery that is done has its verslag");
  return c.html(
    <KlaarPage
      frame={frame(c)}
      basis={basis}
      inlevering={inlevering}
      verslag={eigen ? verslag : toOpenbaarVerslag(verslag, basis)}
      gebeurtenissen={await listGebeurtenissenVan(kluis.db, inlevering.id)}
      telt={await isTellend(kluis.db, inlevering.id)}
      invoer={invoer(c, "cijfers-inleveren").mag}
      eigen={eigen}
    />,
  );
}

function elsewhere(c: Context, { frame }: Inleverkamer): Response | Promise<Response> {
  return c.html(
    <MessagePage frame={frame(c)} titel="Nog niet klaar">
      <p>
        Deze levering is nog een concept. Alleen de browser waarin zij begon, kan haar openen. Bent
        u dat niet, dan ziet u haar zodra zij is overgenomen.
      </p>
    </MessagePage>,
    403,
  );
}

function lapsed(c: Context, { frame }: Inleverkamer): Response | Promise<Response> {
  return c.html(
    <MessagePage frame={frame(c)} titel="Vervallen">
      <p>
        Dit concept is niet afgemaakt en is vervallen. Het bestand is weg. Lever het opnieuw in.
      </p>
    </MessagePage>,
    410,
  );
}
