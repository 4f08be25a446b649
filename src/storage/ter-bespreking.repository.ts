import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** A version that its makers set ready to be discussed by whoever decides. */
export type TerBespreking = {
  readonly id: string;
  readonly naam: string;
  /** The body that made it. */
  readonly van: string;
  readonly regio: string;
};

/** What who asks may see of what is ready for discussion, newest first. */
export async function listTerBespreking(db: Connection): Promise<readonly TerBespreking[]> {
  const { rows } = await sql<TerBespreking>`
    select v.id, i.naam, o.naam as van, i.regio
    from rekenversie v join rekenversie_inhoud i on i.versie = v.id
      join organisatie o on o.id = v.organisatie
    where v.status = 'klaar voor bespreking' and v.weg_op is null
    order by v.gedeeld_op desc nulls last, v.gemaakt_op desc
    limit 10`.execute(db);
  return rows;
}
