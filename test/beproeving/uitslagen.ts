import type { Daad } from "./rekening.ts";

/** What came of a beproeving. */
export type Uitslagen = {
  readonly versie: string;
  readonly zaad: number;
  /** How often each was killed. */
  readonly doden: ReadonlyMap<string, number>;
  /** What was asked and not answered yet at the moment of a kill. */
  readonly momenten: ReadonlyMap<string, number>;
  readonly bevestigd: number;
  readonly geweigerd: number;
  /** Without an answer when it was killed. */
  readonly onbeantwoord: number;
  /** Of these nobody knows after asking again: done once, or not at all. */
  readonly onbeslist: number;
  readonly taken: number;
  readonly fouten: readonly string[];
};

export function telDaden(alle: readonly Daad[]) {
  const count = (stand: Daad["stand"]) => alle.filter((daad) => daad.stand === stand).length;
  return {
    bevestigd: count("bevestigd"),
    geweigerd: count("geweigerd"),
    onbeslist: count("gevraagd"),
  };
}

const op = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" });

/** As it is read in the file of results. */
export function describeUitslagen(uitslagen: Uitslagen): string {
  const { versie, zaad, doden, momenten, fouten } = uitslagen;
  const kills = [...doden.values()].reduce((sum, times) => sum + times, 0);
  return [
    `${op.format(new Date())}, ${versie}, Node ${process.versions.node}, zaad ${zaad}.`,
    "",
    table(["omgevallen", "keer"], [...doden, ["samen", kills]]),
    table(["onderweg toen het omviel", "keer"], [...momenten]),
    table(
      ["wat er van kwam", "aantal"],
      [
        ["bevestigd en er ook, één keer, met dezelfde inhoud", uitslagen.bevestigd],
        ["zonder antwoord toen het omviel, daarna opnieuw gevraagd", uitslagen.onbeantwoord],
        ["na opnieuw vragen nog niet zeker: geheel of niet", uitslagen.onbeslist],
        ["geweigerd en er ook niet", uitslagen.geweigerd],
        ["ophaaltaken die zijn gedaan, elk één keer", uitslagen.taken],
        ["kwijt, half, dubbel of niet in de keten", fouten.length],
      ],
    ),
    ...fouten.map((fout) => `- ${fout}`),
  ].join("\n");
}

function table(
  heads: readonly [string, string],
  rows: readonly (readonly [string, number])[],
): string {
  const lines = rows.map(([naam, aantal]) => `| ${naam} | ${aantal} |`);
  return [`| ${heads.join(" | ")} |`, "|---|---|", ...lines, ""].join("\n");
}
