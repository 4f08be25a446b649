import { z } from "zod";

/** A link as its holder gets it, this one time. */
export const nieuweLink = {
  link: z.string().meta({ description: "De link zelf, zonder geheim." }),
  geheim: z.string().optional().meta({
    description:
      "Het geheim van de link, 256 bits. Ontbreekt als u met een account vraagt: dan opent uw account het. Het wordt deze ene keer gegeven en nergens bewaard: wie het kwijt is, kan er niet meer bij. Zet het in een adres achter «#», dan gaat het nooit naar een server.",
  }),
};

/** Free words of whoever does something: an office or a group, not a person. */
export const wie = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({
    description: "Wie dit doet, in eigen woorden. Een naam van een persoon is niet nodig.",
    examples: ["werkgroep wonen"],
  });

export const naam = z.string().trim().min(1).max(120);

export const moment = z.iso.datetime().meta({ description: "Een moment, in UTC." });
