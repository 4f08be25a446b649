import { randomUUID } from "node:crypto";
import type { Wie } from "#domain/toegang.ts";
import { type Handeling, mag } from "#rules/toegang/index.ts";
import {
  closeKring,
  insertKring,
  insertKringlid,
  listKringen,
  removeKringlid,
} from "#storage/kring.repository.ts";
import { endBestuursmandaat, listLeden } from "#storage/lidmaatschap.repository.ts";
import { insertBestuursmandaat } from "#storage/mandaat.repository.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { type Ingevuld, readTerm } from "./beheer-invoer.ts";
import { dagVan, type Toegang } from "./toegang.ts";

/** What came of it; `niet-gevonden` for what is not there and for what is another's alike. */
export type Kringuitkomst =
  | { readonly soort: "gedaan" }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] };

type Plek = { readonly wie: Wie; readonly organisatie: string };

const GEDAAN: Kringuitkomst = { soort: "gedaan" };
const NIET_GEVONDEN: Kringuitkomst = { soort: "niet-gevonden" };

function mistake(fout: string): Kringuitkomst {
  return { soort: "fouten", fouten: [fout] };
}

/** Who does it, where they may; undefined where not. */
function doorWie({ wie, organisatie }: Plek, handeling: Handeling, dag: string) {
  return mag(wie, handeling, { organisatie }, dag).mag ? wie.persoon : undefined;
}

/** Makes a circle, with nobody in it yet but the body that makes it. */
export async function maakKring(
  { db, nu }: Toegang,
  plek: Plek,
  { naam = "" }: Ingevuld,
): Promise<Kringuitkomst> {
  const door = doorWie(plek, "kringen-maken", dagVan(nu()));
  if (door === undefined) return NIET_GEVONDEN;
  const name = naam.trim();
  if (name === "" || name.length > 120) {
    return mistake(
      "De naam ontbreekt of is te lang. Schrijf hoe de kring heet, zoals «werkgroep urgentie».",
    );
  }
  const { organisatie } = plek;
  const all = await listKringen(db, organisatie);
  if (all.some((kring) => kring.naam === name)) {
    return mistake(`Er is al een kring «${name}». Kies een andere naam.`);
  }
  const id = randomUUID();
  await insertKring(db, { id, naam: name, organisatie, door });
  await insertKringlid(db, { id: randomUUID(), kring: id, organisatie, door });
  return GEDAAN;
}

/** Lets a whole body in, or somebody who acts for the own one: `organisatie:…` or `persoon:…`. */
export async function voegToe(
  { db, nu }: Toegang,
  plek: Plek,
  kring: string,
  { lid = "" }: Ingevuld,
): Promise<Kringuitkomst> {
  const door = doorWie(plek, "kringen-maken", dagVan(nu()));
  const own = await listKringen(db, plek.organisatie);
  if (door === undefined || !own.some(({ id }) => id === kring)) return NIET_GEVONDEN;
  const [soort = "", id = ""] = lid.split(":");
  const base = { id: randomUUID(), kring, door };
  if (soort === "organisatie") {
    const bodies = await listOrganisaties(db);
    if (!bodies.some((body) => body.id === id))
      return mistake("Kies een organisatie van de lijst.");
    await insertKringlid(db, { ...base, organisatie: id });
    return GEDAAN;
  }
  const people = await listLeden(db, plek.organisatie);
  if (soort !== "persoon" || !people.some(({ persoon }) => persoon === id)) {
    return mistake("Kies een organisatie of een collega van de lijst.");
  }
  await insertKringlid(db, { ...base, persoon: id });
  return GEDAAN;
}

/** Takes somebody out of a circle: what they saw by it they see no more. */
export async function haalWeg(
  { db, nu }: Toegang,
  plek: Plek,
  kring: string,
  lid: string,
): Promise<Kringuitkomst> {
  const op = nu();
  const door = doorWie(plek, "kringen-maken", dagVan(op));
  const own = await listKringen(db, plek.organisatie);
  if (door === undefined || !own.some(({ id }) => id === kring)) return NIET_GEVONDEN;
  const gone = await removeKringlid(db, { kring, id: lid }, { door, op });
  return gone ? GEDAAN : NIET_GEVONDEN;
}

/** Closes a circle for good. */
export async function sluitKring(
  { db, nu }: Toegang,
  plek: Plek,
  kring: string,
): Promise<Kringuitkomst> {
  const op = nu();
  if (doorWie(plek, "kringen-maken", dagVan(op)) === undefined) return NIET_GEVONDEN;
  const { organisatie } = plek;
  return (await closeKring(db, { organisatie, id: kring }, op)) ? GEDAAN : NIET_GEVONDEN;
}

/** What a college may let another body do in its name (`data/bevoegdheden.yaml`). */
const OVERDRAAGBAAR = "urgentieverklaring";

/** Lets an uitvoerder issue urgentieverklaringen in the name of the gemeente, from a day on (F143). */
export async function geefBestuursmandaat(
  { db, nu }: Toegang,
  plek: Plek,
  ingevuld: Ingevuld,
): Promise<Kringuitkomst> {
  const dag = dagVan(nu());
  const door = doorWie(plek, "bestuursmandaat-geven", dag);
  if (door === undefined) return NIET_GEVONDEN;
  const term = readTerm(ingevuld, dag);
  const bodies = await listOrganisaties(db);
  const aan = bodies.find(({ id, soort }) => soort === "uitvoerder" && id === ingevuld.aan);
  const stuk = ingevuld.stuk?.trim() ?? "";
  const fouten = [
    ...(aan ? [] : ["Kies een uitvoerder van de lijst."]),
    ...(stuk === "" ? ["Noem het besluit waarop het mandaat rust, met datum en nummer."] : []),
    ...(term.ok ? [] : term.fouten),
  ];
  if (!aan || !term.ok || fouten.length > 0) return { soort: "fouten", fouten };
  const made = { id: randomUUID(), over: OVERDRAAGBAAR, gever: plek.organisatie, aan: aan.id };
  await insertBestuursmandaat(db, { ...made, ...term.waarde, stuk, gegevenDoor: door });
  return GEDAAN;
}

/** Ends it at once. */
export async function beeindigBestuursmandaat(
  { db, nu }: Toegang,
  plek: Plek,
  id: string,
): Promise<Kringuitkomst> {
  const op = nu();
  const door = doorWie(plek, "bestuursmandaat-geven", dagVan(op));
  if (door === undefined) return NIET_GEVONDEN;
  const ended = await endBestuursmandaat(db, plek.organisatie, { id, door, op });
  return ended ? GEDAAN : NIET_GEVONDEN;
}
