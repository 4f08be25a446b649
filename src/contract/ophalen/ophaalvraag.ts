import { z } from "zod";

const code = z.string().regex(/^[\w ]{1,40}$/);
const jaar = z.int().min(1995).max(2100);

/** What is asked of a source. */
export const ophaalvraag = z.discriminatedUnion("soort", [
  z.strictObject({ soort: z.literal("cbs-tabel"), tabel: z.string().regex(/^[A-Za-z0-9]{4,20}$/) }),
  z.strictObject({
    soort: z.literal("cbs"),
    tabel: z.string().regex(/^[A-Za-z0-9]{4,20}$/),
    maat: code,
    indicator: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
    niveaus: z.array(z.enum(["gemeente", "provincie", "nederland"])).min(1),
    perioden: z.array(code).min(1).max(60),
    dimensies: z.record(z.string().regex(/^\w{1,60}$/), code),
    /** At which end of the period a stock was counted; absent for what happens in a period. */
    stand: z.enum(["begin", "einde"]).optional(),
  }),
  z.strictObject({
    soort: z.literal("pdok"),
    jaar,
    /** Where the source does not have that year yet, the one before. */
    ofEerder: z.boolean().optional(),
  }),
  z.strictObject({
    soort: z.literal("woningbouwkaart"),
    /** The day the figures hold for, where the source writes it in a way that is not understood. */
    moment: z.iso.date().optional(),
  }),
]);

export type Ophaalvraag = z.infer<typeof ophaalvraag>;
