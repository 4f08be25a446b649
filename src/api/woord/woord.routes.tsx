import type { Hono } from "hono";
import { WOORDADRESSEN } from "../page/menu.ts";
import type { Rooms } from "../site.ts";
import { WoordPage } from "./woord-page.tsx";
import { type Paginawoord, WOORDTEKSTEN } from "./woorden.ts";

/** A page for each policy word that has no room of its own yet. */
export function woordRoutes(app: Hono, { basis, frame, zin }: Rooms): void {
  for (const woord of Object.keys(WOORDTEKSTEN) as Paginawoord[]) {
    app.get(WOORDADRESSEN[woord], (c) =>
      c.html(<WoordPage frame={frame(c)} basis={basis} zin={zin} woord={woord} />),
    );
  }
}
