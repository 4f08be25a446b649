import type { Hono } from "hono";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import { documentAdres } from "../adres.ts";
import type { Rooms } from "../site.ts";
import { runMetRonde } from "../verdeling/run-blad.ts";
import { DocumentPage } from "./document-page.tsx";
import { DocumentenPage } from "./documenten-page.tsx";
import { filterDocuments, readDocumentfilter } from "./documentfilter.ts";
import { editorRoutes } from "./eigen/editor.routes.tsx";
import { eigenRoutes } from "./eigen/eigen.routes.tsx";
import { geschiedenisRoutes } from "./eigen/geschiedenis.routes.tsx";

export function kaderRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, zin, notFound } = rooms;
  app.get("/documenten", (c) => {
    const filter = readDocumentfilter(new URL(c.req.url).searchParams);
    const documenten = filterDocuments(basis, zin, filter);
    return c.html(<DocumentenPage frame={frame(c)} {...{ documenten, zin, filter, basis }} />);
  });
  editorRoutes(app, rooms);
  eigenRoutes(app, rooms);
  geschiedenisRoutes(app, rooms);
  app.get("/documenten/:naam", async (c) => {
    const naam = c.req.param("naam");
    const document = basis.bibliotheek.find(naam);
    // One of our own that cannot be read any more: its editor says why.
    if (!document && basis.isEigen(naam)) return c.redirect(`${documentAdres(naam)}/bewerken`);
    if (!document) return notFound(c, `Er is geen document «${naam}».`);
    const query = new URL(c.req.url).searchParams;
    const blad = readBlad(documentnaam(document), query, basis.kennis.peildatum ?? "2026-01-01");
    const run = document.soort === "verdeling" && blad.regio !== "";
    const ran = run ? await runMetRonde(rooms, blad, document) : { basis };
    return c.html(
      <DocumentPage
        frame={frame(c)}
        document={document}
        tekst={basis.tekstVan(documentnaam(document)) ?? ""}
        zin={zin}
        blad={blad}
        vaststelbaar={rooms.toegang !== undefined && rooms.macht(c, "vaststellen").mag}
        {...ran}
      />,
    );
  });
}
