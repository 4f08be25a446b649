import type { Antwoord, Bericht, Vraagsoort, Vragen } from "./bericht.ts";

/** Reads texts beside the page, so that typing never waits. */
export type Lezer = {
  /** Undefined where the server that has the knowledge cannot be reached. */
  readonly ask: <S extends Vraagsoort>(
    soort: S,
    vraag: Parameters<Vragen[S]>[0],
  ) => Promise<ReturnType<Vragen[S]> | undefined>;
  readonly stop: () => void;
};

/** Starts the reader; it keeps what it knows as long as the page is open. */
export function startLezer(): Lezer {
  const worker = new Worker(new URL("./lees-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (inhoud: unknown) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Antwoord>) => {
    waiting.get(data.nummer)?.(data.ok ? data.inhoud : undefined);
    waiting.delete(data.nummer);
  };
  const ask: Lezer["ask"] = (soort, vraag) => {
    last += 1;
    const bericht: Bericht = { nummer: last, soort, vraag };
    return new Promise((resolve) => {
      // What comes back has the shape of what was asked: `bericht.ts` holds both sides.
      waiting.set(bericht.nummer, resolve as (inhoud: unknown) => void);
      worker.postMessage(bericht);
    });
  };
  return { ask, stop: () => worker.terminate() };
}
