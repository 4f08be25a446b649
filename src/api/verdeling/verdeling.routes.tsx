import type { Hono } from "hono";
import { bladAdres, readBlad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rooms } from "../site.ts";
import { runMetRonde } from "./run-blad.ts";
import { StartPage } from "./start-page.tsx";
import { UitlegPage } from "./uitleg-page.tsx";

export function verdelingRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, zin, notFound } = rooms;
  app.get("/verdeling", (c) => {
    const answer = (naam: string) => c.req.query(naam)?.trim() ?? "";
    const vraag = {
      regio: answer("regio"),
      onderwerp: answer("onderwerp"),
      spoor: answer("spoor"),
    };
    return c.html(<StartPage frame={frame(c)} basis={basis} zin={zin} vraag={vraag} />);
  });
  app.get("/uitleg", async (c) => {
    const query = new URL(c.req.url).searchParams;
    const document = basis.bibliotheek.find(query.get("document") ?? "");
    if (document?.soort !== "verdeling") {
      return notFound(c, "Dit adres noemt geen verdeling om uit te leggen.");
    }
    const blad = readBlad(documentnaam(document), query, basis.kennis.peildatum ?? "2026-01-01");
    const { basis: own, uitkomst } = await runMetRonde(rooms, blad, document);
    if (!uitkomst.ok) return c.redirect(bladAdres(blad));
    const asked = query.get("kolom") ?? documentnaam(document);
    const { tabel } = uitkomst;
    const kolom = tabel.kolommen.find((item) => documentnaam(item.document) === asked);
    if (!kolom) return notFound(c, `«${asked}» ligt niet in deze tabel.`);
    const id = query.get("gemeente");
    const gemeente = tabel.vraag.gebied.eenheden.find((eenheid) => eenheid.id === id);
    if (id !== null && !gemeente) return notFound(c, `«${id}» hoort niet bij deze regio.`);
    return c.html(
      <UitlegPage
        frame={frame(c)}
        basis={own}
        blad={blad}
        tabel={tabel}
        kolom={kolom}
        zin={zin}
        {...(gemeente ? { gemeente } : {})}
      />,
    );
  });
}
