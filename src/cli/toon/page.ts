import type { Basis } from "#services/basis.ts";
import type { Style } from "../text/style.ts";

/** What every page of `toon` needs to be made. */
export type Page = {
  readonly basis: Basis;
  readonly op: string;
  readonly isToday: boolean;
  readonly width: number;
  readonly tableWidth: number;
  readonly style: Style;
  /** The folder with `kaders/` in it. */
  readonly root: string;
};
