import type { Logboek, Logvelden, Niveau } from "#api/bedrijf/bewaking.ts";
import { currentVerzoek } from "#api/bedrijf/verzoek.ts";
import { describeError, type Foutbeeld } from "./foutbeeld.ts";

/** JSON for a program that collects lines, text for who sits at a terminal. */
export type Logvorm = "json" | "tekst";

type Output = Pick<NodeJS.WriteStream, "write">;

type Bouw = {
  readonly vorm: Logvorm;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now?: () => Date;
};

/**
 * Writes what the server does: one line of JSON per event, or text that a person reads.
 *
 * Whatever is in it, an event is one line of JSON; in text no line but the first begins at the
 * margin. So nobody can write a line of their own by what they send.
 */
export function createLogboek({ vorm, stdout, stderr, now = () => new Date() }: Bouw): Logboek {
  return vorm === "json" ? jsonLogboek(stdout, stderr, now) : textLogboek(stdout, stderr);
}

function jsonLogboek(stdout: Output, stderr: Output, now: () => Date): Logboek {
  const write = (level: Niveau, message: string, velden: object = {}) => {
    const line = { time: now().toISOString(), level, message, ...namesOfVerzoek(), ...velden };
    (level === "info" ? stdout : stderr).write(`${JSON.stringify(line)}\n`);
  };
  return {
    meld: write,
    fout: (bericht, error, velden) => {
      write("fout", bericht, { ...velden, error: describeError(error) });
    },
    verzoek: (velden) => write("info", "verzoek", velden),
  };
}

function namesOfVerzoek(): Logvelden {
  const verzoek = currentVerzoek();
  if (!verzoek) return {};
  const { id, traceId, spanId, ouder } = verzoek;
  return { request_id: id, trace_id: traceId, span_id: spanId, parent_span_id: ouder };
}

function textLogboek(stdout: Output, stderr: Output): Logboek {
  const write = (level: Niveau, text: string) => {
    (level === "info" ? stdout : stderr).write(`${text}\n`);
  };
  return {
    meld: (niveau, bericht) => write(niveau, harmless(bericht)),
    fout: (bericht, error) => {
      write("fout", `${harmless(bericht)}\n${indent(asText(describeError(error)))}`);
    },
    verzoek: () => {},
  };
}

function asText({ type, code, message, stack, cause }: Foutbeeld): string {
  const head = `${type}${code === undefined ? "" : ` (${code})`}: ${message}`;
  const lines = [head, ...(stack ?? [])];
  return cause ? `${lines.join("\n")}\nDoor ${asText(cause)}` : lines.join("\n");
}

function indent(text: string): string {
  return harmless(text).replace(/^/gm, "    ");
}

// Everything that steers a terminal, and every other sign that some program takes for a line end.
const STEERS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function harmless(text: string): string {
  return text.replace(STEERS, " ");
}
