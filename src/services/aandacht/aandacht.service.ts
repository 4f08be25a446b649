import {
  type Aandachtsfeit,
  MELDINGSOORTEN,
  type Meldingkeuze,
  type Meldingkeuzes,
  type Meldingsoort,
} from "#domain/aandacht.ts";
import { addDuur, type Datum } from "#domain/peildatum.ts";
import type { Organisatie, Wie } from "#domain/toegang.ts";
import {
  deelIn,
  horizon,
  type Ingedeeld,
  keuzenVoor,
  keuzeVoor,
  vraagtAandacht,
} from "#rules/aandacht/index.ts";
import { mag } from "#rules/toegang/index.ts";
import { dagVan, type Toegang } from "#services/toegang/toegang.ts";
import { type Aandachtsvraag, listAandachtsfeiten } from "#storage/aandacht.repository.ts";
import { noteBezoek, readMeldingkeuzes, writeMeldingkeuze } from "#storage/bezoek.repository.ts";
import { countZonderMandaat } from "#storage/lidmaatschap.repository.ts";
import type { Connection } from "#storage/transaction.ts";

export type { Ingedeeld } from "#rules/aandacht/index.ts";

type Kamer = { readonly db: Connection; readonly toegang: Pick<Toegang, "db" | "nu"> };

/** How far back something is news for who was never here before. */
const EERSTE_KEER = { aantal: 30, maat: "dagen" } as const;

/**
 * What asks for the attention of who asks, and that they are here now.
 *
 * Three short statements, and one more for whoever manages a body; the database shows nothing
 * that this person may not see.
 */
export async function readAandacht({ db, toegang }: Kamer, wie: Wie): Promise<Ingedeeld> {
  const nu = toegang.nu();
  const dag = dagVan(nu);
  const vorige = await noteBezoek(db, nu);
  const sinds = vorige ?? new Date(addDuurTerug(dag));
  const [feiten, zonder, keuzes] = await Promise.all([
    listAandachtsfeiten(db, vraagVan(wie, dag, sinds)),
    zonderMandaat(toegang.db, wie, dag),
    readMeldingkeuzes(db),
  ]);
  const named = [...feiten.map((feit) => nameBody(feit, wie)), ...zonder];
  return deelIn(vraagtAandacht(wie, named, dag), keuzes, dag);
}

function addDuurTerug(dag: Datum): Datum {
  return addDuur(dag, { ...EERSTE_KEER, aantal: -EERSTE_KEER.aantal });
}

function vraagVan(wie: Wie, dag: Datum, sinds: Date): Aandachtsvraag {
  const bodies = bodiesOf(wie);
  const may = (handeling: Parameters<typeof mag>[1]) => mag(wie, handeling, "ergens", dag).mag;
  const areas = (soorten: readonly Organisatie["soort"][]) =>
    bodies.flatMap(({ soort, gebied }) =>
      gebied !== undefined && soorten.includes(soort) ? [gebied] : [],
    );
  return {
    ...{ persoon: wie.persoon ?? "", organisaties: bodies.map(({ id }) => id) },
    ...{ gemeenten: areas(["gemeente"]), gebieden: areas(["provincie", "gemeente", "regio"]) },
    ...{ sinds, vandaag: dag, horizon: horizon(dag) },
    ...{ taken: may("cijfers-ophalen"), sleutels: may("apisleutels-beheren") },
  };
}

function bodiesOf({ namens }: Wie): readonly Organisatie[] {
  return [...new Map(namens.map(({ organisatie }) => [organisatie.id, organisatie])).values()];
}

/** Facts about an area say it by the body of who asks that has it. */
function nameBody(feit: Aandachtsfeit, wie: Wie): Aandachtsfeit {
  if (feit.soort !== "ronde" && feit.soort !== "bureau") return feit;
  const body = bodiesOf(wie).find(({ gebied }) => gebied === feit.wie);
  if (!body) return feit;
  return { ...feit, wie: body.naam, ...(feit.soort === "bureau" ? { id: body.id } : {}) };
}

async function zonderMandaat(
  db: Connection,
  wie: Wie,
  dag: Datum,
): Promise<readonly Aandachtsfeit[]> {
  const own = bodiesOf(wie).filter(
    ({ id }) => mag(wie, "personen-beheren", { organisatie: id }, dag).mag,
  );
  if (own.length === 0) return [];
  const ids = own.map(({ id }) => id);
  return (await countZonderMandaat(db, ids, dag)).map(({ organisatie, aantal, sinds }) => ({
    ...{ soort: "zonder mandaat", id: organisatie, titel: `${aantal}`, sinds },
    wie: own.find(({ id }) => id === organisatie)?.naam ?? "",
  }));
}

/** A sort of which somebody chooses where it comes, with what can be chosen. */
export type Meldinginstelling = {
  readonly soort: Meldingsoort;
  readonly keuze: Meldingkeuze;
  readonly mogelijk: readonly Meldingkeuze[];
};

/** Where each sort comes for who asks. */
export async function readMeldingen(db: Connection): Promise<readonly Meldinginstelling[]> {
  const keuzes: Meldingkeuzes = await readMeldingkeuzes(db);
  return MELDINGSOORTEN.map((soort) => ({
    ...{ soort, keuze: keuzeVoor(keuzes, soort), mogelijk: keuzenVoor(soort) },
  }));
}

/** Keeps where sorts come for who asks; what cannot be chosen is left as it was. */
export async function kiesMeldingen(
  db: Connection,
  gekozen: ReadonlyMap<string, unknown>,
): Promise<void> {
  for (const soort of MELDINGSOORTEN) {
    const keuze = keuzenVoor(soort).find((one) => one === gekozen.get(soort));
    if (keuze) await writeMeldingkeuze(db, soort, keuze);
  }
}
