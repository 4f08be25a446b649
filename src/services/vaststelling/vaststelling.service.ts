import { randomUUID } from "node:crypto";
import { orgaannaam } from "#domain/notatie.ts";
import { type Mandaat, ROLNAMEN, type Rol, type Wie } from "#domain/toegang.ts";
import { besluitnemer, type Vastgesteld, type Vaststelling } from "#domain/vaststelling.ts";
import { type Magoordeel, mag, ORGAAN_VAN } from "#rules/toegang/index.ts";
import type { Basis } from "#services/basis.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import type { Connection } from "#storage/transaction.ts";
import {
  findVaststelling,
  insertIntrekking,
  insertVaststelling,
  listVaststellingen,
  type NieuweVaststelling,
} from "#storage/vaststelling.repository.ts";
import { type Besluitinvoer, readBesluit } from "./besluit-invoer.ts";
import { readVaststelbaar, type Vaststelbaar } from "./vaststelbaar.ts";

/** Where it is kept, what is known, who asks, and on which moment. */
export type Vaststelvraag = {
  readonly db: Connection;
  readonly basis: Basis;
  readonly wie: Wie;
  readonly nu: Date;
};

/** As which body, by which power, somebody may record a decision. */
export type Bevoegd = {
  /** UUID of the mandate. */
  readonly mandaat: string;
  readonly over: string;
  /** `de raad van de gemeente Dordrecht`. */
  readonly orgaan: string;
  /** `een huisvestingsverordening`. */
  readonly titel: string;
};

/** Something with what was adopted of it, and how who asks may adopt it. */
export type Vaststelbeeld = {
  readonly ding: Vaststelbaar;
  readonly vaststellingen: readonly Vaststelling[];
  readonly bevoegd: readonly Bevoegd[];
  /** Why who asks may not, where there is no way. */
  readonly waarom?: string;
};

/** What was named, and whether who asks may record that it was adopted; undefined where it is not there. */
export async function readVaststelbeeld(
  vraag: Vaststelvraag,
  wat: Vastgesteld,
): Promise<Vaststelbeeld | undefined> {
  const dag = dagVan(vraag.nu);
  const ding = await readVaststelbaar(vraag, wat, dag);
  if (!ding) return undefined;
  const vaststellingen = await listVaststellingen(vraag.db, ding.wat);
  const bevoegd = ding.nietMeer === undefined ? listBevoegd(vraag, ding) : [];
  if (bevoegd.length > 0) return { ding, vaststellingen, bevoegd };
  return { ding, vaststellingen, bevoegd, waarom: ding.nietMeer ?? whyNobody(vraag, ding) };
}

/** A decision to record: of which power, for which body, and what was filled in of it. */
export type Vaststelverzoek = {
  readonly over: string;
  /** UUID of the mandate; absent where the first that fits will do. */
  readonly mandaat?: string | undefined;
  /** UUID of the body, in place of a mandate. */
  readonly organisatie?: string | undefined;
  readonly besluit: Besluitinvoer;
};

/** What came of recording a decision. */
export type Vaststeldaad =
  | { readonly soort: "gedaan"; readonly id: string }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "geen-macht"; readonly waarom: string }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  /** The same body adopted exactly this already, or another ended it meanwhile. */
  | { readonly soort: "al-gedaan" };

/** Records that a body of government adopted exactly this. Nothing is decided here. */
export async function legVast(
  vraag: Vaststelvraag,
  wat: Vastgesteld,
  verzoek: Vaststelverzoek,
): Promise<Vaststeldaad> {
  const vandaag = dagVan(vraag.nu);
  const ding = await readVaststelbaar(vraag, wat, vandaag);
  if (!ding) return { soort: "niet-gevonden" };
  if (ding.nietMeer !== undefined) return { soort: "fouten", fouten: [ding.nietMeer] };
  const wrong = wrongOver(vraag, ding, verzoek.over);
  if (wrong !== undefined) return { soort: "fouten", fouten: [wrong] };
  const oordeel = judge(vraag, ding, verzoek);
  if (!oordeel.mag) return { soort: "geen-macht", waarom: oordeel.waarom };
  const besluit = readBesluit(verzoek.besluit, { vandaag });
  if ("fouten" in besluit) return { soort: "fouten", fouten: besluit.fouten };
  const then = onTheDay(vraag, ding, { ...verzoek, op: besluit.datum, namens: oordeel.namens });
  if (!then.mag) return { soort: "geen-macht", waarom: then.waarom };
  const row = toNieuw(ding, verzoek.over, oordeel.namens, besluit);
  const done = await insertVaststelling(vraag.db, row);
  return done ? { soort: "gedaan", id: row.id } : { soort: "al-gedaan" };
}

/** Records the decision by which the same body ends what it adopted. */
export async function trekIn(
  vraag: Vaststelvraag,
  id: string,
  invoer: Besluitinvoer,
): Promise<Vaststeldaad> {
  const vandaag = dagVan(vraag.nu);
  const found = await findVaststelling(vraag.db, asKenmerk(id));
  const ding = found && (await readVaststelbaar(vraag, found.wat, vandaag));
  if (!found || !ding) return { soort: "niet-gevonden" };
  const { over, organisatie, kenmerk } = found;
  const oordeel = judge(vraag, ding, { over, organisatie });
  if (!oordeel.mag) return { soort: "geen-macht", waarom: oordeel.waarom };
  const besluit = readBesluit(invoer, { vandaag, vanaf: found.datum });
  if ("fouten" in besluit) return { soort: "fouten", fouten: besluit.fouten };
  const then = onTheDay(vraag, ding, { over, op: besluit.datum, namens: oordeel.namens });
  if (!then.mag) return { soort: "geen-macht", waarom: then.waarom };
  const row = { ...toNieuw(ding, over, oordeel.namens, besluit), kenmerk };
  const done = await insertIntrekking(vraag.db, row, found.id);
  return done ? { soort: "gedaan", id: found.id } : { soort: "al-gedaan" };
}

