/**
 * What is fetched from a source: the question, how far it is, what came of it.
 *
 * Pages are kept until all are there, so that a stop half-way loses none. Who is to do it is told
 * by the queue, which keeps tables of its own (ADR 0020); this is what people see.
 */
export const ophalen: readonly string[] = [
  `create table ophaaltaak (
    id uuid primary key,
    vraag text not null check (vraag::json is not null),
    vanzelf boolean not null default false,
    stand text not null default 'wacht'
      check (stand in ('wacht', 'bezig', 'gestopt', 'klaar', 'mislukt')),
    stap text,
    gedaan integer not null default 0 check (gedaan >= 0),
    totaal integer check (totaal >= 0),
    stop_gevraagd boolean not null default false,
    bezig_bij uuid,
    fout text,
    uitkomst text check (uitkomst is null or uitkomst::json is not null),
    vorige text check (vorige is null or vorige::json is not null),
    teruggezet_op timestamptz,
    gemaakt_op timestamptz not null default now(),
    begonnen_op timestamptz,
    bijgewerkt_op timestamptz not null default now(),
    klaar_op timestamptz,
    check ((bezig_bij is not null) = (stand = 'bezig')),
    check ((fout is not null) = (stand = 'mislukt')),
    check ((uitkomst is not null) = (stand = 'klaar'))
  )`,
  "create index on ophaaltaak (gemaakt_op)",

  `create table ophaalblad (
    taak uuid not null references ophaaltaak on delete cascade,
    deel text not null,
    nummer integer not null check (nummer > 0),
    adres text not null,
    inhoud bytea not null,
    bewaard_op timestamptz not null default now(),
    primary key (taak, deel, nummer)
  )`,
];
