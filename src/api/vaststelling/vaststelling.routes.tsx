import { createHash } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Vastgesteld } from "#domain/vaststelling.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import type { Besluitinvoer } from "#services/vaststelling/besluit-invoer.ts";
import {
  legVast,
  magIntrekken,
  readVaststelbeeld,
  trekIn,
  type Vaststelvraag,
} from "#services/vaststelling/vaststelling.service.ts";
import { findVaststelling } from "#storage/vaststelling.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { VaststellingPage, VaststelPage } from "./vaststel-page.tsx";

const MEESTE_BYTES = 32_000_000;

type Ingevuld = Readonly<Record<string, string>>;
type Afloop = {
  readonly ingevuld?: Ingevuld;
  readonly fouten?: readonly string[];
  readonly status?: 400 | 403;
};

/** Recording what bodies of government adopted, and by which decision that ended. */
export function vaststellingRoutes(app: Hono, rooms: Rooms): void {
  const { frame } = rooms;
  const limitFile = bodyLimit({
    maxSize: MEESTE_BYTES,
    onError: (c) =>
      c.html(
        <MessagePage frame={frame(c)} titel="Dit bestand is te groot">
          <p>Een bestand mag hoogstens 32 MB zijn. Geef in plaats daarvan het webadres.</p>
        </MessagePage>,
        413,
      ),
  });
  const limit: MiddlewareHandler = (c, next) => (isKnown(c) ? limitFile(c, next) : next());
  for (const pad of ["/documenten/:naam/vaststellen", "/verdeling/versies/:id/vaststellen"]) {
    app.get(pad, (c) => show(c, rooms));
    app.post(pad, limit, (c) => record(c, rooms));
  }
  app.get("/vaststellingen/:id", (c) => showOne(c, rooms));
  app.post("/vaststellingen/:id/intrekken", limit, (c) => end(c, rooms));
}

/** A file comes along. Of who is not signed in nothing is read: nothing of it will be kept. */
function isKnown(c: Context): boolean {
  return c.get("wie").persoon !== undefined;
}

/** Who asks, and when. */
export function vaststelvraagOf(c: Context, { db, basis, toegang }: Rooms): Vaststelvraag {
  return { db, basis, wie: c.get("wie"), nu: toegang?.nu() ?? new Date() };
}

/** The version of a document that a path names, the newest where it names none; or a kept version. */
function readWat(c: Context, { basis }: Rooms): Vastgesteld | undefined {
  const versie = c.req.param("id");
  if (versie !== undefined) return { soort: "versie", id: asKenmerk(versie) };
  const found = basis.bibliotheek.find(c.req.param("naam") ?? "");
  return found && { soort: "document", id: found.id, versie: found.versie };
}

async function show(c: Context, rooms: Rooms, afloop: Afloop = {}): Promise<Response> {
  const { frame, basis, notFound } = rooms;
  const vraag = vaststelvraagOf(c, rooms);
  const wat = readWat(c, rooms);
  const beeld = wat && (await readVaststelbeeld(vraag, wat));
  if (!beeld) return notFound(c, NIET_HIER);
  const { status = 200, ...rest } = afloop;
  const page = (
    <VaststelPage
      frame={frame(c)}
      beeld={beeld}
      bevoegdheden={basis.kennis.bevoegdheden ?? new Map()}
      vandaag={dagVan(vraag.nu)}
      {...rest}
    />
  );
  return c.html(page, status);
}

const NIET_HIER = "Dit is er niet, of er valt niets over vast te leggen.";
const AL_GEDAAN = "Dit besluit was al vastgelegd. Kijk hieronder wat er staat.";

async function record(c: Context, rooms: Rooms): Promise<Response> {
  const wat = readWat(c, rooms);
  if (!wat) return rooms.notFound(c, NIET_HIER);
  const { besluit, ingevuld } = await readForm(c);
  const [mandaat, over = ""] = (ingevuld.onder ?? "").split(" ");
  const named = mandaat ? { mandaat } : {};
  const daad = await legVast(vaststelvraagOf(c, rooms), wat, { over, besluit, ...named });
  switch (daad.soort) {
    case "gedaan":
      return c.redirect(`/vaststellingen/${daad.id}`, 303);
    case "niet-gevonden":
      return rooms.notFound(c, NIET_HIER);
    case "geen-macht":
      return show(c, rooms, { ingevuld, fouten: [daad.waarom], status: 403 });
    case "fouten":
      return show(c, rooms, { ingevuld, fouten: daad.fouten, status: 400 });
    case "al-gedaan":
      return show(c, rooms, { ingevuld, fouten: [AL_GEDAAN], status: 400 });
  }
}

async function showOne(c: Context, rooms: Rooms, afloop: Afloop = {}): Promise<Response> {
  const { db, basis, frame, notFound } = rooms;
  const vraag = vaststelvraagOf(c, rooms);
  const found = await findVaststelling(db, asKenmerk(c.req.param("id") ?? ""));
  if (!found) return notFound(c, "Dit besluit is er niet.");
  const beeld = await readVaststelbeeld(vraag, found.wat);
  const { status = 200, ...rest } = afloop;
  const page = (
    <VaststellingPage
      frame={frame(c)}
      vaststelling={found}
      titel={beeld?.ding.titel ?? describeWat(found.wat)}
      bevoegdheden={basis.kennis.bevoegdheden ?? new Map()}
      intrekbaar={await magIntrekken(vraag, found)}
      vandaag={dagVan(vraag.nu)}
      {...rest}
    />
  );
  return c.html(page, status);
}

/** What can no longer be read here is still named. */
function describeWat(wat: Vastgesteld): string {
  return wat.soort === "versie" ? "een bewaarde versie" : `${wat.id}, versie ${wat.versie}`;
}

async function end(c: Context, rooms: Rooms): Promise<Response> {
  const { besluit, ingevuld } = await readForm(c);
  const id = c.req.param("id") ?? "";
  const daad = await trekIn(vaststelvraagOf(c, rooms), id, besluit);
  switch (daad.soort) {
    case "gedaan":
      return c.redirect(`/vaststellingen/${daad.id}`, 303);
    case "niet-gevonden":
      return rooms.notFound(c, "Dit besluit is er niet.");
    case "geen-macht":
      return showOne(c, rooms, { ingevuld, fouten: [daad.waarom], status: 403 });
    case "fouten":
      return showOne(c, rooms, { ingevuld, fouten: daad.fouten, status: 400 });
    case "al-gedaan":
      return showOne(c, rooms, { ingevuld, fouten: [AL_GEDAAN], status: 400 });
  }
}

/** What was filled in; of a file that came along only its sha256. */
async function readForm(
  c: Context,
): Promise<{ readonly besluit: Besluitinvoer; readonly ingevuld: Ingevuld }> {
  const form = isKnown(c) ? await c.req.parseBody() : {};
  const text = (naam: string) => {
    const value = form[naam];
    return typeof value === "string" ? value : "";
  };
  const names = ["onder", "datum", "titel", "kenmerk", "link"];
  const ingevuld = Object.fromEntries(names.map((naam) => [naam, text(naam)]));
  const { bestand } = form;
  const file = bestand instanceof File && bestand.size > 0 ? bestand : undefined;
  const sha256 = file
    ? createHash("sha256")
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest("hex")
    : "";
  const { datum = "", titel = "", kenmerk = "", link = "" } = ingevuld;
  return { besluit: { datum, titel, kenmerk, link, sha256 }, ingevuld };
}
