import type { Duur } from "#domain/peildatum.ts";
import { ruimInzageOp } from "#services/toegang/inzage-opruimen.ts";
import { removeAfwezigen } from "#storage/aanwezig.repository.ts";
import { removeHerhalingen } from "#storage/herhaling.repository.ts";
import { removeVervallenConcepten } from "#storage/inlevering.repository.ts";
import { removeVervallen } from "#storage/rekenversie-kring.repository.ts";
import type { Connection } from "#storage/transaction.ts";

const EACH_MS = 6 * 60 * 60 * 1000;
/** Whoever tries again after a day, asks something new. */
const HERHALING_MS = 24 * 60 * 60 * 1000;

/**
 * Removes versions and deliveries whose time is over, now and every six hours, so that they are gone though nobody
 * asks for them: of whoever they are, so it is done as the owner of the tables. A sweep that fails is told and tried again at the next.
 *
 * @returns Ends it, after the sweep that is going on.
 */
export function sweepVersies(
  db: Connection,
  { inzageBewaren }: { readonly inzageBewaren?: Duur | undefined },
  tell: (error: unknown) => void,
): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  const sweep = () => {
    current = current
      .then(() => removeVervallen(db, new Date()))
      .then(() => removeVervallenConcepten(db, new Date()))
      .then(() => removeHerhalingen(db, new Date(Date.now() - HERHALING_MS)))
      .then(() => removeAfwezigen(db))
      .then(() => inzageBewaren && ruimInzageOp(db, inzageBewaren, new Date()))
      .then(() => undefined, tell);
  };
  sweep();
  const timer = setInterval(sweep, EACH_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return current;
  };
}
