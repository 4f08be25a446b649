import { type Kysely, sql } from "kysely";
import { checkKeten } from "#storage/keten.ts";
import type { Tables } from "#storage/schema.ts";
import type { Ketens, Zet } from "./ketens.ts";

/** The histories as they stand in the database, by the names that writers gave their changes. */
export async function leesKetens(eigenaar: Kysely<Tables>): Promise<Ketens> {
  const { rows } = await sql<{ object: string; naam: string }>`
    select object, naam from (${sql.raw(KETENS.join(" union all "))}) k
    order by object, plaats`.execute(eigenaar);
  const ketens = new Map<string, string[]>();
  for (const { object, naam } of rows) {
    const keten = ketens.get(object);
    if (keten) keten.push(naam);
    else ketens.set(object, [naam]);
  }
  return ketens;
}

// Without what was there before anybody wrote at once.
const KETENS: readonly string[] = [
  `select 'document ' || id as object, titel as naam, versie as plaats from document
    where herkomst = 'eigen' and versie > 1`,
  `select 'woordenlijst ' || lijst, woorden::json->>'evenwichtige-verdeling', versie
    from woordenlijst_versie`,
  `select 'reeks ' || reeks, naam, nummer from rekenversie join rekenversie_inhoud on versie = id
    where nummer > 1`,
  `select 'ronde ' || ronde, waarneming::json->>'bron', volgnummer from correctiereactie`,
  `select 'levering ' || inlevering, reden, nummer from inlevering_gebeurtenis
    where reden is not null`,
];

/** What has no name of its own in the history, and what may not be whatever was asked. */
export async function leesStanden(
  eigenaar: Kysely<Tables>,
  zetten: readonly Zet[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ fout: string }>`
    ${sql.raw(GATEN.join(" union all "))}`.execute(eigenaar);
  const { fout } = await checkKeten(eigenaar);
  return [...rows.map((row) => row.fout), ...fout, ...(await checkStatus(eigenaar, zetten))];
}

const GATEN: readonly string[] = [
  `select 'document ' || id || ' heeft een gat in zijn versies' as fout from document
    where herkomst = 'eigen' group by id having count(*) <> max(versie)`,
  `select 'woordenlijst ' || lijst || ' heeft een gat in haar versies' from woordenlijst_versie
    group by lijst having count(*) <> max(versie)`,
  `select 'versie ' || v.id || ' volgt niet op de versie ervoor' from rekenversie v
    join rekenversie w on w.reeks = v.reeks and w.nummer = v.nummer - 1
    where v.vorige is distinct from w.id`,
  // Undone and put back by turns, and as the last of them says.
  `select 'levering ' || inlevering || ' is twee keer hetzelfde gedaan' from
    (select inlevering, soort, lag(soort) over (partition by inlevering order by nummer) as ervoor
      from inlevering_gebeurtenis where reden is not null) g where soort = ervoor`,
  `select 'levering ' || l.id || ' telt anders dan het laatst is besloten' from levering l
    where inlevering is not null and telt <> (select soort in ('overgenomen', 'hersteld')
      from inlevering_gebeurtenis g where g.inlevering = l.inlevering order by nummer desc limit 1)`,
];

/** A status is changed as often as it was acknowledged; of what nobody heard as often, or not. */
async function checkStatus(
  eigenaar: Kysely<Tables>,
  zetten: readonly Zet[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ object: string; van: string; aantal: number }>`
    select 'status ' || sleutel as object, oud::json->>'status' as van, count(*)::int as aantal
    from wijziging where tabel = 'rekenversie' and soort = 'gewijzigd'
      and oud::json->>'status' is not null
    group by 1, 2`.execute(eigenaar);
  const about = zetten.filter(({ object }) => object.startsWith("status "));
  const keys = new Set(about.map(({ object, op }) => `${object}|${op}`));
  return [...keys].flatMap((key) => {
    const [object, van] = key.split("|");
    const mine = about.filter((zet) => zet.object === object && zet.op === van);
    const sure = mine.filter(({ stand }) => stand === "bevestigd").length;
    const most = mine.filter(({ stand }) => stand !== "geweigerd").length;
    const done = rows.find((row) => row.object === object && row.van === van)?.aantal ?? 0;
    if (sure <= done && done <= most) return [];
    return [`${object} ging ${done} keer weg van «${van}», bevestigd ${sure}, hoogstens ${most}`];
  });
}
