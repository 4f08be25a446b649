import type { Hono } from "hono";
import { zoekBewaard } from "#services/zoeken/zoek-bewaard.service.ts";
import { createZoeker } from "#services/zoeken/zoeker.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import type { Rooms } from "../site.ts";
import { ZoekPage } from "./zoek-page.tsx";

const LANGSTE_VRAAG = 200;
const MEESTE_BEWAARD = 40;

/** Search over everything that whoever asks may see. */
export function zoekenRoutes(app: Hono, { basis, db, frame, zin }: Rooms): void {
  const zoek = createZoeker(basis, zin);
  app.get("/zoeken", async (c) => {
    const vraag = (c.req.query("q") ?? "").trim().slice(0, LANGSTE_VRAAG);
    const alles = c.req.query("alles") ?? "";
    const around = { frame: frame(c), basis };
    if (vraag === "") return c.html(<ZoekPage {...around} vraag="" alles="" bewaard={[]} />);
    const known = c.get("wie").persoon !== undefined;
    const bewaard = known ? await whatIsKept(vraag) : [];
    const gevonden = zoek(vraag);
    return c.html(<ZoekPage {...around} {...{ vraag, alles, gevonden, bewaard }} />);
  });

  /** While the database is away, what is in memory is still found; the page says what is missing. */
  async function whatIsKept(vraag: string) {
    try {
      return await zoekBewaard(db, vraag, MEESTE_BEWAARD);
    } catch (error) {
      if (isDatabaseWeg(error)) return undefined;
      throw error;
    }
  }
}
