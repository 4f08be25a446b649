/**
 * Requests that were done, so that the same request again gives the same answer and no second effect.
 *
 * A key stands here as its sha256 and an answer locked with that key: who reads the table has
 * neither, also where the answer holds the secret of a link.
 */
export const herhaling: readonly string[] = [
  `create table herhaling (
    sleutel text primary key check (sleutel ~ '^[0-9a-f]{64}$'),
    verzoek text not null check (verzoek ~ '^[0-9a-f]{64}$'),
    persoon uuid default ik(),
    status integer,
    antwoord bytea,
    gemaakt_op timestamptz not null default now(),
    check ((status is null) = (antwoord is null))
  )`,
  "create index on herhaling (gemaakt_op)",
  "alter table herhaling enable row level security",
  "alter table herhaling force row level security",
  "create policy eigenaar on herhaling to current_user using (true) with check (true)",
  `create policy van_wie_vraagt on herhaling to woonregie_app
    using (persoon is not distinct from ik()) with check (persoon is not distinct from ik())`,
];
