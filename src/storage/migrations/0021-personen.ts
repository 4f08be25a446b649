/** What somebody may read of who works here: themselves, and whoever acts for the same bodies. */
const LEZEN: Readonly<Record<string, string>> = {
  persoon: `id = ik() or exists (select from mandaat where mandaat.persoon = persoon.id
    and mandaat.organisatie = any (mijn_organisaties()))`,
  mandaat: "persoon = ik() or organisatie = any (mijn_organisaties())",
  bestuursmandaat: "gever = any (mijn_organisaties()) or aan = any (mijn_organisaties())",
  kring: "id = any (mijn_kringen()) or organisatie = any (mijn_organisaties())",
  kringlid: `kring = any (mijn_kringen()) or exists (select from kring
    where kring.id = kringlid.kring and kring.organisatie = any (mijn_organisaties()))`,
  sessie: "persoon = ik()",
  // Only whoever owns the tables looks these up, by a secret, before it is known who asks.
  aanmelding: "false",
};

/**
 * Closes what is known of people: accounts, mandates, circles and sessions.
 *
 * Signing in and looking after a body are done as the owner of the tables, by services that ask
 * first whether it may be. The role of the app reads what is about who asks, and writes nothing.
 */
export const personen: readonly string[] = Object.entries(LEZEN).flatMap(([table, rule]) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy eigenaar on ${table} to current_user using (true) with check (true)`,
  `create policy lees on ${table} for select to woonregie_app using (${rule})`,
  `revoke insert, update, delete on ${table} from woonregie_app`,
]);
