import { createHash } from "node:crypto";
import type { RegieDocument } from "#domain/document.ts";
import type { DocumentStatus } from "#domain/kop.ts";
import type { Vastgesteld } from "#domain/vaststelling.ts";
import type { Basis } from "#services/basis.ts";
import { areasOf } from "#services/toegang/eigen-gebied.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import { findDocument } from "#storage/kader.repository.ts";
import { findInhoud, findVersie } from "#storage/rekenversie.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** One version of something that a body can adopt, as who asks may see it. */
export type Vaststelbaar = {
  readonly wat: Vastgesteld;
  readonly titel: string;
  /** The sha256 of exactly this. */
  readonly kenmerk: string;
  /** The power that the document itself names; absent where it names none. */
  readonly over?: string;
  /** Every area it lies in; absent where it is of no area, and each body takes it for its own. */
  readonly gebieden?: readonly string[];
  /** Why it cannot be adopted, whoever asks. */
  readonly nietMeer?: string;
};

type Kamer = { readonly db: Connection; readonly basis: Basis };

/** What was named; undefined where who asks may not see it, or it is not there. */
export function readVaststelbaar(
  kamer: Kamer,
  wat: Vastgesteld,
  dag: string,
): Promise<Vaststelbaar | undefined> {
  return wat.soort === "versie" ? readVersie(kamer, wat.id, dag) : readDocument(kamer, wat, dag);
}

async function readDocument(
  { db, basis }: Kamer,
  { id, versie }: { readonly id: string; readonly versie: number },
  dag: string,
): Promise<Vaststelbaar | undefined> {
  const kept = await findDocument(db, id, versie);
  const document = basis.bibliotheek.find(`${id}@${versie}`);
  if (!kept || !document || hashOf(basis, document) !== kept.sha256) return undefined;
  const { titel, status } = document;
  const over = overVan(document, basis);
  const gebieden = areasOfDocument(document, basis, dag);
  const nietMeer = NIET_MEER[status];
  return {
    wat: { soort: "document", id, versie },
    ...{ titel: `${titel}, versie ${versie}`, kenmerk: kept.sha256 },
    ...(over === undefined ? {} : { over }),
    ...(gebieden === undefined ? {} : { gebieden }),
    ...(nietMeer === undefined ? {} : { nietMeer }),
  };
}

const NIET_MEER: Partial<Readonly<Record<DocumentStatus, string>>> = {
  vastgesteld: "De tekst noemt zelf al het besluit waarmee dit is vastgesteld.",
  geldend: "Dit geldt al; de tekst noemt zelf waarvan.",
  vervallen: "Dit document is vervallen.",
};

/** The sha256 of the writer's own text; of a document that is read from elsewhere too. */
export function hashOf(basis: Basis, document: Pick<RegieDocument, "id" | "versie">): string {
  const tekst = basis.tekstVan(`${document.id}@${document.versie}`) ?? "";
  return createHash("sha256").update(tekst, "utf8").digest("hex");
}

/** A region layer says of itself what is decided with it; of no other document a title says so. */
function overVan(document: RegieDocument, { kennis }: Basis): string | undefined {
  if (document.soort !== "indeling") return undefined;
  return kennis.bevoegdheden?.has(document.soortRegio) ? document.soortRegio : undefined;
}

function areasOfDocument(
  document: RegieDocument,
  basis: Basis,
  dag: string,
): readonly string[] | undefined {
  if (document.soort === "indeling") {
    const all = Object.values(document.regios).flatMap(({ gemeenten }) => gemeenten);
    return withAround(
      basis,
      all.map(({ gemeente }) => gemeente.id),
      dag,
    );
  }
  const { gebied } = document;
  if (gebied === undefined) return undefined;
  if (typeof gebied === "string") return areasOfRegion(basis, gebied, dag);
  return withAround(
    basis,
    gebied.map(({ id }) => id),
    dag,
  );
}

function areasOfRegion(basis: Basis, naam: string, dag: string): readonly string[] {
  const found = findGebied(basis, naam, dag, []);
  return withAround(
    basis,
    (found?.eenheden ?? []).map(({ id }) => id),
    dag,
  );
}

/** Each gemeente with its provincie, and with the gemeente that it went up in. */
function withAround(basis: Basis, codes: readonly string[], dag: string): readonly string[] {
  return [...new Set(codes.flatMap((code) => areasOf(basis, code, dag)))];
}

async function readVersie(
  { db, basis }: Kamer,
  id: string,
  dag: string,
): Promise<Vaststelbaar | undefined> {
  const versie = await findVersie(db, asKenmerk(id));
  const inhoud = versie && !versie.weg ? await findInhoud(db, versie) : undefined;
  if (!versie || !inhoud) return undefined;
  const query = new URLSearchParams(inhoud.adres);
  const [regio, op] = [query.get("regio") ?? "", query.get("op") ?? dag];
  return {
    wat: { soort: "versie", id: versie.id },
    ...{ titel: `versie ${versie.nummer}, «${inhoud.naam}»`, kenmerk: versie.hash },
    gebieden: areasOfRegion(basis, regio, dayOf(op)),
  };
}
