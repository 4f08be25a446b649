import type { z } from "zod";
import type { Selectie } from "#domain/selectie.ts";
import { blok, kortLijst } from "./blok.ts";
import { eenheden } from "./eenheid.ts";
import { eis } from "./eis.ts";

/** For whom something holds; `[laag]` is short for `{ bij: [laag] }`. */
export const selectie: z.ZodType<Selectie> = kortLijst(
  "bij",
  blok(
    {
      bij: eenheden.exactOptional(),
      waar: eis.exactOptional(),
      behalve: eenheden.exactOptional(),
    },
    (gevonden, meld) => {
      if (Object.keys(gevonden).length === 0) {
        meld("Dit blok is leeg. Noem voor wie het geldt, of haal het weg.");
      }
    },
  ),
);
