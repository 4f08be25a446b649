import { z } from "zod";
import type { Verloop } from "#domain/kop.ts";
import { blok, onderdelen } from "./blok.ts";
import { geheel, getal } from "./waarde.ts";

const verloopblok = blok(
  {
    sprongen: geheel.exactOptional(),
    per: z.literal("jaar").exactOptional(),
    is: onderdelen(getal).exactOptional(),
  },
  (gevonden, meld) => {
    const perJaar = "per" in gevonden || "is" in gevonden;
    if ("sprongen" in gevonden === perJaar) {
      meld("Een verloop is «lineair», een blok met «sprongen», of een blok met «per» en «is».");
    } else if (perJaar && !("per" in gevonden && "is" in gevonden)) {
      meld("«per: jaar» en «is» horen bij elkaar. Vul beide in.");
    }
  },
).transform(({ sprongen, is }): Verloop => {
  if (sprongen !== undefined) return { soort: "sprongen", aantal: sprongen };
  return { soort: "per-jaar", is: is ?? {} };
});

/** How something moves between two periodes; `lineair` where nothing is said. */
export const verloop: z.ZodType<Verloop> = z.union([
  z.literal("lineair").transform((): Verloop => ({ soort: "lineair" })),
  verloopblok,
]);

export const LINEAIR: Verloop = { soort: "lineair" };
