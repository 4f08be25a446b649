import type { z } from "zod";
import type { RegieDocument } from "#domain/document.ts";
import { SOORTEN, type Soort } from "#domain/kop.ts";
import { indeling } from "./indeling.ts";
import { indicator } from "./indicator.ts";
import { kader } from "./kader.ts";
import { rangorde } from "./rangorde.ts";
import { toets } from "./toets.ts";
import { traject } from "./traject.ts";
import { verdeling } from "./verdeling.ts";

/** The grammar of each soort. */
export const SCHEMAS: Readonly<Record<Soort, z.ZodType<RegieDocument>>> = {
  indicator,
  indeling,
  verdeling,
  toets,
  rangorde,
  traject,
  kader,
};

export function isSoort(text: unknown): text is Soort {
  return SOORTEN.some((soort) => soort === text);
}
