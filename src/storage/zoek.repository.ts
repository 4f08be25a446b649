import { type RawBuilder, sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** Something that people made and named: a kept version, a round, a remark, a fund, … */
export type Bewaard = {
  readonly soort:
    | "versie"
    | "correctieronde"
    | "woordenlijst"
    | "inlevering"
    | "opmerking"
    | "fonds";
  readonly id: string;
  readonly naam: string;
  /** What belongs to it, to tell it from others of that name. */
  readonly bij: string;
  /** The body it is of. */
  readonly organisatie?: string;
  readonly op: string;
};

type Zoekvraag = { readonly patronen: readonly string[]; readonly hoogstens: number };

/**
 * What whoever asks may see of what people made here, newest first, with each of these in its name.
 *
 * `patronen` are of small letters without marks, as for `like`. What only a secret link opens is
 * never among it: nobody owns that, so nobody can be shown to be allowed to see it.
 */
export async function findBewaard(
  db: Connection,
  { patronen, hoogstens }: Zoekvraag,
): Promise<readonly Bewaard[]> {
  const { rows } = await sql<BewaardRow>`
    select gevonden.soort, gevonden.id, gevonden.naam, gevonden.bij, gevonden.op,
      organisatie.naam as organisatie
    from (${sql.join(BRONNEN, sql` union all `)}) gevonden
    left join organisatie on organisatie.id = gevonden.organisatie
    where ${kaal(sql`gevonden.naam || ' ' || gevonden.bij`)} like all (${[...patronen]}::text[])
    order by gevonden.op desc, gevonden.id
    limit ${hoogstens}`.execute(db);
  return rows.map(({ organisatie, op, ...row }) => ({
    ...row,
    op: op.toISOString(),
    ...(organisatie === null ? {} : { organisatie }),
  }));
}

type BewaardRow = Pick<Bewaard, "soort" | "id" | "naam" | "bij"> & {
  readonly organisatie: string | null;
  readonly op: Date;
};

const BRONNEN: readonly RawBuilder<unknown>[] = [
  sql`select 'versie' as soort, v.id, i.naam, i.regio as bij, v.organisatie, v.gemaakt_op as op
    from rekenversie v join rekenversie_inhoud i on i.versie = v.id
    where v.zichtbaarheid is not null and v.weg_op is null`,
  sql`select 'correctieronde', id, naam, regio, organisatie, gemaakt_op
    from correctieronde where zichtbaarheid is not null`,
  sql`select 'woordenlijst', id, regio, 'woordenlijst', organisatie, gemaakt_op
    from woordenlijst where zichtbaarheid is not null`,
  sql`select 'inlevering', id, bestandsnaam, afzender, organisatie, gemaakt_op
    from inlevering where zichtbaarheid is not null`,
  sql`select 'opmerking', o.id, o.waarover, g.naam, o.organisatie, o.gemaakt_op
    from opmerking o join gebied g on g.code = o.gemeente`,
  sql`select 'fonds', id, naam, doel, organisatie, gemaakt_op from fonds`,
];

/** Small letters without marks, as `patronen` are. */
function kaal(text: RawBuilder<unknown>): RawBuilder<unknown> {
  const marks = sql.lit("[\u0300-\u036f]");
  return sql`lower(regexp_replace(normalize(${text}, NFD), ${marks}, '', 'g'))`;
}
