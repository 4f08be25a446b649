/** One change that somebody asked for, sent once or more often. */
export type Zet = {
  /** What it changes. */
  readonly object: string;
  /** A name that no other change has. */
  readonly naam: string;
  /** The change that stood there when it was read: this one names it and must come right after it. */
  readonly op?: string;
  stand: "gevraagd" | "bevestigd" | "geweigerd";
  readonly begin: number;
  eind: number;
};

/** What stands in the database: of every object its changes, the first first. */
export type Ketens = ReadonlyMap<string, readonly string[]>;

/**
 * Proves from what was asked and answered that every object has one history in which each change
 * that was acknowledged stands once, right after the one that it was built on.
 *
 * An order that people can have seen is kept too: what was asked after something was answered comes
 * after it.
 */
export function controleer(zetten: readonly Zet[], ketens: Ketens): readonly string[] {
  const known = new Map(zetten.map((zet) => [zet.naam, zet]));
  const fouten: string[] = [];
  const places = new Map<string, number>();
  for (const [object, keten] of ketens) {
    for (const [plaats, naam] of keten.entries()) {
      const zet = known.get(naam);
      if (places.has(naam)) fouten.push(`${naam} staat twee keer in ${object}`);
      else if (!zet) fouten.push(`niemand vroeg om ${naam} in ${object}`);
      else fouten.push(...checkPlaats(zet, keten[plaats - 1]));
      places.set(naam, plaats);
    }
    fouten.push(...checkTijd(keten.flatMap((naam) => known.get(naam) ?? [])));
  }
  for (const { naam, object, stand } of zetten) {
    if (stand === "bevestigd" && !places.has(naam)) {
      fouten.push(`${naam} was bevestigd en staat niet in ${object}`);
    }
  }
  return fouten;
}

function checkPlaats({ naam, op, stand }: Zet, before: string | undefined): readonly string[] {
  if (stand === "geweigerd") return [`${naam} was geweigerd en staat er toch`];
  if (op === undefined || op === before) return [];
  return [`${naam} was gebouwd op ${op} en staat na ${before ?? "niets"}`];
}

/** Of every two: the later in the history was not over before the earlier began. */
function checkTijd(keten: readonly Zet[]): readonly string[] {
  const fouten: string[] = [];
  let [latest, last] = [Number.NEGATIVE_INFINITY, ""];
  for (const { naam, begin, eind } of keten) {
    if (eind < latest) fouten.push(`${naam} was klaar voor ${last} begon, en staat erna`);
    if (begin > latest) [latest, last] = [begin, naam];
  }
  return fouten;
}
