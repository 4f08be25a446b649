import type { Hono } from "hono";
import { describeBevoegdheden } from "#services/toegang/wie-mag-wat.ts";
import type { Rooms } from "../site.ts";
import { WieMagWatPage } from "./wie-mag-wat-page.tsx";

/** Who may do what. */
export function toegangRoutes(app: Hono, { basis, frame }: Rooms): void {
  app.get("/wie-mag-wat", (c) => {
    const overzicht = describeBevoegdheden(basis.kennis.bevoegdheden ?? new Map());
    return c.html(<WieMagWatPage frame={frame(c)} overzicht={overzicht} />);
  });
}
