import { add, type Breuk, compare, NUL, sum } from "#domain/breuk.ts";
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
    nodig.aanDeGrens.map((unit) => vak.ids[unit] ?? ""),
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
  const numbers = new Map<string, Breuk>();
  const before = new Map<string, Breuk>();
  let open = NUL;
  for (const [i, vak] of opzet.vakken.entries()) {
    const needs = outcomes[i]?.soort === "keuze-nodig";
    const outcome = needs ? dividers[i]?.(keuze) : outcomes[i];
    if (outcome?.soort !== "verdeeld") {
      return { keuze, groeit: [], open, waarom: whyNot(outcome) };
    }
    open = add(open, outcome.openTotaal);
    for (const [unit, id] of vak.ids.entries()) {
      numbers.set(id, add(numbers.get(id) ?? NUL, outcome.uitkomst[unit] ?? NUL));
      before.set(id, add(before.get(id) ?? NUL, outcome.zonderGrens[unit] ?? NUL));
    }
  }
  const groeit = [...numbers].filter(([id, n]) => compare(n, before.get(id) ?? NUL) > 0);
  const waarom = stillNeeds(keuze, pas);
  return {
    keuze,
    uitkomst: [...numbers].map(([eenheid, aantal]) => ({ eenheid, aantal })),
    groeit: groeit.map(([id]) => id),
    open,
    ...(waarom ? { waarom } : {}),
  };
}

function whyNot(outcome: Vakuitkomst | undefined): string {
  return outcome?.soort === "gelijke-stand"
    ? "Dan staan eenheden gelijk, en beslissen eerst mensen wie voorgaat."
    : "De anderen hebben samen te weinig ruimte.";
}

/** What a choice still asks of the document before it can be carried out. */
function stillNeeds(keuze: Keuze, { vraag }: Pas): string | undefined {
  const { ingroeipad, vereffening } = vraag.document;
  if (keuze === "later" && !ingroeipad) return "Dit vraagt nog een ingroeipad.";
  if (keuze === "compenseren" && !vereffening) return "Dit vraagt nog een vereffening.";
  if (keuze === "extra-aanbod") return "Dit vraagt nog hoe het aanbod er komt, en wie dat doet.";
  return undefined;
}
