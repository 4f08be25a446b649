import { type RawBuilder, sql } from "kysely";
import type { Aandachtsfeit } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Connection } from "#storage/transaction.ts";

/** For whom facts are looked up, and how far back and ahead. */
export type Aandachtsvraag = {
  readonly persoon: string;
  readonly organisaties: readonly string[];
  /** The codes of the gemeenten that somebody acts for. */
  readonly gemeenten: readonly string[];
  /** The areas whose bureaus are told. */
  readonly gebieden: readonly string[];
  /** What was shared or answered after this moment is news. */
  readonly sinds: Date;
  readonly vandaag: Datum;
  readonly horizon: Datum;
  /** Whether fetching from sources and keys for programs are this person's work. */
  readonly taken: boolean;
  readonly sleutels: boolean;
};

type Feitrij = {
  readonly soort: Aandachtsfeit["soort"];
  readonly id: string;
  readonly titel: string;
  readonly wie: string | null;
  readonly sinds: Datum;
  readonly uiterlijk: Datum | null;
};

/** Of each sort no more than a page can hold. */
const MEESTE = 25;

/**
 * Everything that may ask for somebody's attention, in one statement; the database itself sees to
 * it that nothing is among it that whoever asks may not see.
 *
 * `wie` is the name of a body, or the code of a gemeente where it is about one.
 */
export async function listAandachtsfeiten(
  db: Connection,
  vraag: Aandachtsvraag,
): Promise<readonly Aandachtsfeit[]> {
  const parts = sourcesFor(vraag).map((part) => sql`(${part} limit ${MEESTE})`);
  const { rows } = await sql<Feitrij>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(({ wie, uiterlijk, ...row }) => ({
    ...row,
    wie: wie ?? "",
    ...(uiterlijk === null ? {} : { uiterlijk }),
  }));
}

function sourcesFor(vraag: Aandachtsvraag): readonly RawBuilder<unknown>[] {
  return [
    ...(vraag.gemeenten.length > 0 ? [openRounds(vraag), unseenRemarks(vraag)] : []),
    ...(vraag.organisaties.length > 0 ? [newAnswers(vraag), sharedVersions(vraag)] : []),
    ...(vraag.organisaties.length > 0 ? [sharedDocuments(vraag)] : []),
    ...(vraag.gebieden.length > 0 ? [endingBureaus(vraag)] : []),
    ...(vraag.sleutels ? [endingKeys(vraag), silentWebhooks(vraag)] : []),
    ...(vraag.taken ? [failedTasks(vraag)] : []),
    waitingDeliveries(vraag),
    lapsingVersions(vraag),
  ];
}

/** A moment as the day that people here call it. */
function day(moment: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${moment} at time zone 'Europe/Amsterdam')::date`;
}

function texts(all: readonly string[]): RawBuilder<unknown> {
  return sql`${[...all]}::text[]`;
}

function ids(all: readonly string[]): RawBuilder<unknown> {
  return sql`${[...all]}::uuid[]`;
}

function mine({ organisaties, persoon }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`(x.organisatie = any (${ids(organisaties)}) or
    (x.organisatie is null and x.persoon = ${persoon}::uuid))`;
}

// Each gemeente has a way in, with or without a secret, and perhaps a later one in place of it. A
// round without a day is not asked about for ever.
function openRounds({ gemeenten, vandaag }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'ronde' as soort, r.id::text as id, r.naam as titel, l.gemeente as wie,
      ${day(sql`r.gemaakt_op`)} as sinds, r.uiterlijk
    from (select distinct onderwerp, gemeente from toegangslink
        where gemeente = any (${texts(gemeenten)})) l
      join correctieronde r on r.id = l.onderwerp
    where coalesce(r.uiterlijk, ${day(sql`r.gemaakt_op`)} + 180) >= ${vandaag}::date - 180
      and not exists (select from correctiereactie c
        where c.ronde = r.id and c.gemeente = l.gemeente)
    order by r.gemaakt_op desc`;
}

function unseenRemarks({ gemeenten, organisaties }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'opmerking' as soort, x.id::text as id,
      x.waarover || ', ' || g.naam as titel, o.naam as wie,
      ${day(sql`x.gemaakt_op`)} as sinds, null::date as uiterlijk
    from opmerking x join organisatie o on o.id = x.organisatie
      join organisatie g on g.soort = 'gemeente' and g.gebied = x.gemeente
    where x.gezien_op is null and x.gemeente = any (${texts(gemeenten)})
      and x.organisatie <> all (${ids(organisaties)})
    order by x.gemaakt_op`;
}

function newAnswers({ organisaties, sinds }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'antwoord' as soort, x.id::text as id, x.waarover as titel, o.naam as wie,
      ${day(sql`a.gemaakt_op`)} as sinds, null::date as uiterlijk
    from opmerking_antwoord a join opmerking x on x.id = a.opmerking
      join organisatie o on o.id = a.organisatie
    where x.organisatie = any (${ids(organisaties)}) and a.gemaakt_op > ${sinds}
      and a.organisatie <> all (${ids(organisaties)})
    order by a.volgnummer desc`;
}

