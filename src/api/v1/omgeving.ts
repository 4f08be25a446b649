import type { Context } from "hono";
import type { Verbruik } from "#services/toegang/verbruik.ts";
import type { Rooms } from "../site.ts";
import type { Grenzen } from "./grenzen.ts";

/** What the parts of the API get beside the rooms of the site. */
export type Apiomgeving = Rooms & {
  readonly grenzen: Grenzen;
  /** How often somebody asks; kept by this server where it shares it with no other. */
  readonly verbruik: Verbruik;
  /** The day that counts where nobody names one. */
  readonly peildag: string;
  /** Milliseconds, only to tell how long something takes. */
  readonly now: () => number;
  /** Where the asker finds this installation, without a slash at the end. */
  readonly adres: (c: Context) => string;
};
