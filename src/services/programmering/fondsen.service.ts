import { randomUUID } from "node:crypto";
import type { Boeking, Fonds } from "#domain/fonds.ts";
import { type Fondsstand, standVan, whyNotBooked } from "#rules/programmering/index.ts";
import type { Deling } from "#storage/eigendom.repository.ts";
import {
  findFonds,
  insertBoeking,
  insertFonds,
  listBoekingen,
  listFondsen,
  trekTerug,
} from "#storage/fonds.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { parseBedrag } from "./bedrag.ts";

export { describeTeVeel, formatEuro } from "#rules/programmering/index.ts";

/** A fund as one sees it in a list. */
export type Fondsregel = { readonly fonds: Fonds; readonly stand: Fondsstand };

/** A fund with all that was promised out of it. */
export type Fondsbeeld = Fondsregel & {
  readonly boekingen: readonly Boeking[];
  /** Whether it is of a body that whoever asks acts for; what they may do there is asked of `mag`. */
  readonly wijzigbaar: boolean;
};

/** What somebody filled in, as they typed it. */
export type Fondsaanvraag = Readonly<
  Record<"naam" | "doel" | "bedrag" | "van" | "tot" | "bron", string>
> & { readonly deling?: Deling | undefined };

export type Boekingsaanvraag = Readonly<Record<"jaar" | "bedrag" | "wat" | "stuk", string>>;

type Gemaakt =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** The funds that whoever asks may see. */
export async function readFondsen(db: Connection): Promise<readonly Fondsregel[]> {
  const all = await listFondsen(db);
  return all.map(({ fonds, boekingen }) => ({ fonds, stand: standVan(fonds, boekingen) }));
}

/** One fund; undefined where there is none that whoever asks may see. */
export async function readFonds(db: Connection, id: string): Promise<Fondsbeeld | undefined> {
  const found = await findFonds(db, id);
  if (!found) return undefined;
  const boekingen = await listBoekingen(db, id);
  return { ...found, boekingen, stand: standVan(found.fonds, boekingen) };
}

/** Makes a fund of whoever asks; where that cannot be, every reason at once. */
export async function maakFonds(db: Connection, aanvraag: Fondsaanvraag): Promise<Gemaakt> {
  const { naam, doel, bron, deling } = aanvraag;
  const bedrag = parseBedrag(aanvraag.bedrag);
  const [van, tot] = [parseJaar(aanvraag.van), parseJaar(aanvraag.tot)];
  const fouten = mistakesInFonds(aanvraag);
  if (fouten.length > 0 || tot === undefined) return { ok: false, fouten };
  const id = randomUUID();
  await insertFonds(db, {
    ...{ id, naam: naam.trim(), doel: doel.trim(), tot, bron: bron.trim() },
    ...(bedrag ? { bedrag } : {}),
    ...(van === undefined ? {} : { van }),
    ...(deling ? { deling } : {}),
  });
  return { ok: true, id };
}

/** Promises an amount out of a fund; where that cannot be, every reason at once (F020). */
export async function boek(
  db: Connection,
  fonds: Fonds,
  aanvraag: Boekingsaanvraag,
): Promise<Gemaakt> {
  const { wat, stuk } = aanvraag;
  const [jaar, bedrag] = [parseJaar(aanvraag.jaar), parseBedrag(aanvraag.bedrag)];
  const fouten = [
    ...(jaar === undefined ? [`Jaar: schrijf een jaar, zoals ${fonds.tot}.`] : []),
    ...(bedrag ? [] : [notAnAmount(aanvraag.bedrag)]),
    ...(jaar !== undefined && bedrag ? whyNotBooked(fonds, { jaar, bedrag }) : []),
    ...mistakesInText("Waarvoor", wat, 200),
    ...mistakesInText("Besluit of brief", stuk, 200),
  ];
  if (fouten.length > 0 || jaar === undefined || !bedrag) return { ok: false, fouten };
  const id = randomUUID();
  const boeking = { id, fonds: fonds.id, jaar, bedrag, wat: wat.trim(), stuk: stuk.trim() };
  await insertBoeking(db, boeking);
  return { ok: true, id };
}

/** Takes a booking back, with the reason; undefined where there is no such booking any more. */
export async function trekBoekingTerug(
  db: Connection,
  boeking: { readonly fonds: string; readonly id: string; readonly reden: string },
  nu: Date,
): Promise<readonly string[] | undefined> {
  const fouten = mistakesInText("Reden", boeking.reden, 200);
  if (fouten.length > 0) return fouten;
  return (await trekTerug(db, { ...boeking, reden: boeking.reden.trim() }, nu)) ? [] : undefined;
}

function mistakesInFonds({ naam, doel, bedrag, van, tot, bron }: Fondsaanvraag): string[] {
  const [first, last] = [parseJaar(van), parseJaar(tot)];
  return [
    ...mistakesInText("Naam", naam, 120),
    ...(doel.length > 500 ? ["Waarvoor: schrijf hoogstens 500 tekens."] : []),
    ...(bedrag.trim() !== "" && !parseBedrag(bedrag) ? [notAnAmount(bedrag)] : []),
    ...(van.trim() !== "" && first === undefined
      ? ["Eerste jaar: schrijf een jaar, of niets."]
      : []),
    ...(last === undefined ? ["Laatste jaar: schrijf een jaar, zoals 2029."] : []),
    ...(first !== undefined && last !== undefined && first > last
      ? [`Laatste jaar: ${last} ligt voor het eerste jaar, ${first}.`]
      : []),
    ...mistakesInText("Bron", bron, 200),
  ];
}

function mistakesInText(veld: string, text: string, most: number): readonly string[] {
  if (text.trim() === "") return [`${veld}: vul dit in.`];
  return text.length > most ? [`${veld}: schrijf hoogstens ${most} tekens.`] : [];
}

function notAnAmount(text: string): string {
  return `Bedrag: «${text}» is geen bedrag. Schrijf bijvoorbeeld 12.500, 1,25 miljoen of 5 miljard.`;
}

function parseJaar(text: string): number | undefined {
  return /^20\d\d$/.test(text.trim()) ? Number(text) : undefined;
}
