import type { Hono } from "hono";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Basis } from "#services/basis.ts";
import { answerStart } from "../aandacht/aandacht.routes.tsx";
import type { Rooms } from "../site.ts";
import type { Rekenaar } from "../verdeling/run-blad.ts";
import { BeginPage } from "./begin-page.tsx";
import { VOORBEELD } from "./voorbeeld.ts";

export function beginRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, zin, reken } = rooms;
  app.get("/", async (c) => {
    const start = await answerStart(c, rooms);
    if (start) return start;
    const voorbeeld = workedExample(basis, reken);
    return c.html(
      <BeginPage frame={frame(c)} basis={basis} zin={zin} {...(voorbeeld ? { voorbeeld } : {})} />,
    );
  });
}

function workedExample(basis: Basis, reken: Rekenaar) {
  const document = basis.bibliotheek.find(VOORBEELD.document);
  if (document?.soort !== "verdeling") return undefined;
  const naast = VOORBEELD.naast.filter((naam) => basis.bibliotheek.find(naam));
  const blad: Blad = { ...VOORBEELD, naast, op: basis.kennis.peildatum ?? "2026-01-01" };
  const uitkomst = reken(blad, document);
  return uitkomst.ok ? { blad, tabel: uitkomst.tabel } : undefined;
}
