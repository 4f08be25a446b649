import type { Hono } from "hono";
import type { Vaststelling } from "#domain/vaststelling.ts";
import { describeVastgesteld } from "#domain/vaststelling.ts";
import { listKringnamen } from "#storage/eigendom.repository.ts";
import {
  listGedeeldeLijsten,
  listGedeeldeRondes,
  listGedeeldeVersies,
} from "#storage/gedeeld.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { listVaststellingen } from "#storage/vaststelling.repository.ts";
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
        vastgesteld={await listVastgesteld(db)}
        kringen={new Map(namen.map(({ id, naam }) => [id, naam]))}
        aangemeld={persoon !== undefined}
        macht={macht(c, "versies-bewaren")}
      />,
    );
  });
}

async function listVastgesteld(db: Connection): Promise<ReadonlyMap<string, string>> {
  const byVersie = new Map<string, Vaststelling[]>();
  for (const one of await listVaststellingen(db)) {
    if (one.wat.soort !== "versie") continue;
    byVersie.set(one.wat.id, [...(byVersie.get(one.wat.id) ?? []), one]);
  }
  return new Map(
    [...byVersie].flatMap(([id, all]) => {
      const said = describeVastgesteld(all);
      return said === undefined ? [] : [[id, said.replace(/^V/, "v")] as const];
    }),
  );
}

const ZONDER_ACCOUNTS =
  "Op deze server zijn geen accounts. Een versie opent u met de link die u kreeg toen u haar bewaarde.";
