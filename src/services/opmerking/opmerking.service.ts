import { randomUUID } from "node:crypto";
import { OPMERKINGDELINGEN, type Opmerking, type Opmerkingdeling } from "#domain/opmerking.ts";
import type { Wie } from "#domain/toegang.ts";
import { mag } from "#rules/toegang/index.ts";
import type { Basis } from "#services/basis.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import {
  findOpmerking,
  insertAntwoord,
  insertOpmerking,
  markGezien,
} from "#storage/opmerking.repository.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";

/** Where remarks are kept, and the gemeenten that they can be about. */
export type Opmerkingkamer = {
  readonly db: Connection;
  readonly basis: Basis;
  readonly nu: () => Date;
};

const LANGSTE_TEKST = 4000;
const LANGSTE_ONDERWERP = 200;
const LANGSTE_ADRES = 2000;

/** What somebody wants to note about a gemeente. */
export type Opmerkingvraag = {
  readonly gemeente: string;
  readonly adres: string;
  readonly waarover: string;
  readonly tekst: string;
  readonly zichtbaarheid: string;
  readonly kring?: string | undefined;
};

/** A mistake at a field, in words that mend it. */
export type Veldfout = { readonly veld: keyof Opmerkingvraag; readonly tekst: string };

export type Opmerkingdaad =
  | { readonly soort: "gedaan"; readonly id: string }
  | { readonly soort: "fouten"; readonly fouten: readonly Veldfout[] }
  | { readonly soort: "geen-macht"; readonly waarom: string }
  | { readonly soort: "niet-gevonden" };

/** Keeps a remark about a gemeente, of the body that who asks works for; or says all that is wrong. */
export async function maakOpmerking(
  kamer: Opmerkingkamer,
  wie: Wie,
  vraag: Opmerkingvraag,
): Promise<Opmerkingdaad> {
  const oordeel = mag(wie, "opmerkingen-maken", "ergens", dagVan(kamer.nu()));
  if (!oordeel.mag) return { soort: "geen-macht", waarom: oordeel.waarom };
  const fouten = [
    ...(await whatIsWrongWithGemeente(kamer, vraag.gemeente)),
    ...whatIsWrongWithTexts(vraag),
    ...whatIsWrongWithSharing(wie, vraag),
  ];
  if (fouten.length > 0) return { soort: "fouten", fouten };
  const id = randomUUID();
  const { gemeente, adres, kring } = vraag;
  const zichtbaarheid = vraag.zichtbaarheid as Opmerkingdeling;
  await insertOpmerking(kamer.db, {
    ...{ id, gemeente, adres, zichtbaarheid },
    ...{ waarover: vraag.waarover.trim(), tekst: vraag.tekst.trim() },
    ...(zichtbaarheid === "kring" && kring !== undefined ? { kring } : {}),
  });
  return { soort: "gedaan", id };
}

/** A gemeente without an account could never see it, and then nobody else would either. */
async function whatIsWrongWithGemeente(
  { db, basis, nu }: Opmerkingkamer,
  code: string,
): Promise<readonly Veldfout[]> {
  const gemeente = basis.gemeenten.findByCode(code, dagVan(nu()));
  if (!gemeente) {
    return [{ veld: "gemeente", tekst: "Kies een gemeente uit de lijst." }];
  }
  const bodies = await listOrganisaties(db);
  if (bodies.some(({ soort, gebied }) => soort === "gemeente" && gebied === code)) return [];
  const tekst = `De gemeente ${gemeente.naam} heeft hier nog geen account en kan een opmerking niet zien. Kies een andere gemeente, of vraag haar eerst mee te doen.`;
  return [{ veld: "gemeente", tekst }];
}

function whatIsWrongWithTexts({ adres, waarover, tekst }: Opmerkingvraag): readonly Veldfout[] {
  const ownPage = /^\/(?![/\\])/.test(adres) && adres.length <= LANGSTE_ADRES;
  return [
    ...(ownPage
      ? []
      : [{ veld: "adres", tekst: "Noem een pagina van deze site. Die begint met «/»." } as const]),
    ...textFault(
      "waarover",
      waarover,
      LANGSTE_ONDERWERP,
      "Zeg in een paar woorden waar het over gaat.",
    ),
    ...textFault("tekst", tekst, LANGSTE_TEKST, "Schrijf uw opmerking op."),
  ];
}

function textFault(
  veld: "waarover" | "tekst",
  text: string,
  longest: number,
  leeg: string,
): readonly Veldfout[] {
  const { length } = text.trim();
  if (length === 0) return [{ veld, tekst: leeg }];
  if (length <= longest) return [];
  return [{ veld, tekst: `Dit zijn ${length} tekens. Maak er hoogstens ${longest} van.` }];
}

function whatIsWrongWithSharing(
  { kringen }: Wie,
  { zichtbaarheid, kring }: Opmerkingvraag,
): readonly Veldfout[] {
  if (!OPMERKINGDELINGEN.some((one) => one === zichtbaarheid)) {
    return [{ veld: "zichtbaarheid", tekst: "Kies wie de opmerking later mag zien." }];
  }
  if (zichtbaarheid !== "kring" || kringen.includes(kring ?? "")) return [];
  return [{ veld: "kring", tekst: "Kies een kring waar u in zit." }];
}

/** A remark as who asks sees it, and whether they may answer for the gemeente. */
export type Opmerkingbeeld = { readonly opmerking: Opmerking; readonly magAntwoorden: boolean };

/** Undefined where there is no such remark, or none for who asks: those are the same. */
export async function leesOpmerking(
  kamer: Opmerkingkamer,
  wie: Wie,
  id: string,
): Promise<Opmerkingbeeld | undefined> {
  const kenmerk = asKenmerk(id);
  const opmerking = kenmerk && (await findOpmerking(kamer.db, kenmerk));
  if (!opmerking) return undefined;
  return { opmerking, magAntwoorden: answers(kamer, wie, opmerking).mag };
}

function answers({ nu }: Opmerkingkamer, wie: Wie, { gemeente }: Opmerking) {
  return mag(wie, "opmerkingen-beantwoorden", { gebieden: [gemeente] }, dagVan(nu()));
}

/** Says for the gemeente that it has seen a remark, and answers it where a text is given. */
export async function zieOpmerking(
  kamer: Opmerkingkamer,
  wie: Wie,
  { id, antwoord }: { readonly id: string; readonly antwoord?: string },
): Promise<Opmerkingdaad> {
  const found = await leesOpmerking(kamer, wie, id);
  if (!found || wie.persoon === undefined) return { soort: "niet-gevonden" };
  const oordeel = answers(kamer, wie, found.opmerking);
  if (!oordeel.mag) return { soort: "geen-macht", waarom: oordeel.waarom };
  const tekst = antwoord?.trim();
  if (tekst !== undefined) {
    const fouten = textFault("tekst", tekst, LANGSTE_TEKST, "Schrijf uw antwoord op.");
    if (fouten.length > 0) return { soort: "fouten", fouten };
  }
  const { persoon } = wie;
  const organisatie = oordeel.namens.organisatie.id;
  await inTransaction(kamer.db, async (tx) => {
    await markGezien(tx, found.opmerking.id, { persoon, op: kamer.nu() });
    if (tekst === undefined) return;
    await insertAntwoord(tx, {
      ...{ id: randomUUID(), opmerking: found.opmerking.id, organisatie, tekst },
    });
  });
  return { soort: "gedaan", id: found.opmerking.id };
}
