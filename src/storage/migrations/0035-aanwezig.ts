/**
 * Who has a document open to change it, for as long as they have: nothing of it is kept.
 *
 * It is seen by who may see the document, and only by people with an account. It is in no backup,
 * and gone where the database stops: whoever is there says so again in a moment.
 */
export const aanwezig: readonly string[] = [
  `create unlogged table aanwezig (
    tab uuid primary key,
    document text not null,
    persoon uuid not null default ik(),
    naam text not null,
    organisatie text,
    sinds timestamptz not null default clock_timestamp(),
    gezien_op timestamptz not null default clock_timestamp()
  )`,
  "create index on aanwezig (document)",
  "alter table aanwezig enable row level security",
  "alter table aanwezig force row level security",
  "create policy eigenaar on aanwezig to current_user using (true) with check (true)",
  // What stands under policies of its own is looked at as whoever asks.
  `create policy lees on aanwezig for select to woonregie_app using (ik() is not null
    and exists (select from document d where d.id = aanwezig.document and d.herkomst = 'eigen'))`,
  `create policy maak on aanwezig for insert to woonregie_app with check (persoon = ik()
    and exists (select from document d where d.id = aanwezig.document and d.herkomst = 'eigen'))`,
  `create policy wijzig on aanwezig for update to woonregie_app
    using (persoon = ik()) with check (persoon = ik())`,
  "create policy verwijder on aanwezig for delete to woonregie_app using (persoon = ik())",
];
