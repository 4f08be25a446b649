/** Of each sort whether who asks sees the thing: looked at as whoever asks, under its own policies. */
const ZIET = `case soort
  when 'document' then exists (select from document d
    where d.id = aanwezig.document and d.herkomst = 'eigen')
  when 'lijst' then exists (select from woordenlijst l
    where l.id = aanwezig.document::uuid and l.zichtbaarheid is not null)
  when 'fonds' then exists (select from fonds f
    where f.id = aanwezig.document::uuid and f.zichtbaarheid is not null)
  when 'levering' then exists (select from inlevering i
    where i.id = aanwezig.document::uuid and i.zichtbaarheid is not null and i.stand = 'concept')
  else false end`;

/**
 * Who has something open that several people work at: beside a document a word list, a fund, or a
 * delivery that is being mended. `document` holds which one, whatever it is: a server of before
 * still writes it while this is done.
 */
export const aanwezigOveral: readonly string[] = [
  `alter table aanwezig add column soort text not null default 'document'
    check (soort in ('document', 'lijst', 'fonds', 'levering'))`,
  "drop policy lees on aanwezig",
  "drop policy maak on aanwezig",
  `create policy lees on aanwezig for select to woonregie_app
    using (ik() is not null and ${ZIET})`,
  `create policy maak on aanwezig for insert to woonregie_app
    with check (persoon = ik() and ${ZIET})`,
];
