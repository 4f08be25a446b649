import type { Wie } from "#domain/toegang.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { listPersoonnamen } from "#storage/persoon.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import {
  type Wijziging,
  type Wijzigingenvraag,
  zoekWijzigingen,
} from "#storage/wijziging.repository.ts";
import type { Toegang } from "../toegang/toegang.ts";
import { type Dader, nameDaders } from "../toegang/wie-deed-het.ts";
import { noemOnderwerp, noemVeld, noemWaarde } from "./woorden.ts";

/** One field of what changed: what it was and what it became; a side is absent where it was not there. */
export type Veldwijziging = {
  readonly veld: string;
  readonly was?: string;
  readonly wordt?: string;
};

/** A change in words, as far as who asks may know. */
export type Wijzigingsregel = {
  readonly nummer: number;
  /** ISO moment. */
  readonly op: string;
  /** The table it is kept in, and the same as people say it. */
  readonly onderwerp: string;
  readonly wat: string;
  /** What names it: an id, or an id with its version. */
  readonly sleutel: string;
  readonly soort: Wijziging["soort"];
  readonly door: Dader;
  readonly reden?: string;
  readonly velden: readonly Veldwijziging[];
};

type Kamer = { readonly db: Connection; readonly toegang?: Pick<Toegang, "db"> };

/** What happened to what one's own body made, or what one did oneself, newest first. */
export async function listWijzigingsregels(
  { db, toegang }: Kamer,
  wie: Wie,
  vraag: Wijzigingenvraag,
): Promise<{ readonly aantal: number; readonly items: readonly Wijzigingsregel[] }> {
  const { aantal, items } = await zoekWijzigingen(db, vraag);
  const name = await nameDaders(toegang ? { db, toegang } : { db }, wie, items);
  const namen = await namesIn(
    db,
    wie.persoon === undefined || wie.programma ? undefined : toegang,
    items,
  );
  return { aantal, items: items.map((one) => toRegel(one, name(one), namen)) };
}

const PERSONEN = ["persoon", "gegeven_door", "beeindigd_door"];

/** The people and bodies that lines are about: whoever sees such a line is of that body. */
async function namesIn(
  db: Connection,
  toegang: Kamer["toegang"],
  items: readonly Wijziging[],
): Promise<ReadonlyMap<string, string>> {
  const about = items.flatMap(({ oud, nieuw }) => [oud ?? {}, nieuw ?? {}]);
  const ids = about.flatMap((row) => PERSONEN.map((kolom) => row[kolom])).filter(isText);
  const people = toegang ? await listPersoonnamen(toegang.db, [...new Set(ids)]) : [];
  const bodies = about.some((row) => BODIES.some((kolom) => isText(row[kolom])))
    ? await listOrganisaties(db)
    : [];
  return new Map([...people, ...bodies.map(({ id, naam }) => [id, naam] as const)]);
}

const BODIES = ["organisatie", "gever", "aan"];

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function toRegel(
  wijziging: Wijziging,
  door: Dader,
  namen: ReadonlyMap<string, string>,
): Wijzigingsregel {
  const { nummer, op, tabel, sleutel, soort, reden } = wijziging;
  return {
    ...{ nummer, op, onderwerp: tabel, wat: noemOnderwerp(tabel), sleutel, soort, door },
    ...(reden === undefined ? {} : { reden }),
    velden: fieldsOf(wijziging, namen),
  };
}

/** Of what was thrown away nothing is told but that it was: what the log kept of it says no more. */
function fieldsOf(
  { soort, oud = {}, nieuw = {} }: Wijziging,
  namen: ReadonlyMap<string, string>,
): readonly Veldwijziging[] {
  const say = (kolom: string, waarde: unknown) =>
    (isText(waarde) ? namen.get(waarde) : undefined) ?? noemWaarde(kolom, waarde);
  if (soort === "verwijderd") return [];
  const kolommen = [...new Set([...Object.keys(oud), ...Object.keys(nieuw)])];
  return kolommen.flatMap((kolom) => {
    const [was, wordt] = [oud[kolom] ?? undefined, nieuw[kolom] ?? undefined];
    if (was === undefined && wordt === undefined) return [];
    return [
      {
        veld: noemVeld(kolom),
        ...(was === undefined ? {} : { was: say(kolom, was) }),
        ...(wordt === undefined ? {} : { wordt: say(kolom, wordt) }),
      },
    ];
  });
}
