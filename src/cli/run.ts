import { findNearest } from "#contract/kader/nearest.ts";
import { RuleError } from "#domain/errors.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { StorageError } from "#storage/storage-error.ts";
import type { Command } from "./command.ts";
import { COMMAND_GROUPS, COMMANDS } from "./commands.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { readOptions } from "./options.ts";
import type { Surroundings } from "./surroundings.ts";
import { indent } from "./text/wrap.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Carries out one line of `woonregie`, and says how it ended.
 *
 * Results go to `write`, everything else to `warn`. Everything that is thrown on purpose becomes
 * sentences here; what was not foreseen is thrown on.
 */
export async function runCli(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(args, around);
  } catch (error) {
    const told = explain(error);
    if (!told) throw error;
    around.warn(`${told.lines.flatMap((line) => asParagraph(line, around.width)).join("\n")}\n`);
    return told.code;
  }
}

async function dispatch(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name = "help", ...rest] = args;
  if (name === "--version" || name === "-v") return say(around, `woonregie ${around.version}`);
  if (name === "--help" || name === "-h")
    return say(around, generalHelp(COMMAND_GROUPS, around.width));
  if (name === "help") return help(rest, around);
  const command = findCommand(name);
  if (rest.includes("--help") || rest.includes("-h")) {
    return say(around, commandHelp(command, around.width));
  }
  return command.run(readOptions(rest, command), around);
}

function help([name]: readonly string[], around: Surroundings): ExitCode {
  const text = name
    ? commandHelp(findCommand(name), around.width)
    : generalHelp(COMMAND_GROUPS, around.width);
  return say(around, text);
}

function say({ write }: Surroundings, text: string): ExitCode {
  write(`${text}\n`);
  return EXIT.gedaan;
}

function findCommand(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command;
  const nearest = findNearest(
    name,
    COMMANDS.map((known) => known.name),
  );
  const hint = nearest ? `Bedoelt u «${nearest}»?` : "Met «woonregie help» ziet u wat er kan.";
  throw new UsageError([`Onbekende opdracht «${name}». ${hint}`]);
}

type Told = { readonly lines: readonly string[]; readonly code: ExitCode };

function explain(error: unknown): Told | undefined {
  if (error instanceof UsageError) return { lines: error.fouten, code: EXIT.fout };
  if (error instanceof RuleError) return { lines: [describeRuleError(error)], code: EXIT.fout };
  if (error instanceof StorageError) return { lines: [error.message], code: EXIT.database };
  return undefined;
}

/** A mistake may itself have lines (place, and below it what to do): those stay as they are. */
function asParagraph(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const start = line.length - line.trimStart().length;
    return line.length <= width ? [line] : indent(line, start, width);
  });
}
