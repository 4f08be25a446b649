import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Indeling } from "#domain/indeling.ts";
import { ZEKERHEDEN, type Zekerheid } from "#domain/kop.ts";
import type { Datum } from "#domain/peildatum.ts";
import { listLeden, type Regiolid } from "./leden.ts";

/** A gemeente whose parts lie in more than one region: people must say where it belongs. */
export type Regiobotsing = {
  readonly code: string;
  readonly naam: string;
  readonly regios: readonly {
    readonly id: string;
    readonly titel: string;
    /** The gemeenten through which this region has it, by name. */
    readonly door: readonly string[];
  }[];
};

export type Overgezetteindeling = {
  readonly leden: ReadonlyMap<string, readonly Regiolid[]>;
  readonly botsingen: readonly Regiobotsing[];
};

/**
 * The members of every region on a day: a gemeente that is no more gives its place to the one that
 * it went up in.
 *
 * A gemeente that is made of members of two regions is in both, and is a botsing. A part that moved
 * to a gemeente that has a place of its own does not move that one.
 */
export function carryIndeling(
  indeling: Indeling,
  dag: Datum,
  gemeenten: Gemeentelijst,
  known: () => readonly Overgang[],
): Overgezetteindeling {
  const listed = Object.entries(indeling.regios).map(
    ([id, regio]) => ({ id, titel: regio.titel, leden: listLeden(regio, dag, gemeenten) }) as const,
  );
  const all = listed.flatMap(({ leden }) => leden);
  if (all.every(({ bestaat }) => bestaat)) return unchanged(listed);
  const overgangen = [...known(), ...ownOvergangen(indeling)].filter(
    ({ datum, zekerheid }) => zekerheid === "vast" && datum <= dag,
  );
  const standing = new Set(all.filter(({ bestaat }) => bestaat).map(({ code }) => code));
  const moved = listed.map(({ id, titel, leden }) => ({
    id,
    titel,
    leden: mergeLeden(
      leden.flatMap((lid) => follow(lid, { overgangen, standing, dag, gemeenten })),
    ),
  }));
  return {
    leden: new Map(moved.map(({ id, leden }) => [id, leden])),
    botsingen: findBotsingen(moved),
  };
}

type Regioleden = {
  readonly id: string;
  readonly titel: string;
  readonly leden: readonly Regiolid[];
};

function unchanged(listed: readonly Regioleden[]): Overgezetteindeling {
  return { leden: new Map(listed.map(({ id, leden }) => [id, leden])), botsingen: [] };
}

/** What the document itself says of changes; of a split it does not say how large the parts are. */
function ownOvergangen({ herindelingen }: Indeling): readonly Overgang[] {
  return herindelingen
    .filter(({ zekerheid }) => zekerheid === "vast")
    .flatMap(({ datum, van, naar }) =>
      van.flatMap((old) =>
        naar.map(({ id }): Overgang => {
          const part = naar.length > 1 ? ({ deel: "onbekend" } as const) : {};
          return { datum, van: old.id, naar: id, zekerheid: "vast", bron: "het document", ...part };
        }),
      ),
    );
}

type Omgeving = {
  readonly overgangen: readonly Overgang[];
  /** Members that are there on the day by themselves. */
  readonly standing: ReadonlySet<string>;
  readonly dag: Datum;
  readonly gemeenten: Gemeentelijst;
};

function follow(lid: Regiolid, omgeving: Omgeving): readonly Regiolid[] {
  if (lid.bestaat) return [lid];
  const { overgangen, standing, dag, gemeenten } = omgeving;
  const ways = waysFrom(lid.code, overgangen);
  if (ways.length === 0) return [lid];
  const whole = ways.filter(({ code, deels }) => !(deels && standing.has(code)));
  return whole.flatMap(({ code, datum }): readonly Regiolid[] => {
    const found = gemeenten.findByCode(code, dag);
    if (!found) return [];
    const { naam, provincie } = found;
    return [{ ...lid, code, naam, provincie, bestaat: true, uit: [{ naam: lid.naam, datum }] }];
  });
}

type Weg = { readonly code: string; readonly deels: boolean; readonly datum: Datum };

/** Where a gemeente went, through however many days; `deels` where only a part of it did. */
function waysFrom(code: string, overgangen: readonly Overgang[], after = ""): readonly Weg[] {
  const next = overgangen.filter(
    ({ van, naar, datum }) => van === code && naar !== van && datum > after,
  );
  const first = next.map(({ datum }) => datum).toSorted()[0];
  return next
    .filter(({ datum }) => datum === first)
    .flatMap(({ naar, datum, deel }): readonly Weg[] => {
      const further = waysFrom(naar, overgangen, datum);
      const deels = deel !== undefined;
      if (further.length === 0) return [{ code: naar, deels, datum }];
      return further.map((way) => ({ ...way, deels: way.deels || deels }));
    });
}

/** Members that became one are one, no surer than the least sure of them. */
function mergeLeden(leden: readonly Regiolid[]): readonly Regiolid[] {
  const byCode = new Map<string, Regiolid>();
  for (const lid of leden) {
    const known = byCode.get(lid.code);
    byCode.set(lid.code, known ? mergeTwo(known, lid) : lid);
  }
  return [...byCode.values()];
}

function mergeTwo(a: Regiolid, b: Regiolid): Regiolid {
  const { deelregio, ...rest } = a;
  const uit = [...(a.uit ?? []), ...(b.uit ?? [])];
  return {
    ...rest,
    zekerheid: leastSure(a.zekerheid, b.zekerheid),
    ...(deelregio !== undefined && deelregio === b.deelregio ? { deelregio } : {}),
    ...(uit.length > 0 ? { uit } : {}),
  };
}

function leastSure(a: Zekerheid, b: Zekerheid): Zekerheid {
  return ZEKERHEDEN.indexOf(a) >= ZEKERHEDEN.indexOf(b) ? a : b;
}

/** Only what a herindeling brought about; who was written in two regions is told elsewhere. */
function findBotsingen(moved: readonly Regioleden[]): readonly Regiobotsing[] {
  const places = new Map<string, Regioleden[]>();
  for (const regio of moved) {
    for (const { code } of regio.leden) places.set(code, [...(places.get(code) ?? []), regio]);
  }
  return [...places].flatMap(([code, regios]): readonly Regiobotsing[] => {
    const own = regios.map(({ leden }) => leden.find((lid) => lid.code === code));
    if (regios.length < 2 || own.every((lid) => lid?.uit === undefined)) return [];
    return [
      {
        code,
        naam: own[0]?.naam ?? code,
        regios: regios.map(({ id, titel }, i) => ({
          id,
          titel,
          door: own[i]?.uit?.map(({ naam }) => naam) ?? [own[i]?.naam ?? code],
        })),
      },
    ];
  });
}
