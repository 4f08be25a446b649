import type { RegieDocument } from "./document.ts";
import type { Rekengebied } from "./gebied.ts";
import type { Invulling } from "./invulling.ts";
import type { Verdeling } from "./verdeling.ts";
import type { Waarneming } from "./waarneming.ts";

/** Something one can choose: its name in the address, and how it is called. */
export type Keuzemogelijkheid = { readonly naam: string; readonly titel: string };

/**
 * All that verdelingen need to be run over one region, wherever they are run: keys side by side,
 * the units, the figures, and the documents that those lean on.
 *
 * The same rekenblad gives the same outcome on a server and in a browser.
 */
export type Rekenblad = {
  readonly op: string;
  readonly gebied: Rekengebied;
  /** Only where a figure or a step goes over the whole country. */
  readonly nederland?: Rekengebied;
  /** The key that was asked first, and those laid beside it; none comes before another. */
  readonly sleutels: readonly { readonly document: Verdeling; readonly tekst: string }[];
  /** Indicators and other documents that the keys lean on. */
  readonly documenten: readonly RegieDocument[];
  /** What somebody filled in comes before what was delivered. */
  readonly waarnemingen: readonly Waarneming[];
  /** What people filled in where the first document leaves it to them. */
  readonly ingevuld: Invulling;
  /** What a region calls things: code → label; absent where it has no words of its own. */
  readonly woorden?: Readonly<Record<string, string>>;
  /** What else could be laid beside it. */
  readonly mogelijk: {
    readonly sleutels: readonly Keuzemogelijkheid[];
    readonly regios: readonly Keuzemogelijkheid[];
  };
};
