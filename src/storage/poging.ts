import { AsyncLocalStorage } from "node:async_hooks";

const attempts = new AsyncLocalStorage<string>();

/**
 * Does work as one attempt at a request that may be sent again.
 *
 * The database notes with the first change that is kept that this attempt had an effect; and keeps
 * no change of an attempt that another has taken the place of.
 */
export function alsPoging<T>(poging: string, work: () => T): T {
  return attempts.run(poging, work);
}

/** The attempt that is going on; empty outside of one. */
export function welkePoging(): string {
  return attempts.getStore() ?? "";
}
