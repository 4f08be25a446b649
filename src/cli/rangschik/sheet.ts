import type { Plaats, RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
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

const SHARED = {
  gelijk: "gelijk: besluit van mensen",
  open: "open trede: besluit van mensen",
  onbeslist: "nog niet te zeggen",
} as const;

/** What decided a place, against the next; of a shared one only why it is shared. */
export function whyHere({ stand, beslissing, beslecht }: Plaats): string {
  if (stand !== "vast") return SHARED[stand];
  const by = beslissing
    ? `${beslissing.wat}: ${beslissing.eigen} tegen ${beslissing.volgende}`
    : "";
  return [by, beslecht].filter(Boolean).join("; ");
}
