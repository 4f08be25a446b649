import type { Command, Option } from "./command.ts";
import type { CommandGroup } from "./commands.ts";
import { beside, wrap } from "./text/wrap.ts";

const INTRO =
  "Woonregie rekent afspraken over wonen uit die als document zijn opgeschreven, en laat zien waar elk getal vandaan komt.";

const CODES: readonly (readonly [string, string])[] = [
  ["0", "gedaan"],
  ["1", "uitgevoerd, maar nu zijn mensen nodig: een keuze, een ontbrekend cijfer, een verschil"],
  ["2", "verkeerd gevraagd, of een document met fouten"],
  ["3", "de map of de poort is in gebruik, of er is iets met de database"],
];

const SURROUNDINGS: readonly (readonly [string, string])[] = [
  ["WOONREGIE_VAR", "de map met de database; anders ./var"],
  ["DATABASE_URL", "een eigen PostgreSQL in plaats van die map"],
  ["NO_COLOR", "nooit kleur (buiten een terminal is er al geen kleur)"],
];

/** What `woonregie` can do, in one screen. */
export function generalHelp(groups: readonly CommandGroup[], width: number): string {
  return [
    ...wrap(INTRO, width),
    "",
    "  woonregie <opdracht> [opties]",
    ...groups.flatMap(({ title, commands }) => ["", title, ...commandTable(commands, width)]),
    ...beside("  help", "alles over één opdracht: «woonregie help verdeel»", COMMAND_WIDTH, width),
    "",
    "Bijvoorbeeld",
    "  woonregie bibliotheek urgenten",
    "  woonregie toon Dordrecht",
    "  woonregie verdeel sleutel-inwoners --regio drechtsteden --cijfer urgenten=420..480",
    "",
    "Hoe het afloopt (exitcode)",
    ...table(CODES, 5, width),
    "",
    "Uitkomsten gaan naar stdout, meldingen naar stderr. Instellingen:",
    ...table(SURROUNDINGS, 18, width),
  ].join("\n");
}

const COMMAND_WIDTH = 15;

function commandTable(commands: readonly Command[], width: number): readonly string[] {
  return commands.flatMap(({ name, summary }) =>
    beside(`  ${name}`, summary, COMMAND_WIDTH, width),
  );
}

/** Everything about one command. */
export function commandHelp(command: Command, width: number): string {
  const { name, summary, usage, options, notes, examples } = command;
  return [
    ...wrap(`woonregie ${name} ${summary}.`, width),
    "",
    ...beside("  woonregie", `${name} ${usage}`, 12, width),
    ...(Object.keys(options).length > 0 ? [""] : []),
    ...Object.entries(options).flatMap((entry) => optionLines(entry, width)),
    ...notes.flatMap((note) => ["", ...wrap(note, width)]),
    "",
    "Bijvoorbeeld",
    ...examples.map((example) => `  ${example}`),
    "",
    "Exitcodes: 0 gedaan, 1 mensen nodig, 2 verkeerd gevraagd of een fout document, 3 database.",
  ].join("\n");
}

const OPTION_WIDTH = 16;

function optionLines([name, { value, text }]: [string, Option], width: number): readonly string[] {
  const head = `  --${name}${value ? ` ${value}` : ""}`;
  if (head.length < OPTION_WIDTH) return beside(head, text, OPTION_WIDTH, width);
  return [head, ...beside("", text, OPTION_WIDTH, width)];
}

function table(
  rows: readonly (readonly [string, string])[],
  labelWidth: number,
  width: number,
): readonly string[] {
  return rows.flatMap(([label, text]) => beside(`  ${label}`, text, labelWidth, width));
}
