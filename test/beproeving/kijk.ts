import { type Kysely, sql } from "kysely";
import { checkBewaard } from "#storage/controle.ts";
import type { Tables } from "#storage/schema.ts";
import type { Rij } from "./rekening.ts";
import { GEMEENTEN_OPGEHAALD } from "./taken.ts";

/** What stands in the database now, and what is wrong with it whoever asked for what. */
export type Beeld = { readonly rijen: readonly Rij[]; readonly fouten: readonly string[] };

/** Reads it as the owner of the tables, past the program: as it is, and not as it is shown. */
export async function kijk(eigenaar: Kysely<Tables>): Promise<Beeld> {
  const { rows: rijen } = await sql<Rij>`${sql.raw(RIJEN.join(" union all "))}`.execute(eigenaar);
  const { rows: gaten } = await sql<{ fout: string }>`
    ${sql.raw(GATEN.join(" union all "))}`.execute(eigenaar);
  const { beschadigd } = await checkBewaard(eigenaar);
  return { rijen, fouten: [...gaten.map(({ fout }) => fout), ...beschadigd] };
}

const hash = (what: string) => `encode(sha256(${what}), 'hex')`;

// As `Rij`: soort, naam, inhoud.
const RIJEN: readonly string[] = [
  `select 'document' as soort, id || '@' || versie as naam, ${hash("tekst")} as inhoud
    from document where herkomst = 'eigen'`,
  `select 'concept', kop::json->>'bron', coalesce(${hash("bytes")}, 'zonder bestand')
    from inlevering left join inlevering_bestand on inlevering = id`,
  // With every row that came of it: a delivery that is no more than begun has none.
  `select 'overname', i.kop::json->>'bron',
      i.stand || ' ' || count(distinct l.id) || ' '
      || (select count(*) from inlevering_gebeurtenis g
          where g.inlevering = i.id and g.soort = 'overgenomen') || ' '
      || coalesce(string_agg(w.gebied || '=' || w.waarde, ' ' order by w.gebied), 'niets')
    from inlevering i left join levering l on l.inlevering = i.id
      left join waarneming w on w.levering = l.id
    where i.stand <> 'concept' or l.id is not null group by i.id`,
  `select 'versie', i.naam, i.adres || ' ' || jsonb_array_length(i.bevriezingen::jsonb)
    from rekenversie v left join rekenversie_inhoud i on i.versie = v.id`,
  "select 'woorden', woorden::json->>'evenwichtige-verdeling', versie::text from woordenlijst_versie",
  `select 'reactie', waarneming::json->>'bron',
      coalesce(substring(waarneming from '"teller":[^0-9]*([0-9]+)'), waarneming)
    from correctiereactie where soort = 'gecorrigeerd'`,
];

const lijnen = (tabel: string, sleutel: string, own = "") => `(select count(*) from wijziging w
  where w.tabel = '${tabel}' and w.sleutel = ${sleutel} and w.soort = 'gemaakt' ${own})`;

// What the change log must have once for every row, and no row may go without.
const GATEN: readonly string[] = [
  `select 'document ' || id || ' staat niet één keer in het logboek' as fout from document
    where herkomst = 'eigen' and
      ${lijnen("document", "id || ' ' || versie", "and w.nieuw::json->>'sha256' = sha256")} <> 1`,
  `select 'reactie ' || id || ' staat niet één keer in het logboek' from correctiereactie
    where ${lijnen("correctiereactie", "id::text")} <> 1`,
  `select 'versie ' || id || ' staat niet één keer in het logboek' from rekenversie
    where ${lijnen("rekenversie", "id::text")} <> 1`,
  `select 'levering ' || id || ' staat niet één keer in het logboek' from levering
    where inlevering is not null and ${lijnen("levering", "id")} <> 1`,
  `select 'logboek: document ' || sleutel || ' is er niet meer, zonder regel' from wijziging g
    where tabel = 'document' and soort = 'gemaakt' and nieuw::json->>'herkomst' = 'eigen'
      and not exists (select from document where id || ' ' || versie = g.sleutel)
      and not exists (select from wijziging w where w.tabel = 'document'
        and w.sleutel = g.sleutel and w.soort = 'verwijderd')`,
  `select 'inlevering ' || inlevering || ' heeft cijfers en is niet overgenomen' from levering l
    join inlevering i on i.id = l.inlevering where i.stand <> 'overgenomen'`,
  `select 'taak ' || id || ' heeft geen uitkomst en is klaar' from ophaaltaak
    where stand = 'klaar' and uitkomst is null`,
  `select 'levering ' || l.id || ' is half opgehaald' from levering l
    where id like 'bron/cbs/%' and ${GEMEENTEN_OPGEHAALD} <>
      (select count(*) from waarneming w where w.levering = l.id)`,
  // Every task asks for other figures, so each that is done has replaced them once.
  `select gemaakt || ' keer opgehaald door ' || klaar || ' taken' from
    (select count(*) as gemaakt from wijziging where tabel = 'levering' and soort = 'gemaakt'
      and sleutel like 'bron/cbs/%') a,
    (select count(*) as klaar from ophaaltaak where stand = 'klaar'
      and vraag::json->>'soort' = 'cbs') b where gemaakt <> klaar`,
];
