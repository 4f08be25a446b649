import { addDuur, type Datum } from "#domain/peildatum.ts";

/** How long before its end something is told. */
const DAGEN_VOORAF = 30;

/** The last day of which the end is told on this day. */
export function horizon(dag: Datum): Datum {
  return addDuur(dag, { aantal: DAGEN_VOORAF, maat: "dagen" });
}

/** Whether something still holds today, and ends within the time in which that is told. */
export function endsSoon(einde: Datum | undefined, dag: Datum): boolean {
  return einde !== undefined && dag <= einde && einde <= horizon(dag);
}
