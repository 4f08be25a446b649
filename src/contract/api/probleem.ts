import { z } from "zod";

/** What went wrong with a request, as a problem document (RFC 9457). */
export const probleem = z
  .object({
    status: z.int().min(400).max(599).meta({ description: "De HTTP-status, ook in dit antwoord." }),
    title: z.string().meta({ description: "Wat er mis is, in enkele woorden." }),
    detail: z.string().meta({ description: "Wat er mis is en hoe het te verhelpen is." }),
    fouten: z
      .array(z.string())
      .optional()
      .meta({ description: "Elke fout apart: waar, wat er staat, en wat er verwacht wordt." }),
  })
  .meta({ id: "Probleem", description: "Een foutmelding (RFC 9457)." });

/** As the schema has it; who makes one need not know the schema. */
export type Probleem = Readonly<z.infer<typeof probleem>>;
