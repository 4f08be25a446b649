import type {
  Bevestiging,
  Bevinding,
  Botsing,
  Botsingskeuze,
  Overgeslagen,
} from "#domain/inlevering.ts";
import { formatCeladres, type Werkcel, type Werkmap } from "#domain/werkmap.ts";
import type { Inleescontrole } from "#rules/cijfers/inlezen/controle.ts";
import { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";
import type { Inlevering } from "#storage/inlevering.repository.ts";
import type { Basis } from "../basis.ts";

/** A remark with what somebody said about it. */
export type Opmerkingsregel = Bevinding & { readonly reden?: string };

/** A choice between deliveries that say different things. */
export type Keuzeregel = Botsing & Partial<Omit<Botsingskeuze, "id">>;

/** What stays of a delivery when it is done: what it brought, what was noticed, what people said. */
export type Verslag = {
  readonly cijfers: readonly {
    readonly indicator: string;
    readonly moment?: string;
    readonly aantal: number;
  }[];
  readonly opmerkingen: readonly Opmerkingsregel[];
  readonly keuzes: readonly Keuzeregel[];
  readonly overgeslagen: readonly Overgeslagen[];
};

export function makeVerslag(
  controle: Inleescontrole,
  { bevestigingen, keuzes }: Pick<Inlevering, "bevestigingen" | "keuzes">,
): Verslag {
  return {
    cijfers: countFigures(controle),
    opmerkingen: withRedenen(controle.bevindingen, bevestigingen),
    keuzes: controle.botsingen.map((botsing) => ({
      ...botsing,
      ...keuzes.find(({ id }) => id === botsing.id),
    })),
    overgeslagen: controle.overgeslagen,
  };
}

export function readVerslag({ verslag }: Pick<Inlevering, "verslag">): Verslag | undefined {
  return verslag === undefined ? undefined : JSON.parse(verslag);
}

export function withRedenen(
  bevindingen: readonly Bevinding[],
  bevestigingen: readonly Bevestiging[],
): readonly Opmerkingsregel[] {
  const said = new Map(bevestigingen.map(({ id, reden }) => [id, reden]));
  return bevindingen.map((bevinding) => {
    const reden = said.get(bevinding.id);
    return reden === undefined ? bevinding : { ...bevinding, reden };
  });
}

function countFigures({ cijfers }: Inleescontrole): Verslag["cijfers"] {
  const groups = new Map<string, { indicator: string; moment?: string; aantal: number }>();
  for (const { waarneming } of cijfers) {
    const { indicator, moment } = waarneming;
    const key = `${indicator}|${moment ?? ""}`;
    const group = groups.get(key) ?? { indicator, ...(moment ? { moment } : {}), aantal: 0 };
    group.aantal += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What stands for a text that may hold a small count of a group. */
const GESLOTEN = "Alleen wie inleverde, ziet wat hier stond: het gaat over een groep mensen.";

/**
 * The same for who did not deliver it: of figures about groups of people without what stood in a
 * cell, because a small count of them is nobody else's (F224).
 */
export function toOpenbaarVerslag(verslag: Verslag, { bibliotheek }: Basis): Verslag {
  const ids = new Set(verslag.cijfers.map(({ indicator }) => indicator));
  for (const { indicator } of verslag.opmerkingen) if (indicator) ids.add(indicator);
  const closed = [...ids].some((id) => {
    const found = bibliotheek.find(id);
    return found?.soort !== "indicator" || isGroepscijfer(found);
  });
  if (!closed) return verslag;
  return {
    ...verslag,
    opmerkingen: verslag.opmerkingen.map((item) => ({
      ...item,
      id: item.code,
      gevonden: "",
      tekst: GESLOTEN,
      voorstellen: [],
    })),
    overgeslagen: [],
  };
}

/** Where a remark is about, as people name it: `blad Plannen, C14`. */
export function describeWaar({ blad, rij, kolom }: Bevinding["waar"]): string {
  if (rij === undefined) return `blad ${blad}`;
  return `blad ${blad}, ${kolom === undefined ? `rij ${rij + 1}` : formatCeladres(rij, kolom)}`;
}

/** The remarks as a table to send back, in the words of the screen. */
export function toOpmerkingenlijst(opmerkingen: readonly Opmerkingsregel[]): Werkmap {
  const kop = ["blad", "cel", "soort", "wat er staat", "opmerking", "voorstel", "reden"];
  const rijen = opmerkingen.map(({ waar, ernst, gevonden, tekst, voorstellen, reden }) => [
    waar.blad,
    waar.rij === undefined ? "" : formatCeladres(waar.rij, waar.kolom ?? 0),
    ernst,
    gevonden,
    tekst,
    voorstellen.join(" of "),
    reden ?? "",
  ]);
  const asCells = (rij: readonly string[]) =>
    rij.map((tekst): Werkcel => (tekst === "" ? { soort: "leeg" } : { soort: "tekst", tekst }));
  return { bladen: [{ naam: "Opmerkingen", rijen: [kop, ...rijen].map(asCells) }] };
}
