import { Composer, type CST, type ParsedNode, Parser, type YAMLError } from "yaml";

/** After this many signs that are no YAML, what follows says nothing new. */
const MEESTE_TEKENFOUTEN = 100;

/** The first document of a text as the parser sees it, before anyone judges it. */
export type YamlDocument = {
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLError[];
  /** Where a second document begins. */
  readonly second?: number;
};

/** Reads YAML 1.2 with every scalar as text; stops early in a text that is mostly no YAML. */
export function parseYaml(text: string): YamlDocument {
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, prettyErrors: false });
  const tokens = untilHopeless(new Parser().parse(text));
  let first: YamlDocument | undefined;
  for (const document of composer.compose(tokens, true, text.length)) {
    if (first) return { ...first, second: document.range[0] };
    first = { contents: document.contents, errors: document.errors };
  }
  return first ?? { contents: null, errors: [] };
}

function* untilHopeless(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let errors = 0;
  for (const token of tokens) {
    if (token.type === "error") errors += 1;
    if (errors > MEESTE_TEKENFOUTEN) return;
    yield token;
  }
}
