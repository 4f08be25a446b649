import { AsyncLocalStorage } from "node:async_hooks";

const watching = new AsyncLocalStorage<{ gevraagd: boolean }>();

/** Does work, and says whether it asked anything of the database: then it can be another next time. */
export async function tellGevraagd<T>(
  work: () => Promise<T>,
): Promise<{ readonly uitkomst: T; readonly gevraagd: boolean }> {
  const seen = { gevraagd: false };
  const uitkomst = await watching.run(seen, work);
  return { uitkomst, gevraagd: seen.gevraagd };
}

/** Notes that the work that is going on asks the database. */
export function noteGevraagd(): void {
  const seen = watching.getStore();
  if (seen) seen.gevraagd = true;
}
