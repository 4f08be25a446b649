import { setTimeout } from "node:timers/promises";
import type { Handler } from "#api/server.ts";

const PATIENCE_MS = 250;

type Living = {
  /** The number that moves whenever a figure or a document does. */
  readonly readStand: () => Promise<string>;
  /** Makes everything that answers, from what there is now. */
  readonly build: () => Promise<Handler>;
  readonly onError: (error: unknown) => void;
};

/** What answers, and whether that is made of what stands in the database now. */
export type LivingApp = { readonly handler: Handler; readonly upToDate: () => boolean };

/**
 * Answers from memory, and makes all of it anew once a figure or a document has changed, here or
 * by another server on the same database.
 *
 * A request that is being answered keeps what it began with. While the database does not say in
 * time whether something changed, what was made before answers; a next request asks again.
 */
export async function createLivingApp({ readStand, build, onError }: Living): Promise<LivingApp> {
  // The number first: what changes while it is read is then read again.
  let made = { stand: await readStand(), answer: await build() };
  let making: Promise<void> | undefined;
  let failed = false;

  const renew = async (stand: string) => {
    try {
      made = { stand, answer: await build() };
      failed = false;
    } catch (error) {
      failed = true;
      onError(error);
    } finally {
      making = undefined;
    }
  };
  const current = async (): Promise<Handler> => {
    const stand = await inTime(readStand(), made.stand);
    if (stand !== made.stand) {
      making ??= renew(stand);
      await making;
    }
    return made.answer;
  };
  return {
    handler: async (request, env) => (await current())(request, env),
    upToDate: () => !failed,
  };
}

/** What is asked, or what was known before where asking fails or takes too long. */
async function inTime(asked: Promise<string>, before: string): Promise<string> {
  const patience = new AbortController();
  const waited = setTimeout(PATIENCE_MS, before, { signal: patience.signal, ref: false });
  waited.catch(() => {});
  try {
    return await Promise.race([asked, waited]);
  } catch {
    return before;
  } finally {
    patience.abort();
  }
}
