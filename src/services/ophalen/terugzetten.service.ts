import {
  readLevering,
  removeLevering,
  restoreLevering,
} from "#storage/levering-inhoud.repository.ts";
import { findOphaaltaak, leesVorige, noteerTeruggezet } from "#storage/ophaaltaak.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import type { Vorige } from "./bewaren.ts";
import { restoreGrenzen } from "./grenzen.ts";
import type { Ophaaluitkomst } from "./uitkomst.ts";
import type { Ophaalgrond } from "./werk.ts";

/** What became of putting back. */
export type Terugzetting = "teruggezet" | "niets-te-doen" | "al-veranderd";

/**
 * Puts back what stood before a task put its figures or borders in: all of it, or nothing.
 *
 * Where somebody changed the same figures afterwards, nothing is put back.
 */
export function zetTerug(
  { db, kaartenmap }: Pick<Ophaalgrond, "db" | "kaartenmap">,
  id: string,
): Promise<Terugzetting> {
  return inTransaction(db, async (tx) => {
    const taak = await findOphaaltaak(tx, id);
    if (taak?.stand !== "klaar" || taak.teruggezetOp) return "niets-te-doen";
    const uitkomst = taak.uitkomst as Ophaaluitkomst;
    const gedaan =
      uitkomst.soort === "grenzen"
        ? await restoreGrenzen(tx, kaartenmap, uitkomst)
        : await restoreCijfers(tx, id);
    if (gedaan === "teruggezet") await noteerTeruggezet(tx, id);
    return gedaan;
  });
}

async function restoreCijfers(tx: Connection, id: string): Promise<Terugzetting> {
  const vorige = (await leesVorige(tx, id)) as readonly Vorige[] | undefined;
  if (!vorige || vorige.length === 0) return "niets-te-doen";
  for (const { id: levering, sha256 } of vorige) {
    const now = await readLevering(tx, levering);
    if (now?.levering.sha256 !== sha256) return "al-veranderd";
  }
  for (const { id: levering, was } of vorige) {
    if (was) await restoreLevering(tx, was);
    else await removeLevering(tx, levering);
  }
  return "teruggezet";
}
