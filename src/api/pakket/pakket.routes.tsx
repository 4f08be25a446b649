import type { Hono } from "hono";
import { readGrond } from "#services/pakket/lezing.ts";
import { KEUZE, type Pakketvraag, pakketQuery, readPakketvraag } from "#services/pakket/vraag.ts";
import type { Rooms } from "../site.ts";
import { BeginPage } from "./begin-page.tsx";
import { pakketAdres } from "./pakket-adres.ts";
import { PakketPage } from "./pakket-page.tsx";

export function pakketRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame } = rooms;
  const peildatum = basis.kennis.peildatum ?? "2026-01-01";
  app.get("/pakket", (c) => {
    const vraag = readPakketvraag(new URL(c.req.url).searchParams, peildatum);
    const lezing = readGrond(basis, vraag);
    if (!lezing.ok) {
      const fouten = vraag.regio === "" ? [] : lezing.fouten;
      return c.html(<BeginPage frame={frame(c)} basis={basis} vraag={vraag} fouten={fouten} />);
    }
    const { grond, fouten } = lezing;
    return c.html(
      <PakketPage frame={frame(c)} basis={basis} vraag={vraag} grond={grond} fouten={fouten} />,
    );
  });
  app.get("/pakket/erbij", (c) => {
    const query = new URL(c.req.url).searchParams;
    return c.redirect(withAdded(readPakketvraag(query, peildatum), query));
  });
}

/** The address with the figure or the shift that was typed in a form. */
function withAdded(vraag: Pakketvraag, query: URLSearchParams): string {
  const typed = (naam: string) => query.get(naam)?.trim() ?? "";
  const shown = pakketQuery(vraag);
  const [wat, hoeveel, van] = [typed("wat"), typed("hoeveel"), typed("waarvan")];
  const key = wat.startsWith(KEUZE) ? wat : `cijfer.${wat}${van && `@${van}`}`;
  if (wat && hoeveel) shown.set(key, hoeveel);
  const document = typed("ruil-document");
  if (!document) return wat ? `/pakket?${shown}` : pakketAdres(vraag);
  const tegen = typed("ruil-tegen");
  const shift = `${typed("ruil-van")} naar ${typed("ruil-naar")}: ${typed("ruil-aantal")}`;
  shown.append(`ruil.${document}`, tegen ? `${shift} tegen ${tegen}` : shift);
  return `/pakket?${shown}`;
}
