import type { Logboek } from "#api/bedrijf/bewaking.ts";

/** Tells in Dutch, line by line, what a long job is doing. */
export type Progress = {
  /** A line of its own. */
  readonly tell: (text: string) => void;
  /** How far something is; on a terminal it stays on one line. */
  readonly count: (text: string, done: number, total: number) => void;
};

type Output = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/** Writes progress to a terminal, or to a file or pipe with fewer lines. */
export function createProgress(output: Output): Progress {
  let openLine = false;
  const close = () => {
    if (openLine) output.write("\n");
    openLine = false;
  };
  return {
    tell: (text) => {
      close();
      output.write(`${text}\n`);
    },
    count: (text, done, total) => {
      const line = `${text} ${done} van ${total}`;
      if (output.isTTY) {
        output.write(`\r${line}`);
        openLine = true;
        if (done === total) close();
      } else if (done === 0 || done === total) output.write(`${line}\n`);
    },
  };
}

/** Writes the same progress to a log for programs. */
export function progressInLog({ meld }: Logboek): Progress {
  return {
    tell: (text) => meld("info", text.trim()),
    count: (text, done, total) => {
      if (done === 0 || done === total) meld("info", `${text.trim()} ${done} van ${total}`);
    },
  };
}
