import type { ExitCode } from "./exit-code.ts";
import type { Surroundings } from "./surroundings.ts";

/** An option as help shows it and `util.parseArgs` reads it. */
export type Option = {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands behind it, as help writes it: `<regio>`. */
  readonly value?: string;
  /** The value may be left out. */
  readonly optional?: boolean;
  readonly text: string;
};

/** What was asked on the line: words, and per option what stood behind it. */
export type Asked = {
  readonly words: readonly string[];
  readonly has: (option: string) => boolean;
  /** The last value given; undefined where there is none. */
  readonly one: (option: string) => string | undefined;
  readonly all: (option: string) => readonly string[];
};

export type Command = {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** How the line goes on after the name. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Paragraphs below the options. */
  readonly notes: readonly string[];
  readonly examples: readonly string[];
  readonly run: (asked: Asked, surroundings: Surroundings) => Promise<ExitCode>;
};
