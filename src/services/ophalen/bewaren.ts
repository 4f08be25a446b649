import { createHash } from "node:crypto";
import { formatBreuk } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { WaarnemingInhoud } from "#domain/waarneming.ts";
import { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";
import type { Cijferregel } from "#sources/cbs/omzetten.ts";
import { type Levering, replaceLevering } from "#storage/cijfers.repository.ts";
import { type BewaardeInhoud, readLevering } from "#storage/levering-inhoud.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Leveringuitkomst, Wijziging } from "./uitkomst.ts";

/** Figures that were fetched, ready to be kept. */
export type Tebewaren = {
  readonly levering: Omit<Levering, "sha256"> & { readonly moment: string };
  readonly indicator: Indicator;
  readonly niveau: string;
  readonly regels: readonly Cijferregel[];
  readonly nagekeken: boolean;
  readonly ontbreekt: readonly string[];
  readonly buiten: readonly string[];
};

/** What stood in the place of one delivery, and which content stands there now. */
export type Vorige = {
  readonly id: string;
  readonly sha256: string;
  readonly was?: BewaardeInhoud;
};

const VOORBEELDEN = 25;

/**
 * Keeps deliveries in place of those with the same id, and tells what that changed.
 *
 * One whose content is the same as what stands there is left alone.
 */
export async function bewaarLeveringen(
  tx: Connection,
  alle: readonly Tebewaren[],
): Promise<{
  readonly leveringen: readonly Leveringuitkomst[];
  readonly vorige: readonly Vorige[];
}> {
  const leveringen: Leveringuitkomst[] = [];
  const vorige: Vorige[] = [];
  for (const item of alle) {
    const was = await readLevering(tx, item.levering.id);
    const sha256 = hashOf(item);
    leveringen.push(compare(item, was));
    if (was?.levering.sha256 === sha256) continue;
    vorige.push({ id: item.levering.id, sha256, ...(was ? { was } : {}) });
    await replaceLevering(tx, { ...item.levering, sha256 }, item.regels);
  }
  return { leveringen, vorige };
}

/** Of all that a levering says; not of the day on which it was fetched. */
function hashOf({ levering, regels }: Tebewaren): string {
  const { toelichting: _, ...kop } = levering;
  const rows = regels
    .map(({ gebied, cel, inhoud, opmerking = "" }) =>
      [gebied, cel.join("/"), contentOf(inhoud) ?? "onbekend", opmerking].join("\t"),
    )
    .toSorted();
  const text = [JSON.stringify(kop), ...rows].join("\n");
  return createHash("sha256").update(text).digest("hex");
}

/** Exact text of a figure; undefined where it is unknown. */
function contentOf(inhoud: WaarnemingInhoud): string | undefined {
  return inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : undefined;
}

function compare(item: Tebewaren, was: BewaardeInhoud | undefined): Leveringuitkomst {
  const { levering, indicator, niveau, regels, nagekeken, ontbreekt, buiten } = item;
  const before = new Map((was?.rijen ?? []).map(({ gebied, waarde }) => [gebied, waarde]));
  const now = new Map(regels.map(({ gebied, inhoud }) => [gebied, contentOf(inhoud) ?? null]));
  const changed = [...now].filter(([gebied, text]) => (before.get(gebied) ?? null) !== text);
  const gone = [...before].filter(([gebied, text]) => text !== null && !now.has(gebied));
  const isNew = ([gebied]: readonly [string, unknown]) => (before.get(gebied) ?? null) === null;
  const isGone = ([, text]: readonly [string, string | null]) => text === null;
  const numbers = [...now.values()].filter((text) => text !== null).length;
  return {
    id: levering.id,
    indicator: indicator.id,
    niveau,
    moment: levering.moment,
    status: levering.status === "vast" ? "vast" : "voorlopig",
    getallen: numbers,
    onbekend: now.size - numbers,
    nieuw: changed.filter(isNew).length,
    gewijzigd: changed.filter((entry) => !isNew(entry) && !isGone(entry)).length,
    verdwenen: changed.filter(isGone).length + gone.length,
    gelijk: now.size - changed.length,
    nagekeken,
    ontbreekt,
    buiten,
    voorbeelden: isGroepscijfer(indicator)
      ? []
      : [...changed.filter((entry) => !isNew(entry)), ...gone]
          .slice(0, VOORBEELDEN)
          .map(([gebied]) => toWijziging(gebied, before.get(gebied), now.get(gebied))),
  };
}

function toWijziging(
  gebied: string,
  was: string | null | undefined,
  wordt: string | null | undefined,
): Wijziging {
  return {
    gebied,
    ...(typeof was === "string" ? { was } : {}),
    ...(typeof wordt === "string" ? { wordt } : {}),
  };
}
