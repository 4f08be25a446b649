import type { Daad } from "./rekening.ts";
import type { Samenuitslag } from "./tegelijk.ts";

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

/** As it is read in the file of results. */
export function describeSamen(uitslag: Samenuitslag): string {
  const { versie, zaad, servers, schrijvers, fouten } = uitslag;
  const wie = `${schrijvers} schrijvers tegelijk, ${servers === 1 ? "een server" : `${servers} servers`}`;
  return [
    `${op.format(new Date())}, ${versie}, ${wie}, Node ${process.versions.node}, zaad ${zaad}.`,
    "",
    table(
      ["wat er van kwam", "aantal"],
      [
        ["wijzigingen gevraagd", uitslag.gevraagd],
        ["verzoeken verzonden, ook dubbel en opnieuw", uitslag.verzonden],
        ["verzoeken waarop de vrager niet wachtte", uitslag.opgegeven],
        ["bevestigd: één keer, na de stand die zij noemde", uitslag.bevestigd],
        ["geweigerd omdat het intussen anders was, en niet gedaan", uitslag.geweigerd],
        ["nooit een antwoord gehoord: één keer of niet gedaan", uitslag.onbekend],
        ["overschreven, dubbel, kwijt of in een andere volgorde", fouten.length],
      ],
    ),
    ...fouten.map((fout) => `- ${fout}`),
  ].join("\n");
}
