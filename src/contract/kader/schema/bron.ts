import { z } from "zod";
import { type Bron, STANDEN } from "#domain/kop.ts";
import { blok, kort, tekst } from "./blok.ts";

/** The piece something comes from; its name alone is enough. */
export const bron: z.ZodType<Bron> = kort(
  "stuk",
  blok({
    stuk: tekst,
    plaats: tekst.exactOptional(),
    stand: z.enum(STANDEN).default("beleid"),
    link: tekst.exactOptional(),
  }),
);
