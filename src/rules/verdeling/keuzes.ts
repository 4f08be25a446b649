import { add, type Breuk, compare, NUL, subtract, sum } from "#domain/breuk.ts";
import type { Keuzegevolg, Melding } from "#domain/uitkomst.ts";
import { KEUZEN, type Keuze } from "#domain/verdeling.ts";
import type { Stapopzet } from "./stap.ts";
import type { Pas } from "./stapcontext.ts";
import type { Stapvak } from "./stapvak.ts";
import type { Vakuitkomst } from "./vak.ts";

/** A vak in which something does not fit and nobody has said what happens with it. */
export type Vakkeuze = {
  readonly vak: Stapvak;
  readonly nodig: Extract<Vakuitkomst, { soort: "keuze-nodig" }>;
};

/** Divides one vak under a choice, or under none. */
export type Vakdeler = (keuze: Keuze | undefined) => Vakuitkomst;

/**
 * What people must choose from: how much does not fit, who is at the bound, and what each of the
 * five choices would do. None of them comes first.
 */
export function keuzeMelding(
  opzet: Stapopzet,
  keuzes: readonly Vakkeuze[],
  outcomes: readonly Vakuitkomst[],
  dividers: readonly Vakdeler[],
  pas: Pas,
): Melding {
  const { stap, index } = opzet;
  const atBound = keuzes.flatMap(({ vak, nodig }) =>
    nodig.aanDeGrens.map((unit) => cellName(opzet, vak, unit)),
  );
  return {
    soort: "besluit-nodig",
    wat: "wat-niet-past",
    stap: stap.naam ?? `stappen[${index}]`,
    pastNiet: sum(keuzes.map(({ nodig }) => nodig.pastNiet)),
    aanDeGrens: [...new Set(atBound)],
    keuzes: KEUZEN.map((keuze) => consequence(keuze, opzet, outcomes, dividers, pas)),
  };
}

function consequence(
  keuze: Keuze,
  opzet: Stapopzet,
  outcomes: readonly Vakuitkomst[],
  dividers: readonly Vakdeler[],
  pas: Pas,
): Keuzegevolg {
  const cells = new Map<string, { readonly aantal: Breuk; readonly before: Breuk }>();
  const asked: string[] = [];
  let open = NUL;
  for (const [i, vak] of opzet.vakken.entries()) {
    const needs = outcomes[i]?.soort === "keuze-nodig";
    const outcome = needs ? dividers[i]?.(keuze) : outcomes[i];
    const numbers = outcome && numbersOf(vak, outcome);
    if (!numbers) return { keuze, groeit: [], open, waarom: NO_ROOM };
    open = add(open, numbers.open);
    if (outcome.soort === "gelijke-stand") asked.push(whoIsTied(opzet, vak, outcome));
    for (const unit of vak.ids.keys()) {
      const name = cellName(opzet, vak, unit);
      const known = cells.get(name) ?? { aantal: NUL, before: NUL };
      cells.set(name, {
        aantal: add(known.aantal, numbers.uitkomst[unit] ?? NUL),
        before: add(known.before, numbers.zonderGrens[unit] ?? NUL),
      });
    }
  }
  const waarom = [...asked, stillNeeds(keuze, pas) ?? []].flat().join(" ");
  return {
    keuze,
    uitkomst: [...cells].map(([eenheid, { aantal }]) => ({ eenheid, aantal })),
    groeit: [...cells].flatMap(([name, { aantal, before }]) =>
      compare(aantal, before) > 0 ? [name] : [],
    ),
    open,
    ...(waarom ? { waarom } : {}),
  };
}

const NO_ROOM = "De anderen hebben samen te weinig ruimte.";

/** A cell by its unit, and below it by its whole path: a corporatie may stand in many gemeenten. */
function cellName({ stand }: Stapopzet, vak: Stapvak, unit: number): string {
  return stand.rijen[vak.rijen[unit] ?? -1]?.pad.join("/") ?? vak.ids[unit] ?? "";
}

/** The numbers under a choice; in a tie without what the tied still get, which then stays open. */
function numbersOf(vak: Stapvak, outcome: Vakuitkomst) {
  if (outcome.soort === "verdeeld") return { ...outcome, open: outcome.openTotaal };
  if (outcome.soort !== "gelijke-stand" || !outcome.zeker) return undefined;
  const { uitkomst } = outcome.zeker;
  return { ...outcome.zeker, open: subtract(add(vak.totaal, sum(vak.wacht)), sum(uitkomst)) };
}

function whoIsTied(
  opzet: Stapopzet,
  vak: Stapvak,
  { open: { kandidaten, teVerdelen } }: Extract<Vakuitkomst, { soort: "gelijke-stand" }>,
): string {
  const names = kandidaten.map((unit) => cellName(opzet, vak, unit)).join(", ");
  return `Over de laatste ${teVerdelen} staan ${names} gelijk; mensen beslissen dan nog wie voorgaat.`;
}

/** What a choice still asks of the document before it can be carried out. */
function stillNeeds(keuze: Keuze, { vraag }: Pas): string | undefined {
  const { ingroeipad, vereffening } = vraag.document;
  if (keuze === "later" && !ingroeipad) return "Dit vraagt nog een ingroeipad.";
  if (keuze === "compenseren" && !vereffening) return "Dit vraagt nog een vereffening.";
  if (keuze === "extra-aanbod") return "Dit vraagt nog hoe het aanbod er komt, en wie dat doet.";
  return undefined;
}
