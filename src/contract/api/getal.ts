import { z } from "zod";

/** A number without any rounding, as text. */
export const getal = z
  .string()
  .regex(/^-?\d+(?:\.\d+|\/\d+)?$/)
  .meta({
    id: "Getal",
    description: "Een precies getal als tekst: een geheel getal, een decimaal getal of een breuk.",
    examples: ["178", "16610.04", "1/3"],
  });

export const bandbreedte = z
  .object({ laag: getal, midden: getal, hoog: getal })
  .meta({ id: "Bandbreedte", description: "Hoe ver een getal kan lopen." });

/** A date, or a periode as the documents write it. */
export const moment = z
  .string()
  .regex(/^\d{4}(?:-\d{2}-\d{2}|-H[12]|-Q[1-4])?$/)
  .meta({ id: "Moment", description: "Een dag of een periode.", examples: ["2026-01-01", "2026"] });

export const dag = z.iso.date().meta({ description: "Een dag.", example: "2026-01-01" });
