import { randomUUID } from "node:crypto";
import { isDatum } from "#domain/peildatum.ts";
import { type Organisatie, type Organisatiesoort, SOORTNAMEN } from "#domain/toegang.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { findByEmail, insertPersoon } from "#storage/persoon.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { readGenodigde } from "./beheer-invoer.ts";
import { dagVan } from "./toegang.ts";

/** A body to be added, as it was typed. */
export type Organisatievraag = {
  readonly naam: string;
  readonly soort: string;
  readonly gebied: string;
  readonly tot: string;
  /** The e-mail address of whoever will invite the others. */
  readonly beheerder: string;
};

/** What came of it; `bestond` where the body took part already. */
export type Beginuitkomst =
  | { readonly soort: "gedaan"; readonly organisatie: Organisatie; readonly bestond: boolean }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] };

/**
 * Adds a body with a beheerder; to one that is there already only the beheerder.
 *
 * For whoever runs the installation: in the program nobody can give themselves a power.
 */
export async function voegOrganisatieToe(
  db: Connection,
  vraag: Organisatievraag,
  nu: Date,
): Promise<Beginuitkomst> {
  const dag = dagVan(nu);
  const fouten = listMistakes(vraag, dag);
  if (fouten.length > 0) return { soort: "fouten", fouten };
  const asked: Organisatie = {
    ...{ id: randomUUID(), naam: vraag.naam.trim(), soort: vraag.soort as Organisatiesoort },
    ...(vraag.gebied === "" ? {} : { gebied: vraag.gebied }),
    ...(vraag.tot === "" ? {} : { tot: vraag.tot }),
  };
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "beheer van personen");
    const known = (await listOrganisaties(tx)).find((body) => isSame(body, asked));
    if (!known) await insertOrganisatie(tx, asked);
    const organisatie = known ?? asked;
    const persoon = await findOrInvite(tx, vraag.beheerder.trim().toLowerCase());
    const mandaat = { id: randomUUID(), persoon, organisatie: organisatie.id, van: dag };
    await insertMandaat(tx, { ...mandaat, rol: "beheerder" });
    return { soort: "gedaan", organisatie, bestond: known !== undefined };
  });
}

/** Of an area there is one body of a sort; the others are told apart by their name. */
function isSame(known: Organisatie, asked: Organisatie): boolean {
  if (known.soort !== asked.soort) return false;
  return known.gebied !== undefined && ["gemeente", "provincie", "regio"].includes(known.soort)
    ? known.gebied === asked.gebied
    : known.naam === asked.naam;
}

async function findOrInvite(tx: Connection, email: string): Promise<string> {
  const found = await findByEmail(tx, email);
  if (found) return found.id;
  const id = randomUUID();
  // Their own name comes along when they first sign in.
  await insertPersoon(tx, { id, naam: email, email });
  return id;
}

const GEBIEDEN: Partial<Readonly<Record<string, readonly [vorm: RegExp, zo: string]>>> = {
  gemeente: [/^GM\d{4}$/, "GM0505"],
  provincie: [/^PV\d{2}$/, "PV28"],
  regio: [/^[a-z0-9-]+(@\d+)?#[a-z0-9-]+$/, "drechtsteden#drechtsteden"],
};

function listMistakes(vraag: Organisatievraag, dag: string): readonly string[] {
  const { naam, soort, gebied, tot, beheerder } = vraag;
  const soorten = Object.keys(SOORTNAMEN);
  const [vorm, zo] = GEBIEDEN[soort] ?? [];
  const email = readGenodigde({ naam: "x", email: beheerder });
  return [
    ...(naam.trim() === "" ? ["De naam ontbreekt. Schrijf hoe de organisatie heet."] : []),
    ...(soorten.includes(soort) ? [] : [`--soort is «${soort}». Kies uit: ${soorten.join(", ")}.`]),
    ...(vorm && !vorm.test(gebied)
      ? [`--gebied is «${gebied}». Van een ${soort} is dat een code zoals ${zo}.`]
      : []),
    ...(soort === "bureau" && tot === ""
      ? ["--tot ontbreekt. Van een bureau is de laatste dag nodig."]
      : []),
    ...(tot !== "" && (!isDatum(tot) || tot < dag)
      ? [`--tot is «${tot}». Schrijf een datum van vandaag (${dag}) of later.`]
      : []),
    ...(email.ok ? [] : [`--beheerder is «${beheerder}». Schrijf een e-mailadres.`]),
  ];
}
