import { parseArgs } from "node:util";
import { findNearest } from "#contract/kader/nearest.ts";
import type { Asked, Command, Option } from "./command.ts";
import { assertGood } from "./usage-error.ts";

/**
 * Reads what stands behind a command.
 *
 * @throws UsageError with every option that is unknown, lacks its value or got one too many.
 */
export function readOptions(args: readonly string[], command: Command): Asked {
  const { options } = command;
  const { positionals, tokens } = parseArgs({
    args: withEmptyValues(args, options),
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type }]) => [name, { type, multiple: true }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const fouten: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = options[token.name];
    const wrong = option ? wrongUse(token, option) : unknownOption(token.rawName, command);
    if (wrong) fouten.push(wrong);
    else given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
  }
  fouten.push(...repeated(given, options));
  assertGood(fouten);
  return {
    words: positionals,
    has: (name) => given.has(name),
    one: (name) => given.get(name)?.at(-1) || undefined,
    all: (name) => given.get(name) ?? [],
  };
}

/** Gives an option that may stand alone an empty value where the next word is an option too. */
function withEmptyValues(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): string[] {
  return args.map((arg, i) => {
    const optional = arg.startsWith("--") && options[arg.slice(2)]?.optional;
    const next = args[i + 1];
    return optional && (next === undefined || next.startsWith("-")) ? `${arg}=` : arg;
  });
}

type OptionToken = { readonly rawName: string; readonly name: string; readonly value?: unknown };

function wrongUse(
  { rawName, value }: OptionToken,
  { type, value: form, optional }: Option,
): string | undefined {
  if (type === "boolean") {
    return value === undefined
      ? undefined
      : `«${rawName}» krijgt geen waarde. Schrijf «${rawName}».`;
  }
  if (optional || (typeof value === "string" && value !== "" && !/^--\w/.test(value))) {
    return undefined;
  }
  return `Achter «${rawName}» ontbreekt een waarde. Schrijf «${rawName} ${form ?? "<waarde>"}».`;
}

function unknownOption(rawName: string, { name, options }: Command): string {
  const nearest = findNearest(
    rawName,
    Object.keys(options).map((option) => `--${option}`),
  );
  const hint = nearest ? `Bedoelt u «${nearest}»?` : `Met «woonregie help ${name}» ziet u wat kan.`;
  return `Onbekende optie «${rawName}». ${hint}`;
}

function repeated(
  given: ReadonlyMap<string, readonly string[]>,
  options: Readonly<Record<string, Option>>,
): readonly string[] {
  return [...given].flatMap(([name, values]) => {
    const option = options[name];
    if (values.length < 2 || option?.multiple || option?.type === "boolean") return [];
    return [`«--${name}» staat er ${values.length} keer. Kies er één.`];
  });
}
