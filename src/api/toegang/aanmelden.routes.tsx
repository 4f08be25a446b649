import type { Context, Hono } from "hono";
import {
  type Aanmelduitkomst,
  beginAanmelding,
  voltooiAanmelding,
} from "#services/toegang/aanmelden.service.ts";
import { Aanmeldfout } from "#services/toegang/aanmeldfout.ts";
import { meldAf } from "#services/toegang/sessies.service.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import type { Rooms } from "../site.ts";
import {
  AanmeldfoutPage,
  AfgemeldPage,
  OnbekendPage,
  UitgeschakeldPage,
} from "./aanmeld-paginas.tsx";
import { dropGeheim, giveGeheim, readGeheim } from "./cookies.ts";
import { DemoPage } from "./demo-page.tsx";
import { ownPath } from "./terug.ts";

const TIEN_MINUTEN = 600;

/** Signing in and out. Where there are no accounts these pages do not exist. */
export function aanmeldRoutes(app: Hono, rooms: Rooms): void {
  const { toegang } = rooms;
  if (!toegang) return;
  app.get("/aanmelden", (c) => failing(c, rooms, () => leave(c, rooms, toegang)));
  app.get("/aanmelden/terug", (c) => failing(c, rooms, () => comeBack(c, rooms, toegang)));
  if (toegang.demo) {
    app.get("/demo-aanbieder/kies/:keer", (c) => c.html(<DemoPage frame={rooms.frame(c)} />));
  }
  app.post("/afmelden", async (c) => {
    const sessie = c.get("sessie");
    if (sessie !== undefined) await meldAf(toegang, sessie);
    dropGeheim(c, "sessie", rooms.https);
    return c.redirect("/afgemeld", 303);
  });
  app.get("/afgemeld", async (c) => {
    // A provider that is away must not keep somebody from reading that they are signed out.
    const verder = await toegang.aanbieder
      .afmeldadres(`${toegang.adres}/afgemeld`)
      .catch(() => undefined);
    return c.html(<AfgemeldPage frame={rooms.frame(c)} {...(verder ? { verder } : {})} />);
  });
}

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

async function leave(c: Context, { https }: Rooms, toegang: Toegang): Promise<Response> {
  const terug = ownPath(c.req.query("terug"));
  if (c.get("wie").persoon !== undefined) return c.redirect(terug, 303);
  const [asked, own] = [new URL(c.req.url), new URL(toegang.adres)];
  // This computer has several names, and a cookie only goes with the one it came from.
  if (
    asked.hostname !== own.hostname &&
    LOOPBACK.has(asked.hostname) &&
    LOOPBACK.has(own.hostname)
  ) {
    return c.redirect(`${toegang.adres}/aanmelden?terug=${encodeURIComponent(terug)}`, 303);
  }
  const { adres, geheim } = await beginAanmelding(toegang, terug);
  giveGeheim(c, "aanmelding", geheim, { https, seconden: TIEN_MINUTEN });
  return c.redirect(adres, 303);
}

async function comeBack(c: Context, rooms: Rooms, toegang: Toegang): Promise<Response> {
  const { https } = rooms;
  const geheim = readGeheim(c, "aanmelding", https) ?? "";
  dropGeheim(c, "aanmelding", https);
  const adres = new URL(`${toegang.adres}/aanmelden/terug`);
  adres.search = new URL(c.req.url).search;
  const uitkomst = await voltooiAanmelding(toegang, {
    ...{ adres, geheim, state: c.req.query("state") ?? "", sessie: c.get("sessie") },
    apparaat: c.req.header("User-Agent") ?? "",
  });
  return answer(c, rooms, toegang, uitkomst);
}

function answer(
  c: Context,
  { frame, https }: Rooms,
  { langst }: Toegang,
  uitkomst: Aanmelduitkomst,
): Response | Promise<Response> {
  switch (uitkomst.soort) {
    case "aangemeld":
      giveGeheim(c, "sessie", uitkomst.geheim, { https, seconden: langst / 1000 });
      return c.redirect(uitkomst.terug, 303);
    case "onbekend":
      return c.html(<OnbekendPage frame={frame(c)} identiteit={uitkomst.identiteit} />, 403);
    case "uitgeschakeld":
      return c.html(<UitgeschakeldPage frame={frame(c)} />, 403);
  }
}

const STATUS = {
  gestopt: 400,
  ongeldig: 400,
  verlopen: 400,
  "te-laag": 403,
  onbereikbaar: 502,
} as const;

async function failing(
  c: Context,
  { frame, bewaking }: Rooms,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Aanmeldfout)) throw error;
    const { reason } = error;
    // What the provider did is for whoever runs the server; no word of what it sent.
    bewaking?.logboek.fout("Aanmelden lukt niet", new Error(codeOf(error.cause)), {
      reden: reason,
    });
    return c.html(<AanmeldfoutPage frame={frame(c)} reden={reason} />, STATUS[reason]);
  }
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "geen verdere oorzaak";
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return [cause.name, code].filter((part) => part !== "").join(" ");
}
