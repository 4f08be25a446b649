import type { Context, Hono } from "hono";
import type { Werkmap } from "#domain/werkmap.ts";
import { readBeeld } from "#services/inlevering/beeld.ts";
import { leesMoment } from "#services/inlevering/moment.ts";
import { sjabloonFor } from "#services/inlevering/sjabloon.ts";
import {
  type Opmerkingsregel,
  readVerslag,
  toOpenbaarVerslag,
  toOpmerkingenlijst,
  withRedenen,
} from "#services/inlevering/verslag.ts";
import { asVorm, toBestand, type Werkmapvorm } from "#services/inlevering/werkmapbestand.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { findInlevering, readBestand } from "#storage/inlevering.repository.ts";
import type { Inleverkamer } from "./kamer.ts";
import { NieuwPage } from "./nieuw-page.tsx";
import { mayOpen } from "./toegang.ts";

/** What can be taken along: an empty form, the remarks of a delivery, and the file as it was sent. */
export function downloadRoutes(app: Hono, kamer: Inleverkamer): void {
  const { kluis, notFound } = kamer;
  app.get("/inleveringen/sjabloon", (c) => sendSjabloon(c, kamer));
  app.get("/inleveringen/:id/opmerkingen", async (c) => {
    const id = asKenmerk(c.req.param("id"));
    const lijst = await readOpmerkingen(c, kamer, id);
    if (!lijst) return notFound(c, "Deze levering is er niet, of is niet voor u.");
    return send(c, toOpmerkingenlijst(lijst), `opmerkingen-${id.slice(0, 8)}`, vormOf(c));
  });
  app.get("/inleveringen/:id/bestand", async (c) => {
    const id = asKenmerk(c.req.param("id"));
    const inlevering = (await mayOpen(c, kluis, id)) && (await findInlevering(kluis.db, id));
    const bytes = inlevering ? await readBestand(kluis.db, id) : undefined;
    if (!inlevering || !bytes) return notFound(c, "Dit bestand is er niet, of is niet voor u.");
    return attachment(c, bytes, inlevering.bestandsnaam, "application/octet-stream");
  });
}

async function readOpmerkingen(
  c: Context,
  { kluis, basis }: Inleverkamer,
  id: string,
): Promise<readonly Opmerkingsregel[] | undefined> {
  const eigen = await mayOpen(c, kluis, id);
  const inlevering = await findInlevering(kluis.db, id);
  const verslag = inlevering && readVerslag(inlevering);
  if (verslag) return (eigen ? verslag : toOpenbaarVerslag(verslag, basis)).opmerkingen;
  const proef = eigen ? (await readBeeld(kluis, id))?.proef : undefined;
  return proef && inlevering && withRedenen(proef.controle.bevindingen, inlevering.bevestigingen);
}

async function sendSjabloon(c: Context, { basis, frame }: Inleverkamer): Promise<Response> {
  const vraag = {
    cijfer: c.req.query("cijfer") ?? "",
    gebied: c.req.query("gebied") ?? "",
    moment: leesMoment(c.req.query("wanneer") ?? ""),
  };
  const made = sjabloonFor(basis, vraag);
  if ("fout" in made) {
    return c.html(<NieuwPage frame={frame(c)} basis={basis} fouten={[made.fout]} />, 400);
  }
  return send(c, made.werkmap, made.naam, vormOf(c));
}

function vormOf(c: Context): Werkmapvorm {
  return asVorm(c.req.query("vorm") ?? "");
}

async function send(c: Context, werkmap: Werkmap, naam: string, vorm: Werkmapvorm) {
  const { bytes, media } = await toBestand(werkmap, vorm);
  return attachment(c, bytes, `${naam}.${vorm}`, media);
}

function attachment(c: Context, bytes: Uint8Array, naam: string, media: string): Response {
  const plain = naam.replace(/[^\w. -]/g, "_");
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": media,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(naam)}`,
  });
}
