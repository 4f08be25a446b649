import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Eigendom } from "#domain/toegang.ts";
import { type BevriezingInhoud, hashRekenversie } from "#storage/bevriezing-hash.ts";
import type { EigendomKolommen } from "#storage/column-types.ts";
import { type Onderwerp, toEigendom } from "#storage/eigendom.repository.ts";
import type { Versiestatus } from "#storage/rekenversie.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** What stands in a list of everything that who asks may see: whose it is, and who else sees it. */
export type Gedeeld = {
  readonly id: string;
  readonly eigendom: Eigendom;
  /** The body it is of, as people call it; absent for what a person made for no body. */
  readonly vanWie?: string;
  readonly wijzigbaar: boolean;
  /** An ISO moment. */
  readonly gemaaktOp: string;
};

/** A version in such a list; it is not gone. */
export type GedeeldeVersie = Gedeeld & {
  readonly naam: string;
  readonly regio: string;
  readonly maker?: string;
  readonly nummer: number;
  readonly status: Versiestatus;
};

export type GedeeldeRonde = Gedeeld & {
  readonly naam: string;
  readonly regio: string;
  /** The last day on which gemeenten are asked to react. */
  readonly uiterlijk?: string;
};
export type GedeeldeLijst = Gedeeld & { readonly regio: string };

/** A delivery that nobody took over yet. */
export type GedeeldConcept = Gedeeld & {
  readonly bestandsnaam: string;
  readonly afzender: string;
  /** An ISO moment. */
  readonly vervaltOp: string;
};

/** So many of each at most, the newest: a list that people read. */
const MEESTE_GEDEELD = 500;

/** Versions that are of somebody and that who asks may see, newest first. */
export function listGedeeldeVersies(db: Connection): Promise<readonly GedeeldeVersie[]> {
  return listVersies(db, sql``);
}

async function listVersies(
  db: Connection,
  waar: RawBuilder<unknown>,
): Promise<readonly GedeeldeVersie[]> {
  type Versie = Pick<GedeeldeVersie, "naam" | "regio" | "nummer" | "status"> & {
    readonly maker: string | null;
  };
  const rows = await listVan<Versie>(db, "rekenversie", {
    kolommen: sql`t.nummer, t.status, inhoud.naam, inhoud.maker, inhoud.regio`,
    // What was thrown away has no content any more.
    bij: sql`join rekenversie_inhoud inhoud on inhoud.versie = t.id`,
    waar,
  });
  return rows.map(({ maker, ...row }) => {
    const { naam, regio, nummer, status } = row;
    const said = maker === null ? {} : { maker };
    return { ...toGedeeld(row), naam, regio, nummer, status, ...said };
  });
}

/** Versions that hold exactly this one frozen outcome, and nothing beside it. */
export async function listVersiesMet(
  db: Connection,
  bevriezing: BevriezingInhoud,
): Promise<readonly GedeeldeVersie[]> {
  const hash = hashRekenversie([bevriezing]);
  return listVersies(db, sql`and t.hash = ${hash}`);
}

/** Correction rounds that are of somebody and that who asks may see, newest first. */
export async function listGedeeldeRondes(db: Connection): Promise<readonly GedeeldeRonde[]> {
  type Ronde = Pick<GedeeldeRonde, "naam" | "regio"> & { readonly uiterlijk: string | null };
  const rows = await listVan<Ronde>(db, "correctieronde", {
    kolommen: sql`t.naam, t.regio, t.uiterlijk`,
  });
  return rows.map(({ uiterlijk, ...row }) => ({
    ...{ ...toGedeeld(row), naam: row.naam, regio: row.regio },
    ...(uiterlijk === null ? {} : { uiterlijk }),
  }));
}

/** Word lists that are of somebody and that who asks may see, newest first. */
export async function listGedeeldeLijsten(db: Connection): Promise<readonly GedeeldeLijst[]> {
  const rows = await listVan<Pick<GedeeldeLijst, "regio">>(db, "woordenlijst", {
    kolommen: sql`t.regio`,
  });
  return rows.map((row) => ({ ...toGedeeld(row), regio: row.regio }));
}

/** Deliveries that are of somebody, not taken over yet, and that who asks may see, newest first. */
export async function listGedeeldeConcepten(db: Connection): Promise<readonly GedeeldConcept[]> {
  type Concept = Pick<GedeeldConcept, "bestandsnaam" | "afzender"> & { readonly vervalt_op: Date };
  const rows = await listVan<Concept>(db, "inlevering", {
    kolommen: sql`t.bestandsnaam, t.afzender, t.vervalt_op`,
    waar: sql`and t.stand = 'concept'`,
  });
  return rows.map(({ vervalt_op, ...row }) => {
    const { bestandsnaam, afzender } = row;
    return { ...toGedeeld(row), bestandsnaam, afzender, vervaltOp: vervalt_op.toISOString() };
  });
}

/** Whose one thing is; undefined where it has no owner, or who asks may not see it. */
export async function findGedeeld(
  db: Connection,
  soort: Onderwerp,
  id: string,
): Promise<Gedeeld | undefined> {
  const [row] = await listVan<object>(db, soort, {
    kolommen: sql`t.id`,
    waar: sql`and t.id = ${id}::uuid`,
  });
  return row && toGedeeld(row);
}

type Eigenaar = Selectable<EigendomKolommen> & {
  readonly id: string;
  readonly van_wie: string | null;
  readonly wijzigbaar: boolean;
  readonly gemaakt_op: Date;
};

type Vraag = {
  readonly kolommen: RawBuilder<unknown>;
  readonly bij?: RawBuilder<unknown>;
  readonly waar?: RawBuilder<unknown>;
};

async function listVan<T>(
  db: Connection,
  soort: Onderwerp,
  { kolommen, bij = sql``, waar = sql`` }: Vraag,
): Promise<readonly (Eigenaar & T)[]> {
  const { rows } = await sql<Eigenaar & T>`
    select t.id, t.organisatie, t.persoon, t.zichtbaarheid, t.kring, t.gemaakt_op,
      organisatie.naam as van_wie,
      wijzigt(t.organisatie, t.persoon, t.zichtbaarheid) as wijzigbaar, ${kolommen}
    from ${sql.table(soort)} t ${bij}
    left join organisatie on organisatie.id = t.organisatie
    where t.zichtbaarheid is not null ${waar}
    order by t.gemaakt_op desc, t.id limit ${MEESTE_GEDEELD}`.execute(db);
  return rows;
}

function toGedeeld(row: Eigenaar): Gedeeld {
  const eigendom = toEigendom(row);
  if (!eigendom) throw new Error("the list asks for what has an owner");
  return {
    ...{ id: row.id, eigendom, wijzigbaar: row.wijzigbaar },
    ...(row.van_wie === null ? {} : { vanWie: row.van_wie }),
    gemaaktOp: row.gemaakt_op.toISOString(),
  };
}
