import type { Datum } from "#domain/peildatum.ts";
import type { Vergrendelstand } from "#domain/trajectstand.ts";
import type { Loop } from "./loop.ts";
import { bereikbaarVan } from "./stapvolgorde.ts";

/** When a decision takes effect: the later of its own day and the day of the lock. */
export function vergrendelstandVan(loop: Loop): Vergrendelstand | undefined {
  const { vergrendeld } = loop.vraag.document;
  if (!vergrendeld) return undefined;
  const { wat, tot: waarde } = vergrendeld;
  const tot = loop.lezingOp(loop.dag).datum(waarde);
  const besloten = lastBesluit(loop);
  return {
    wat,
    ...(besloten === undefined ? {} : { besloten }),
    ...(tot === undefined ? {} : { tot }),
    ...(tot === undefined && waarde.soort === "verwijzing"
      ? { onbepaald: waarde.verwijzing.naam }
      : {}),
    ...(tot !== undefined && besloten !== undefined ? { werktVanaf: laterOf(tot, besloten) } : {}),
  };
}

/** The day of the last decision, once no step can come that decides more. */
function lastBesluit({ vraag, stap: here, besluiten }: Loop): Datum | undefined {
  const ahead = bereikbaarVan(here, vraag.document);
  const open = vraag.document.stappen.some(
    ({ naam, besluit }) => besluit && (naam === here || ahead.has(naam)),
  );
  return open ? undefined : [...besluiten.values()].sort().at(-1);
}

function laterOf(a: Datum, b: Datum): Datum {
  if (a > b) return a;
  return b;
}
