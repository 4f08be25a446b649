/** What somebody asked for, by a name that nothing else has; and what they were told of it. */
export type Daad = {
  readonly soort: Daadsoort;
  readonly naam: string;
  /** What stands in the database where it was done. */
  readonly inhoud: string;
  stand: "gevraagd" | "bevestigd" | "geweigerd";
  /** How the one who asked finds out what came of it, once something answers again. */
  readonly vraagNa?: () => Promise<void>;
};

export type Daadsoort =
  | "document"
  | "document weg"
  | "concept"
  | "overname"
  | "versie"
  | "woorden"
  | "reactie";

/** All that was asked, and all that was answered: the other side of the database. */
export type Rekening = {
  readonly zet: (daad: Omit<Daad, "stand">) => Daad;
  readonly alle: () => readonly Daad[];
  /** What was asked for and not answered. */
  readonly open: () => readonly Daad[];
};

export function createRekening(): Rekening {
  const all = new Map<string, Daad>();
  return {
    zet: (daad) => {
      const key = keyOf(daad);
      if (all.has(key)) throw new Error(`twee keer gevraagd: ${key}`);
      const kept: Daad = { ...daad, stand: "gevraagd" };
      all.set(key, kept);
      return kept;
    },
    alle: () => [...all.values()],
    open: () => [...all.values()].filter(({ stand }) => stand === "gevraagd"),
  };
}

/** A row of the database as the account would have it. */
export type Rij = Pick<Daad, "soort" | "naam" | "inhoud">;

/**
 * Lays the account beside the database.
 *
 * What was told to be done stands there once, as it was asked. What nobody knows stands there whole
 * or not at all. What was refused is not there, and nothing is there that nobody asked for.
 */
export function vergelijk(alle: readonly Daad[], rijen: readonly Rij[]): readonly string[] {
  const rows = new Map<string, Rij[]>();
  for (const rij of rijen) rows.set(keyOf(rij), [...(rows.get(keyOf(rij)) ?? []), rij]);
  const known = new Set(alle.map(keyOf));
  const removals = new Map(
    alle.filter(({ soort }) => soort === "document weg").map((daad) => [daad.naam, daad]),
  );
  const fouten = [...rows.keys()]
    .filter((key) => !known.has(key))
    .map((key) => `niemand vroeg om ${key}`);
  for (const daad of alle) {
    if (daad.soort === "document weg") continue;
    const found = rows.get(keyOf(daad)) ?? [];
    const weg = daad.soort === "document" ? removals.get(idOf(daad)) : undefined;
    fouten.push(...compare(daad, found, weg));
  }
  return [...fouten, ...halfRemoved(alle, removals, rows)];
}

function compare(daad: Daad, found: readonly Rij[], weg: Daad | undefined): readonly string[] {
  const naam = keyOf(daad);
  const [row, ...more] = found;
  if (more.length > 0) return [`${naam} staat er ${found.length} keer`];
  if (!row) {
    const may = daad.stand !== "bevestigd" || (weg !== undefined && weg.stand !== "geweigerd");
    return may ? [] : [`${naam} was bevestigd en is er niet`];
  }
  if (weg?.stand === "bevestigd") return [`${naam} was weggegooid en is er nog`];
  if (daad.stand === "geweigerd") return [`${naam} was geweigerd en is er toch`];
  if (row.inhoud !== daad.inhoud) {
    return [`${naam} is anders of half: ${row.inhoud} in plaats van ${daad.inhoud}`];
  }
  return [];
}

/** All versions of a document go at once. */
function halfRemoved(
  alle: readonly Daad[],
  removals: ReadonlyMap<string, Daad>,
  rows: ReadonlyMap<string, readonly Rij[]>,
): readonly string[] {
  return [...removals.keys()].flatMap((id) => {
    const versions = alle.filter(
      (daad) => daad.soort === "document" && idOf(daad) === id && daad.stand === "bevestigd",
    );
    const there = versions.filter((daad) => rows.has(keyOf(daad)));
    const half = there.length > 0 && there.length < versions.length;
    return half ? [`document ${id} is half weggegooid`] : [];
  });
}

function idOf({ naam }: Daad): string {
  return naam.split("@")[0] ?? "";
}

function keyOf({ soort, naam }: Pick<Daad, "soort" | "naam">): string {
  return `${soort} ${naam}`;
}