// What is public is news for nobody in particular.
function sharedVersions({ organisaties, sinds }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'versie gedeeld' as soort, x.id::text as id, i.naam as titel, o.naam as wie,
      ${day(sql`x.gedeeld_op`)} as sinds, null::date as uiterlijk
    from rekenversie x join rekenversie_inhoud i on i.versie = x.id
      join organisatie o on o.id = x.organisatie
    where x.weg_op is null and x.gedeeld_op > ${sinds} and x.zichtbaarheid in ('kring', 'regio')
      and x.organisatie <> all (${ids(organisaties)})
    order by x.gedeeld_op desc`;
}

function sharedDocuments({ organisaties, sinds }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'document gedeeld' as soort, x.id, x.titel, o.naam as wie,
      ${day(sql`x.gedeeld_op`)} as sinds, null::date as uiterlijk
    from document x join organisatie o on o.id = x.organisatie
    where x.herkomst = 'eigen' and x.gedeeld_op > ${sinds}
      and x.zichtbaarheid in ('kring', 'regio') and x.organisatie <> all (${ids(organisaties)})
      and not exists (select from document y where y.id = x.id and y.versie > x.versie)
    order by x.gedeeld_op desc`;
}

function waitingDeliveries(vraag: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'levering' as soort, x.id::text as id, x.bestandsnaam as titel,
      x.afzender as wie, ${day(sql`x.gemaakt_op`)} as sinds, ${day(sql`x.vervalt_op`)} as uiterlijk
    from inlevering x where x.stand = 'concept' and ${mine(vraag)}
    order by x.gemaakt_op desc`;
}

function lapsingVersions(vraag: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'versie verloopt' as soort, x.id::text as id, i.naam as titel, i.regio as wie,
      ${day(sql`x.gemaakt_op`)} as sinds, ${day(sql`x.vervalt_op`)} as uiterlijk
    from rekenversie x join rekenversie_inhoud i on i.versie = x.id
    where x.weg_op is null and ${day(sql`x.vervalt_op`)} <= ${vraag.horizon}::date and ${mine(vraag)}
    order by x.vervalt_op`;
}

function endingKeys({ organisaties, vandaag, horizon }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'sleutel' as soort, x.id::text as id, x.naam as titel, o.naam as wie,
      ${day(sql`x.gemaakt_op`)} as sinds, x.tot as uiterlijk
    from apisleutel x join organisatie o on o.id = x.organisatie
    where x.ingetrokken_op is null and x.organisatie = any (${ids(organisaties)})
      and x.tot between ${vandaag}::date and ${horizon}::date
    order by x.tot`;
}

// Switched off by the server itself; where somebody made a new one for that host, it asks nothing.
function silentWebhooks({ organisaties, vandaag }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'webhook' as soort, x.id::text as id, x.host as titel, o.naam as wie,
      ${day(sql`x.uit_op`)} as sinds, null::date as uiterlijk
    from webhook x join organisatie o on o.id = x.organisatie
    where x.uit_door is null and x.uit_op > ${vandaag}::date - 14
      and x.organisatie = any (${ids(organisaties)})
      and not exists (select from webhook y where y.organisatie = x.organisatie
        and y.host = x.host and y.gemaakt_op > x.uit_op)
    order by x.uit_op desc`;
}

function endingBureaus({ gebieden, vandaag, horizon }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'bureau' as soort, x.id::text as id, x.naam as titel, x.gebied as wie,
      ${day(sql`x.gemaakt_op`)} as sinds, x.tot as uiterlijk
    from organisatie x
    where x.soort = 'bureau' and x.gebied = any (${texts(gebieden)})
      and x.tot between ${vandaag}::date and ${horizon}::date
    order by x.tot`;
}

// What failed and was done again since asks nothing of anybody.
function failedTasks({ vandaag }: Aandachtsvraag): RawBuilder<unknown> {
  return sql`select 'taak' as soort, x.id::text as id, coalesce(x.vraag::json ->> 'soort', '') as titel, '' as wie,
      ${day(sql`x.bijgewerkt_op`)} as sinds, null::date as uiterlijk
    from ophaaltaak x
    where x.stand = 'mislukt' and x.bijgewerkt_op > ${vandaag}::date - 14
      and not exists (select from ophaaltaak y
        where y.vraag = x.vraag and y.gemaakt_op > x.gemaakt_op)
    order by x.bijgewerkt_op desc`;
}
