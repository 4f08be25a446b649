import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  leesOpmerking,
  maakOpmerking,
  type Opmerkingdaad,
  type Opmerkingkamer,
  type Opmerkingvraag,
  type Veldfout,
  zieOpmerking,
} from "#services/opmerking/opmerking.service.ts";
import { mag } from "#services/toegang/mag.ts";
import { dagVan, type Toegang } from "#services/toegang/toegang.ts";
import { listKringnamen } from "#storage/eigendom.repository.ts";
import { listOpmerkingen } from "#storage/opmerking.repository.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { NieuwPage } from "./nieuw-page.tsx";
import { OpmerkingPage } from "./opmerking-page.tsx";
import { OpmerkingenPage } from "./opmerkingen-page.tsx";

const MEESTE = 200;
const ZONDER_ACCOUNTS =
  "Op deze server zijn geen accounts. Een opmerking ziet eerst alleen de gemeente; daarvoor moet zij zich kunnen aanmelden.";
const GEEN = "Er is geen opmerking met dit kenmerk.";

/** Remarks about gemeenten; only where there are accounts, for a gemeente has to be told apart. */
export function opmerkingRoutes(app: Hono, rooms: Rooms): void {
  const { toegang, db, basis } = rooms;
  if (!toegang) {
    app.get("/opmerkingen", (c) => rooms.notFound(c, ZONDER_ACCOUNTS));
    return;
  }
  const room: Room = { ...rooms, toegang, kamer: { db, basis, nu: toegang.nu } };
  app.get("/opmerkingen", (c) => showAll(c, room));
  app.get("/opmerkingen/nieuw", (c) => {
    if (c.get("wie").persoon === undefined) return signIn(c);
    return showForm(c, room, readVraag(c, c.req.query()), [], 200);
  });
  app.post("/opmerkingen/nieuw", bodyLimit({ maxSize: 50_000 }), (c) => make(c, room));
  app.get("/opmerkingen/:id", (c) => showOne(c, room, {}));
  app.post("/opmerkingen/:id/gezien", (c) => see(c, room));
  app.post("/opmerkingen/:id/antwoorden", bodyLimit({ maxSize: 50_000 }), async (c) => {
    const { tekst } = await c.req.parseBody();
    return see(c, room, typeof tekst === "string" ? tekst : "");
  });
}

type Room = Omit<Rooms, "toegang"> & {
  readonly toegang: Toegang;
  readonly kamer: Opmerkingkamer;
};

function signIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/aanmelden?terug=${encodeURIComponent(pathname + search)}`, 303);
}

function nameOf({ basis, toegang }: Room): (code: string) => string {
  const dag = dagVan(toegang.nu());
  return (code) => basis.gemeenten.findByCode(code, dag)?.naam ?? basis.herindelingen.naamVan(code);
}

async function showAll(c: Context, room: Room): Promise<Response> {
  const { db, frame, toegang } = room;
  const wie = c.get("wie");
  const asked = c.req.query("gemeente") ?? "";
  const about = /^GM\d{4}$/.test(asked) ? { gemeente: asked } : {};
  const opmerkingen = await listOpmerkingen(db, { ...about, hoogstens: MEESTE });
  const magMaken = mag(wie, "opmerkingen-maken", "ergens", dagVan(toegang.nu())).mag;
  const naamVan = nameOf(room);
  return c.html(
    <OpmerkingenPage frame={frame(c)} {...{ wie, opmerkingen, naamVan, magMaken, ...about }} />,
  );
}

function readVraag(c: Context, said: Readonly<Record<string, unknown>>): Opmerkingvraag {
  const text = (naam: string) => {
    const value = said[naam];
    return typeof value === "string" ? value : "";
  };
  const gemeente = text("gemeente");
  return {
    ...{ gemeente, waarover: text("waarover"), tekst: text("tekst"), kring: text("kring") },
    adres:
      pathHere(text("adres").trim(), c.req.url) ||
      (gemeente === "" ? "" : `/gemeenten/${gemeente}`),
    zichtbaarheid: text("zichtbaarheid"),
  };
}

/** An address as a browser shows it, where it is of this site: without what comes before its path. */
function pathHere(adres: string, here: string): string {
  if (!URL.canParse(adres)) return adres;
  const { host, pathname, search } = new URL(adres);
  return host === new URL(here).host ? pathname + search : adres;
}

async function showForm(
  c: Context,
  room: Room,
  vraag: Opmerkingvraag,
  fouten: readonly Veldfout[],
  status: 200 | 422,
): Promise<Response> {
  const { db, frame } = room;
  const [bodies, kringen] = [
    await listOrganisaties(db),
    await listKringnamen(db, c.get("wie").kringen),
  ];
  const naamVan = nameOf(room);
  const gemeenten = bodies.flatMap(({ soort, gebied = "" }) =>
    soort === "gemeente" ? [{ waarde: gebied, label: naamVan(gebied) }] : [],
  );
  return c.html(
    <NieuwPage
      frame={frame(c)}
      {...{ vraag, fouten }}
      gemeenten={gemeenten.toSorted((a, b) => a.label.localeCompare(b.label, "nl"))}
      kringen={kringen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
    />,
    status,
  );
}

async function make(c: Context, room: Room): Promise<Response> {
  const wie = c.get("wie");
  if (wie.persoon === undefined) return signIn(c);
  const vraag = readVraag(c, await c.req.parseBody());
  const done = await maakOpmerking(room.kamer, wie, vraag);
  if (done.soort === "fouten") return showForm(c, room, vraag, done.fouten, 422);
  return answer(c, room, done);
}

async function showOne(
  c: Context,
  room: Room,
  antwoord: { readonly fout?: string; readonly getypt?: string },
): Promise<Response> {
  const beeld = await leesOpmerking(room.kamer, c.get("wie"), c.req.param("id") ?? "");
  if (!beeld) return room.notFound(c, GEEN);
  const naamVan = nameOf(room);
  const status = antwoord.fout === undefined ? 200 : 422;
  return c.html(
    <OpmerkingPage frame={room.frame(c)} {...{ beeld, naamVan, ...antwoord }} />,
    status,
  );
}

async function see(c: Context, room: Room, antwoord?: string): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const asked = { id, ...(antwoord === undefined ? {} : { antwoord }) };
  const done = await zieOpmerking(room.kamer, c.get("wie"), asked);
  if (done.soort !== "fouten") return answer(c, room, done);
  const [fout] = done.fouten;
  return showOne(c, room, { fout: fout?.tekst ?? "", getypt: antwoord ?? "" });
}

async function answer(
  c: Context,
  { frame, notFound }: Room,
  done: Exclude<Opmerkingdaad, { readonly soort: "fouten" }>,
): Promise<Response> {
  if (done.soort === "niet-gevonden") return notFound(c, GEEN);
  if (done.soort === "gedaan") return c.redirect(`/opmerkingen/${done.id}`, 303);
  return c.html(
    <MessagePage frame={frame(c)} titel="Dit kunt u hier niet" aanmelden>
      <p>{done.waarom}</p>
    </MessagePage>,
    403,
  );
}
