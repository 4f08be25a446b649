import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Indeling, Lid, Regio } from "#domain/indeling.ts";
import type { Zekerheid } from "#domain/kop.ts";
import { type Datum, parseMoment } from "#domain/peildatum.ts";

/** A gemeente in a region on a day. */
export type Regiolid = {
  readonly code: string;
  readonly naam: string;
  readonly zekerheid: Zekerheid;
  readonly bron?: string;
  readonly deelregio?: string;
  readonly provincie?: string;
  /** False where there is no such gemeente on that day; it counts, and is said. */
  readonly bestaat: boolean;
  /** The gemeenten whose place it took, where a herindeling gave it one. */
  readonly uit?: readonly { readonly naam: string; readonly datum: Datum }[];
};

/** The day on which members are counted: the first of a periode; without one the peildatum. */
export function peildag(indeling: Indeling, op: string | undefined): Datum {
  return (op === undefined ? undefined : parseMoment(op)?.van) ?? indeling.peildatum;
}

/** The members of a region on a day, in the order of the document. */
export function listLeden(regio: Regio, dag: Datum, gemeenten: Gemeentelijst): readonly Regiolid[] {
  const deelregioOf = new Map(
    Object.entries(regio.deelregios).flatMap(([naam, units]) =>
      units.map(({ id }) => [id, naam] as const),
    ),
  );
  return regio.gemeenten
    .filter((lid) => isMember(lid, dag))
    .map((lid) => toRegiolid(lid, deelregioOf.get(lid.gemeente.id), dag, gemeenten));
}

function isMember({ sinds, tot }: Lid, dag: Datum): boolean {
  return (sinds ?? "") <= dag && dag <= (tot ?? "9999-12-31");
}

function toRegiolid(
  { gemeente, zekerheid, bron }: Lid,
  deelregio: string | undefined,
  dag: Datum,
  gemeenten: Gemeentelijst,
): Regiolid {
  const found = gemeenten.findByCode(gemeente.id, dag);
  return {
    code: gemeente.id,
    naam: found?.naam ?? gemeente.naam ?? gemeente.id,
    zekerheid,
    bestaat: found !== undefined,
    ...(bron === undefined ? {} : { bron }),
    ...(deelregio === undefined ? {} : { deelregio }),
    ...(found ? { provincie: found.provincie } : {}),
  };
}
