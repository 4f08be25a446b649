import type { Context, Hono } from "hono";
import { uitvoerVanBevriezing } from "#services/uitvoer/bevroren-uitvoer.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import { listVersiesMet } from "#storage/gedeeld.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { BevrorenPage, BevrorenUitlegPage } from "./bevroren-page.tsx";

/** A frozen outcome as a page, by its whole hash: whoever has no hash cannot guess one. */
export function bevrorenRoutes(app: Hono, rooms: Rooms): void {
  app.get("/verdeling/bevroren/:hash", (c) =>
    shown(c, rooms, async (blad, hash, bevriezing) => {
      const own = { frame: rooms.frame(c), basis: rooms.basis, blad, hash };
      // Only where there are accounts does anybody adopt something.
      const versies = rooms.toegang && (await listVersiesMet(rooms.db, bevriezing));
      return c.html(<BevrorenPage {...own} {...(versies ? { versies } : {})} />);
    }),
  );
  app.get("/verdeling/bevroren/:hash/uitleg", (c) =>
    shown(c, rooms, (blad, hash) => {
      const gemeente = c.req.query("gemeente");
      const own = { frame: rooms.frame(c), basis: rooms.basis, blad, hash };
      const known = blad.kolommen[0].uitkomst.eenheden.some(({ id }) => id === gemeente);
      if (gemeente === undefined) return c.html(<BevrorenUitlegPage {...own} />);
      if (known) return c.html(<BevrorenUitlegPage {...own} gemeente={gemeente} />);
      return told(c, rooms, 404, "Deze gemeente doet in de bevroren uitkomst niet mee.");
    }),
  );
}

async function shown(
  c: Context,
  rooms: Rooms,
  show: (
    blad: Uitvoerblad,
    hash: string,
    bevriezing: BevriezingInhoud,
  ) => Response | Promise<Response>,
): Promise<Response> {
  c.header("Cache-Control", "no-store");
  const hash = c.req.param("hash") ?? "";
  const read = /^[0-9a-f]{64}$/.test(hash) ? await findBevriezing(rooms.db, hash) : undefined;
  if (read?.soort !== "gevonden") {
    return told(c, rooms, 404, "Er is geen bevroren uitkomst met dit kenmerk.");
  }
  const made = uitvoerVanBevriezing(rooms.basis, read.bevriezing);
  if (!made.ok) return told(c, rooms, 409, made.fouten.join(" "));
  return show(made.blad, hash, read.bevriezing);
}

function told(c: Context, { frame }: Rooms, status: 404 | 409, tekst: string) {
  return c.html(
    <MessagePage frame={frame(c)} titel="Bevroren uitkomst">
      <p>{tekst}</p>
      <p>
        Een kenmerk is 64 tekens lang. Kijk of u het hele adres hebt, of begin bij{" "}
        <a href="/verdeling">Verdeling</a>.
      </p>
    </MessagePage>,
    status,
  );
}
