import type { Rooms } from "../site.ts";
import type { Grenzen } from "./grenzen.ts";

/** What the parts of the API get beside the rooms of the site. */
export type Apiomgeving = Rooms & {
  readonly grenzen: Grenzen;
  /** The day that counts where nobody names one. */
  readonly peildag: string;
  /** Milliseconds, only to tell how long something takes. */
  readonly now: () => number;
};
