import { type Brok, phrase, series, type Zin } from "./zin.ts";

/**
 * One thing that is or is not so, in the word orders of Dutch.
 *
 * - `hoofd`: "het aantal is minstens 3"
 * - `bij`: "het aantal minstens 3 is", after als or dat
 * - `wie`: "waar het aantal minstens 3 is", or "wie aangewezen is"
 * - `om`: "is het aantal minstens 3", after dan
 */
export type Uitspraak = {
  readonly hoofd: Zin;
  readonly bij: Zin;
  readonly wie: Zin;
  readonly om: Zin;
  /** More than one thing, so that it may need a word to hold it together. */
  readonly samengesteld: boolean;
};

export type Zinsdelen = {
  /** Absent where it is said of whoever or whatever is at hand. */
  readonly onderwerp?: Brok;
  /** What that is called then. */
  readonly iemand?: string;
  readonly werkwoord: string;
  /** Stands before the verb in a subordinate clause. */
  readonly rest: Brok;
  /** Stays behind the verb everywhere: "voldoet aan …". */
  readonly na?: Brok;
};

/** A clause in all its orders. */
export function createUitspraak({
  onderwerp,
  iemand = "het",
  werkwoord,
  rest,
  na,
}: Zinsdelen): Uitspraak {
  const subject = onderwerp ?? iemand;
  return {
    hoofd: phrase(subject, werkwoord, rest, na),
    bij: phrase(subject, rest, werkwoord, na),
    wie: onderwerp
      ? phrase("waar", onderwerp, rest, werkwoord, na)
      : phrase("wie", rest, werkwoord, na),
    om: phrase(werkwoord, subject, rest, na),
    samengesteld: false,
  };
}

/** All of it, or one of it. */
export function joinUitspraken(items: readonly Uitspraak[], woord: "en" | "of"): Uitspraak {
  const [only] = items;
  if (only && items.length === 1) return only;
  const nested = items.some(({ samengesteld }) => samengesteld);
  const order = (key: "hoofd" | "bij" | "wie" | "om") => {
    const clauses = items.map((item) => item[key]);
    if (!nested) return series(clauses, woord);
    return woord === "of" ? either(clauses) : series(clauses, ", en ook");
  };
  return {
    hoofd: order("hoofd"),
    bij: order("bij"),
    wie: order("wie"),
    om: order("om"),
    samengesteld: true,
  };
}

/** "ofwel a en b, ofwel c": says what belongs together. */
function either(clauses: readonly Zin[]): Zin {
  return phrase(...clauses.flatMap((clause, index) => [index === 0 ? "ofwel" : ", ofwel", clause]));
}

/** "het is niet zo dat …" */
export function negateUitspraak({ bij }: Uitspraak): Uitspraak {
  return {
    hoofd: phrase("het is niet zo dat", bij),
    bij: phrase("het niet zo is dat", bij),
    wie: phrase("waar het niet zo is dat", bij),
    om: phrase("is het niet zo dat", bij),
    samengesteld: false,
  };
}

/** A sentence that keeps one order wherever it stands: "geldt: als …, dan …". */
export function fixUitspraak(zin: Zin): Uitspraak {
  return {
    hoofd: zin,
    bij: phrase("geldt:", zin),
    wie: phrase("waar geldt:", zin),
    om: phrase("geldt:", zin),
    samengesteld: true,
  };
}
