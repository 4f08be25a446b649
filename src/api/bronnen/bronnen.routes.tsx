import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Ophaalkamer } from "#services/ophalen/kamer.ts";
import { Ophaalfout } from "#services/ophalen/kamer.ts";
import { readVraag } from "#services/ophalen/ophalen.service.ts";
import { onlyWithInvoer } from "../invoer.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { createPages, type Pages } from "./bronnen-paginas.tsx";
import {
  type Formulier,
  type Lezing,
  readCbsvraag,
  readGrenzenvraag,
  readJaar,
  readKaartvraag,
  readTabelvraag,
} from "./formulier.ts";

const LARGEST_FILE = 20_000_000;

/** Fetching from sources: what there is, what goes on, what came of it. */
export function bronnenRoutes(app: Hono, rooms: Rooms): void {
  const pages = createPages(rooms);
  const refuse = (c: Context, why: string) =>
    c.html(
      <MessagePage frame={rooms.frame(c)} titel="Dit kunt u hier niet" aanmelden>
        <p>{why}</p>
      </MessagePage>,
      403,
    );
  app.get("/bronnen", (c) => pages.overview(c));
  app.get("/bronnen/cbs", (c) => pages.tables(c));
  app.get("/bronnen/cbs/:taak", (c) => pages.choose(c, c.req.param("taak")));
  app.get("/bronnen/taken/:taak", (c) => pages.task(c, c.req.param("taak")));
  app.post("/bronnen/*", onlyWithInvoer(rooms.invoer, "cijfers-ophalen", refuse));
  const { ophalen } = rooms;
  if (!ophalen) return;
  const ask = async (c: Context, lezing: Lezing, again: Again) => {
    if (!lezing.ok) return again(lezing.fouten);
    return c.redirect(`/bronnen/taken/${await ophalen.vraag(lezing.vraag)}`, 303);
  };
  app.post("/bronnen/grenzen", async (c) =>
    ask(c, readGrenzenvraag(await readForm(c)), (fouten) => pages.overview(c, fouten)),
  );
  app.post("/bronnen/woningbouwkaart", async (c) =>
    ask(c, readKaartvraag(await readForm(c)), (fouten) => pages.overview(c, fouten)),
  );
  app.post("/bronnen/cbs-tabel", async (c) =>
    ask(c, readTabelvraag(await readForm(c)), (fouten) => pages.tables(c, fouten)),
  );
  app.post("/bronnen/cbs/:taak", async (c) => {
    const taak = c.req.param("taak");
    const tabel = await pages.tableOf(taak);
    if (!tabel) return rooms.notFound(c, "Deze tabel is hier niet bekeken.");
    const veld = await readForm(c);
    return ask(c, readCbsvraag(veld, tabel), (fouten) => pages.choose(c, taak, veld, fouten));
  });
  app.post("/bronnen/grenzen-bestand", limitFile(pages), (c) => takeFile(c, ophalen, pages));
  actionRoutes(app, rooms, ophalen, pages);
}

type Again = (fouten: readonly string[]) => Response | Promise<Response>;

function limitFile(pages: Pages) {
  const fout = `Het bestand is groter dan ${LARGEST_FILE / 1_000_000} MB. Neem gegeneraliseerde grenzen; die zijn een paar MB groot.`;
  return bodyLimit({ maxSize: LARGEST_FILE, onError: (c) => pages.overview(c, [fout]) });
}

/** What can be done about a task. */
function actionRoutes(app: Hono, rooms: Rooms, ophalen: Ophaalkamer, pages: Pages): void {
  const on = (pad: string, act: (c: Context, taak: string) => Promise<Response | undefined>) =>
    app.post(`/bronnen/taken/:taak/${pad}`, async (c) => {
      const taak = c.req.param("taak");
      if (!(await pages.find(taak))) return rooms.notFound(c, "Deze taak is er niet.");
      return (await act(c, taak)) ?? c.redirect(`/bronnen/taken/${taak}`, 303);
    });
  on("stop", async (_, taak) => {
    await ophalen.stop(taak);
    return undefined;
  });
  on("hervat", async (_, taak) => {
    await ophalen.hervat(taak);
    return undefined;
  });
  on("opnieuw", async (c, taak) => {
    const vraag = readVraag((await pages.find(taak))?.vraag);
    if (!vraag) return undefined;
    return c.redirect(`/bronnen/taken/${await ophalen.vraag(vraag)}`, 303);
  });
  on("terug", async (c, taak) => {
    const what = await ophalen.zetTerug(taak);
    return what === "teruggezet" ? undefined : pages.task(c, taak, NIET_TERUG[what]);
  });
}

const NIET_TERUG = {
  "al-veranderd":
    "Er is niets ongedaan gemaakt: dezelfde cijfers of grenzen zijn daarna weer veranderd. Maak eerst de latere wijziging ongedaan.",
  "niets-te-doen": "Er is niets ongedaan te maken: er was niets veranderd, of het is al gebeurd.",
} as const;

async function takeFile(c: Context, ophalen: Ophaalkamer, pages: Pages): Promise<Response> {
  const body = await c.req.parseBody();
  const { bestand, jaar: text } = body;
  const jaar = readJaar(() => [typeof text === "string" ? text : ""]);
  if (typeof jaar === "string") return pages.overview(c, [jaar]);
  if (!(bestand instanceof File) || bestand.size === 0) {
    return pages.overview(c, ["Kies een bestand met grenzen (GeoJSON of TopoJSON)."]);
  }
  try {
    const taak = await ophalen.leesGrenzen({ tekst: await bestand.text(), jaar });
    return c.redirect(`/bronnen/taken/${taak}`, 303);
  } catch (error) {
    if (error instanceof Ophaalfout) return pages.overview(c, [error.message]);
    throw error;
  }
}

async function readForm(c: Context): Promise<Formulier> {
  const body = await c.req.parseBody({ all: true });
  return (naam) => {
    const found = body[naam];
    const list = Array.isArray(found) ? found : found === undefined ? [] : [found];
    return list.filter((item): item is string => typeof item === "string");
  };
}
