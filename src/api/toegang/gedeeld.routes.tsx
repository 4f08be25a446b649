import type { Hono } from "hono";
import { listKringnamen } from "#storage/eigendom.repository.ts";
import {
  listGedeeldeLijsten,
  listGedeeldeRondes,
  listGedeeldeVersies,
} from "#storage/gedeeld.repository.ts";
import type { Rooms } from "../site.ts";
import { GedeeldPage } from "./gedeeld-page.tsx";

/** The list of what was kept: with accounts one finds it back here, and not by a link. */
export function gedeeldRoutes(app: Hono, { db, frame, toegang, macht, notFound }: Rooms): void {
  app.get("/verdeling/versies", async (c) => {
    if (!toegang) return notFound(c, ZONDER_ACCOUNTS);
    const { persoon, kringen } = c.get("wie");
    const [versies, rondes, lijsten, namen] = [
      await listGedeeldeVersies(db),
      await listGedeeldeRondes(db),
      await listGedeeldeLijsten(db),
      await listKringnamen(db, kringen),
    ];
    return c.html(
      <GedeeldPage
        frame={frame(c)}
        {...{ versies, rondes, lijsten }}
        kringen={new Map(namen.map(({ id, naam }) => [id, naam]))}
        aangemeld={persoon !== undefined}
        macht={macht(c, "versies-bewaren")}
      />,
    );
  });
}

const ZONDER_ACCOUNTS =
  "Op deze server zijn geen accounts. Een versie opent u met de link die u kreeg toen u haar bewaarde.";
