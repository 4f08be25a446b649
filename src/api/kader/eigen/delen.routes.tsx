import type { Context, Hono } from "hono";
import { ZICHTBAARHEDEN } from "#domain/toegang.ts";
import { deelDocument, listVersies } from "#storage/eigen-document.repository.ts";
import { type Deling, listKringnamen } from "#storage/eigendom.repository.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { MessagePage } from "../../page/message-page.tsx";
import type { Rooms } from "../../site.ts";
import { VAN_EEN_ANDER } from "../../v1/eigen-documenten.routes.ts";
import { DelenPage } from "./delen-page.tsx";

/** Who sees an own document: a page that says so and lets one choose. */
export function delenRoutes(app: Hono, rooms: Rooms): void {
  app.get("/documenten/:naam/delen", (c) => show(c, rooms));
  app.post("/documenten/:naam/delen", async (c) => {
    const id = c.req.param("naam");
    const newest = (await listVersies(rooms.db, id)).at(-1);
    if (!newest?.eigendom || !newest.wijzigbaar) return show(c, rooms);
    const form = await c.req.parseBody();
    const deling = readDeling(form, c.get("wie").kringen);
    if (!deling)
      return show(c, rooms, "Kies wie dit document ziet. Bij een kring kiest u ook welke.");
    await deelDocument(rooms.db, id, deling);
    return c.redirect(`${documentAdres(id)}/delen?bewaard=ja`, 303);
  });
}

async function show(c: Context, { db, frame, notFound }: Rooms, fout?: string): Promise<Response> {
  const id = c.req.param("naam") ?? "";
  const newest = (await listVersies(db, id)).at(-1);
  if (!newest) return notFound(c, `Er is geen eigen document «${id}».`);
  if (!newest.wijzigbaar || !newest.eigendom) return notYours(c, frame, newest);
  const kringen = await listKringnamen(db, c.get("wie").kringen);
  const around = { frame: frame(c), document: newest, eigendom: newest.eigendom, kringen };
  const bewaard = c.req.query("bewaard") === "ja";
  return c.html(<DelenPage {...around} {...{ bewaard, fout }} />, fout === undefined ? 200 : 400);
}

function notYours(
  c: Context,
  frame: Rooms["frame"],
  { wijzigbaar }: BewaardDocument,
): Response | Promise<Response> {
  const titel = wijzigbaar
    ? "Iedereen ziet dit document"
    : "Dit document is van een andere organisatie";
  const tekst = wijzigbaar
    ? "Het is gemaakt zonder account en heeft daarom geen eigenaar. Neem het over onder een eigen naam als u wilt kiezen wie het ziet."
    : VAN_EEN_ANDER;
  return c.html(
    <MessagePage frame={frame(c)} titel={titel}>
      <p>{tekst}</p>
    </MessagePage>,
    wijzigbaar ? 200 : 403,
  );
}

function readDeling(
  form: Readonly<Record<string, unknown>>,
  kringen: readonly string[],
): Deling | undefined {
  const chosen = ZICHTBAARHEDEN.find((one) => one === form.zichtbaar);
  if (chosen === undefined) return undefined;
  if (chosen !== "kring") return { zichtbaarheid: chosen };
  const kring = kringen.find((one) => one === form.kring);
  return kring === undefined ? undefined : { zichtbaarheid: chosen, kring };
}
