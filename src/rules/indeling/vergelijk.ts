import type { Zekerheid } from "#domain/kop.ts";

/** A gemeente in a region or on a list, with how sure that is. */
export type Vergeleken = {
  readonly code: string;
  readonly naam: string;
  readonly zekerheid: Zekerheid;
};

/** Two lists of gemeenten laid beside each other; neither is the measure of the other. */
export type Ledenvergelijking = {
  readonly gelijk: boolean;
  readonly beide: readonly {
    readonly code: string;
    readonly naam: string;
    readonly hier: Zekerheid;
    readonly daar: Zekerheid;
  }[];
  readonly alleenHier: readonly Vergeleken[];
  readonly alleenDaar: readonly Vergeleken[];
  /** The difference may still be settled the other way: a member of either is not sure. */
  readonly onzeker: boolean;
};

/** Who is in both, only here, only there; a gemeente that is listed twice counts once. */
export function compareLeden(
  hier: readonly Vergeleken[],
  daar: readonly Vergeleken[],
): Ledenvergelijking {
  const [here, there] = [byCode(hier), byCode(daar)];
  const beide = [...here.values()].flatMap(({ code, naam, zekerheid }) => {
    const other = there.get(code);
    return other ? [{ code, naam, hier: zekerheid, daar: other.zekerheid }] : [];
  });
  const alleenHier = [...here.values()].filter(({ code }) => !there.has(code));
  const alleenDaar = [...there.values()].filter(({ code }) => !here.has(code));
  return {
    gelijk: alleenHier.length + alleenDaar.length === 0,
    beide: beide.toSorted(byName),
    alleenHier: alleenHier.toSorted(byName),
    alleenDaar: alleenDaar.toSorted(byName),
    onzeker: [...hier, ...daar].some(({ zekerheid }) => zekerheid === "onzeker"),
  };
}

/**
 * Whether an agreement that was made for one region must be brought in line with another: not where
 * both have the same gemeenten (F106).
 */
export function asksHarmonisation({ gelijk }: Ledenvergelijking): boolean {
  return !gelijk;
}

function byCode(list: readonly Vergeleken[]): ReadonlyMap<string, Vergeleken> {
  return new Map(list.map((lid) => [lid.code, lid]));
}

function byName(a: { readonly naam: string }, b: { readonly naam: string }): number {
  return a.naam < b.naam ? -1 : a.naam > b.naam ? 1 : 0;
}
