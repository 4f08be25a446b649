import type { Hono } from "hono";
import type { Rooms } from "../site.ts";
import { addressOf } from "../v1/adres.ts";
import { OpendataPage } from "./opendata-page.tsx";
import { searchDatasets } from "./zoeken.ts";

export function opendataRoutes(app: Hono, rooms: Rooms): void {
  const { frame, opendata, uitgever, https } = rooms;
  const adres = addressOf(uitgever, https);
  app.get("/opendata", (c) => {
    const zoek = (c.req.query("zoek") ?? "").trim();
    const all = opendata.list();
    return c.html(
      <OpendataPage
        frame={frame(c)}
        adres={adres(c)}
        uitgever={uitgever}
        zoek={zoek}
        aantal={all.length}
        gevonden={searchDatasets(all, zoek)}
        nietOpen={opendata.nietOpen()}
      />,
    );
  });
}
