import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";
import { getal } from "./getal.ts";

const euro = (description: string) => getal.meta({ description, example: "1250000" });
const jaar = z.int().min(2000).max(2099);

export const fondsenvraag = z.strictObject(bladzijdevraag);

export const fondspad = z.object({ id: z.string().max(100) });

const boeking = z.strictObject({
  id: z.string(),
  jaar,
  bedrag: euro("Euro, tot op de cent."),
  wat: z.string().meta({ description: "Waarvoor het is toegezegd." }),
  stuk: z.string().meta({ description: "Het besluit of de brief waar het op rust." }),
  op: z.iso.datetime(),
  terug: z
    .strictObject({ op: z.iso.datetime(), reden: z.string() })
    .optional()
    .meta({ description: "Wanneer en waarom zij is teruggetrokken; zij telt dan niet mee." }),
});

const velden = {
  id: z.string(),
  naam: z.string(),
  doel: z.string(),
  bedrag: euro("Hoeveel er is; ontbreekt als dat niet bekend is.").optional(),
  eersteJaar: jaar.optional(),
  laatsteJaar: jaar.meta({ description: "Het laatste jaar waarin kan worden toegezegd." }),
  bron: z.string(),
  toegezegd: euro("Alles wat is toegezegd en niet is teruggetrokken."),
  over: euro("Wat over is; onder nul als er meer is toegezegd dan er is.").optional(),
};

/** A fund as a list has it. */
export const fonds = z.strictObject(velden).meta({ id: "Fonds" });

/** A fund with every booking. */
export const fondsMetBoekingen = z
  .strictObject({
    ...velden,
    perJaar: z.array(z.strictObject({ jaar, bedrag: euro("Toegezegd in dat jaar.") })),
    boekingen: z.array(boeking),
  })
  .meta({ id: "FondsMetBoekingen" });