/** Whether who asks may end an adoption today, by another decision of the same body. */
export async function magIntrekken(
  vraag: Vaststelvraag,
  { wat, over, organisatie, ingetrokken }: Vaststelling,
): Promise<boolean> {
  const ding = await readVaststelbaar(vraag, wat, dagVan(vraag.nu));
  if (!ding || ingetrokken) return false;
  return judge(vraag, ding, { over, organisatie }).mag;
}

function wrongOver(
  { basis }: Vaststelvraag,
  { over }: Vaststelbaar,
  asked: string,
): string | undefined {
  const known = basis.kennis.bevoegdheden ?? new Map();
  if (!known.has(asked)) {
    return `Over «${asked}» is niet bekend welk orgaan besluit. Kies een van: ${[...known.keys()].join(", ")}.`;
  }
  if (over === undefined || over === asked) return undefined;
  return `Dit document gaat over ${known.get(over)?.titel ?? over}. Het kan niet onder een andere bevoegdheid worden vastgesteld.`;
}

type Onder = { readonly over: string } & Pick<Vaststelverzoek, "mandaat" | "organisatie">;

/** Whether who asks may today; where not, which body decides on this. */
function judge(
  { basis, wie, nu }: Vaststelvraag,
  ding: Vaststelbaar,
  { over, mandaat, organisatie }: Onder,
): Magoordeel {
  const named = wie.namens.filter(
    (one) =>
      (mandaat === undefined || one.id === mandaat) &&
      (organisatie === undefined || one.organisatie.id === organisatie),
  );
  const { nietVandaag: _past, ...today } = wie;
  let first: Magoordeel | undefined;
  for (const one of named) {
    const oordeel = mag({ ...today, namens: [one] }, ...asked(basis, ding, over, one, dagVan(nu)));
    if (oordeel.mag) return oordeel;
    first ??= oordeel;
  }
  if (named.length === 0 && wie.namens.length > 0) {
    return withDecider(
      { mag: false, waarom: "U handelt niet voor deze organisatie." },
      basis,
      over,
    );
  }
  const none = mag({ ...wie, namens: [] }, "vaststellen", "ergens", dagVan(nu));
  return withDecider(first ?? none, basis, over);
}

/** Whether the same mandate held on the day of the decision. */
function onTheDay(
  { basis, wie }: Vaststelvraag,
  ding: Vaststelbaar,
  { over, op, namens }: { readonly over: string; readonly op: string; readonly namens: Mandaat },
): Magoordeel {
  const { nietVandaag: _past, ...rest } = wie;
  return mag({ ...rest, namens: [namens] }, ...asked(basis, ding, over, namens, op));
}

function asked(
  { kennis }: Basis,
  { gebieden }: Vaststelbaar,
  over: string,
  { organisatie }: Mandaat,
  dag: string,
) {
  const bevoegdheid = kennis.bevoegdheden?.get(over);
  const own = organisatie.gebied === undefined ? [] : [organisatie.gebied];
  const waarover = { gebieden: gebieden ?? own, ...(bevoegdheid ? { bevoegdheid } : {}) };
  return ["vaststellen", waarover, dag] as const;
}

/** Who can is always named. */
function withDecider(oordeel: Magoordeel, { kennis }: Basis, over: string): Magoordeel {
  if (oordeel.mag) return oordeel;
  const known = kennis.bevoegdheden?.get(over);
  if (!known || oordeel.waarom.startsWith("Over ")) return oordeel;
  const organen = known.organen.map(orgaannaam).join(" of ");
  return { mag: false, waarom: `${oordeel.waarom} Over ${known.titel} gaat: ${organen}.` };
}

function listBevoegd(vraag: Vaststelvraag, ding: Vaststelbaar): readonly Bevoegd[] {
  const all = [...(vraag.basis.kennis.bevoegdheden?.values() ?? [])];
  const possible = all.filter(({ over }) => ding.over === undefined || ding.over === over);
  return vraag.wie.namens.flatMap((one) =>
    possible.flatMap(({ over, titel }) => {
      const orgaan = ORGAAN_VAN[one.rol];
      const oordeel = judge(vraag, ding, { over, mandaat: one.id });
      if (!oordeel.mag || orgaan === undefined) return [];
      const vanWie = one.organisatie.naam;
      return [{ mandaat: one.id, over, orgaan: besluitnemer({ orgaan, vanWie }), titel }];
    }),
  );
}

function whyNobody(vraag: Vaststelvraag, ding: Vaststelbaar): string {
  if (ding.over !== undefined) {
    const oordeel = judge(vraag, ding, { over: ding.over });
    return oordeel.mag ? "" : oordeel.waarom;
  }
  const somewhere = mag(vraag.wie, "vaststellen", "ergens", dagVan(vraag.nu));
  if (!somewhere.mag) return somewhere.waarom;
  const { organisatie, rol } = somewhere.namens;
  return `U handelt als ${ROLNAMEN[rol satisfies Rol]} van ${organisatie.naam}, en dit gaat over een ander gebied.`;
}

function toNieuw(
  { wat, kenmerk }: Vaststelbaar,
  over: string,
  { id: mandaat, organisatie, rol }: Mandaat,
  besluit: Pick<Vaststelling, "datum" | "stuk">,
): NieuweVaststelling {
  const orgaan = ORGAAN_VAN[rol];
  if (orgaan === undefined) throw new Error("whoever may adopt acts as a body of government");
  const id = randomUUID();
  return { id, wat, kenmerk, over, orgaan, organisatie: organisatie.id, mandaat, ...besluit };
}
