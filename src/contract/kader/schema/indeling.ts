import { z } from "zod";
import type { Herindeling, Indeling, Lid, Regio } from "#domain/indeling.ts";
import { ZEKERHEDEN, type Zekerheid } from "#domain/kop.ts";
import { blok, kaart, kort, lijst, naam, tekst } from "./blok.ts";
import { bron } from "./bron.ts";
import { eenheden, eenheid } from "./eenheid.ts";
import { kopVelden, withLaag } from "./kop.ts";
import { datum } from "./waarde.ts";

const zekerheid = z.enum(ZEKERHEDEN);

const lid = kort(
  "gemeente",
  blok(
    {
      gemeente: eenheid,
      zekerheid: zekerheid.exactOptional(),
      bron: tekst.exactOptional(),
      sinds: datum.exactOptional(),
      tot: datum.exactOptional(),
    },
    ({ sinds, tot }, meld) => {
      if (typeof sinds === "string" && typeof tot === "string" && sinds > tot) {
        meld(`«tot» (${tot}) ligt voor «sinds» (${sinds}). Draai de twee om.`, { pad: ["tot"] });
      }
    },
  ),
);

const regio = blok({
  titel: tekst,
  gemeenten: lijst(lid),
  deelregios: kaart(eenheden).default({}),
  zekerheid: zekerheid.default("vast"),
  bron: tekst.exactOptional(),
}).transform(
  (read): Regio => ({
    ...read,
    gemeenten: read.gemeenten.map((member) => withRegio(member, read)),
  }),
);

/** What a lid leaves out is that of the region. */
function withRegio(
  member: Omit<Lid, "zekerheid"> & { readonly zekerheid?: Zekerheid },
  region: { readonly zekerheid: Zekerheid; readonly bron?: string },
): Lid {
  const source = member.bron ?? region.bron;
  return {
    ...member,
    zekerheid: member.zekerheid ?? region.zekerheid,
    ...(source === undefined ? {} : { bron: source }),
  };
}

const herindeling: z.ZodType<Herindeling> = blok({
  datum,
  van: eenheden,
  naar: eenheden,
  bron: bron.exactOptional(),
  zekerheid: zekerheid.default("vast"),
});

/** A division of gemeenten into regions (docs/taal.md 2.2a). */
export const indeling: z.ZodType<Indeling> = blok({
  soort: z.literal("indeling"),
  ...kopVelden,
  "soort-regio": naam,
  optie: z.enum(["voorkeursoptie", "alternatief", "bestaand"]).exactOptional(),
  peildatum: datum,
  regios: kaart(regio),
  "volledig-voor": eenheden.default([]),
  herindelingen: lijst(herindeling).default([]),
}).transform(withLaag);
