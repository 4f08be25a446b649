import type { Context } from "hono";
import type { Gebiedstoets } from "#services/inlevering/inlevering.service.ts";
import type { Inleverkluis } from "#services/inlevering/kluis.ts";
import type { Rooms } from "../site.ts";

/** What the pages of deliveries share. */
export type Inleverkamer = Rooms & {
  readonly kluis: Inleverkluis;
  /** Which areas are not for who asks to put figures in. */
  readonly nietVanU: (c: Context) => Gebiedstoets;
  /** The page of one delivery as it is now. */
  readonly show: (c: Context, id: string, melding?: string) => Promise<Response>;
};
