import type { RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
import type { Basis } from "#services/basis.ts";
import type { Rangordeopdracht } from "#services/rangorde/rangorde.service.ts";
import type { Style } from "../text/style.ts";

/** All that a printed order is made of, and how it was asked. */
export type Sheet = {
  readonly basis: Basis;
  readonly opdracht: Rangordeopdracht;
  readonly uitkomst: RangordeUitkomst;
  readonly zin: string;
  readonly isToday: boolean;
  readonly width: number;
  readonly tableWidth: number;
  readonly style: Style;
};

/** How a candidate is called: a gemeente by its name, anybody else as the asker did. */
export function naamVan(id: string, { uitkomst }: Pick<Sheet, "uitkomst">): string {
  return uitkomst.kandidaten.find((one) => one.id === id)?.naam ?? id;
}
