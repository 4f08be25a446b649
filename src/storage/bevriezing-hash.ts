import { createHash } from "node:crypto";
import type { Datum } from "#domain/peildatum.ts";

/** All that a decision stands on, and what came out: enough to run it again to the byte. */
export type BevriezingInhoud = {
  readonly document: {
    readonly id: string;
    readonly versie: number;
    /** The writer's own text. */
    readonly tekst: string;
  };
  /** Canonical JSON of every figure that was used. */
  readonly cijfers: string;
  readonly engineVersie: string;
  readonly op: Datum;
  readonly gebied: string;
  /** Canonical JSON of what people filled in: what, who, when, why, from which source. */
  readonly ingevuld: string;
  /** Canonical JSON of the outcome with its account. */
  readonly uitkomst: string;
};

/**
 * The name of a frozen outcome: sha256, 64 hexadecimal digits, over all of its parts.
 *
 * The moment of freezing is no part of it: who freezes the same twice has one outcome. Two
 * contents with one name cannot be made on purpose.
 */
export function hashBevriezing(inhoud: BevriezingInhoud): string {
  const { document, cijfers, engineVersie, op, gebied, ingevuld, uitkomst } = inhoud;
  // As a JSON list no text can run over into the next one.
  const parts = [
    "woonregie bevriezing 1",
    document.id,
    document.versie,
    document.tekst,
    cijfers,
    engineVersie,
    op,
    gebied,
    ingevuld,
    uitkomst,
  ];
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex");
}

/**
 * The name of a version of a rekenblad: sha256 over the names of its frozen keys, in their order.
 *
 * Who made it, what it is called and when it was saved are no part of it.
 */
export function hashRekenversie(bevriezingen: readonly BevriezingInhoud[]): string {
  const parts = ["woonregie rekenversie 1", ...bevriezingen.map(hashBevriezing)];
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex");
}
