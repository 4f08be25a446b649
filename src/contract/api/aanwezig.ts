import { z } from "zod";

/** What a tab of a browser says: that it is there, or that it goes. */
export const aanwezigheid = z.strictObject({
  tab: z.uuid(),
  weg: z.boolean().default(false),
});

export type Aanwezigheid = z.infer<typeof aanwezigheid>;

/** Who else is there, in words. */
export type Aanwezigen = { readonly tekst: string };
