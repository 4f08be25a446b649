import type { Eis } from "#domain/eis.ts";
import type { Eisverslag } from "#domain/oordeel.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { evaluateEis } from "./eis.ts";
import { reportVergelijking, type Toetslezer } from "./vergelijkingsverslag.ts";
import { chooseAsked, every, not, some } from "./waarheid.ts";

type Rol = Eisverslag["rol"];

/** Where an eis stands: its key path, whether it is asked or decides what is asked, and of whom. */
type Plaats = { readonly pad: string; readonly rol: Rol; readonly van?: string };

/**
 * Whether it is so, with everything that was seen on the way.
 *
 * Every comparison reads through a reader of its own, so that what one missed or used is told
 * apart from the others. A branch that is not asked is not read: nobody has to deliver a figure
 * for it.
 */
export function reportEis(
  eis: Eis,
  pad: string,
  plek: Plek,
  createContext: () => Toetslezer,
): Eisverslag {
  return report(eis, { pad, rol: "gevraagd" }, plek, createContext);
}

function report(eis: Eis, plaats: Plaats, plek: Plek, createContext: () => Toetslezer): Eisverslag {
  const inside = (part: Eis, key: string, rol: Rol = plaats.rol) =>
    report(part, { ...plaats, pad: `${plaats.pad}.${key}`, rol }, plek, createContext);
  switch (eis.soort) {
    case "vergelijking":
    case "aanwezig":
      return reportLeaf(eis, plaats, plek, createContext());
    case "alle":
    case "een-van": {
      const delen = eis.eisen.map((part, i) => inside(part, `${eis.soort}[${i}]`));
      const truths = delen.map(({ waarheid }) => waarheid);
      return node(eis, plaats, eis.soort === "alle" ? every(truths) : some(truths), delen);
    }
    case "niet": {
      const part = inside(eis.eis, "niet");
      return node(eis, plaats, not(part.waarheid), [part]);
    }
    case "als":
      return reportAls(eis, plaats, inside);
    case "voor-elk":
      return reportVoorElk(eis, plaats, plek, createContext);
  }
}

function reportAls(
  eis: Extract<Eis, { soort: "als" }>,
  plaats: Plaats,
  inside: (part: Eis, key: string, rol?: Rol) => Eisverslag,
): Eisverslag {
  const condition = inside(eis.als, "als", "voorwaarde");
  const dan = condition.waarheid === "nee" ? undefined : inside(eis.dan, "dan");
  const anders =
    condition.waarheid === "ja" || !eis.anders ? undefined : inside(eis.anders, "anders");
  const truth = chooseAsked(condition.waarheid, dan?.waarheid ?? "ja", anders?.waarheid ?? "ja");
  return node(
    eis,
    plaats,
    truth,
    [condition, dan, anders].filter((part) => part !== undefined),
  );
}

function reportVoorElk(
  eis: Extract<Eis, { soort: "voor-elk" }>,
  plaats: Plaats,
  plek: Plek,
  createContext: () => Toetslezer,
): Eisverslag {
  const context = createContext();
  const { geldt } = eis;
  if (geldt.soort === "vergelijking" && geldt.vergelijking.soort === "eensluidend") {
    return reportLeaf(eis, plaats, plek, context);
  }
  const delen = context.eenheden(eis.as, plek).map((place) => {
    const at: Plaats = {
      pad: `${plaats.pad}.geldt`,
      rol: plaats.rol,
      van: place.pad.join(", ") || place.onderdeel,
    };
    return report(geldt, at, place, createContext);
  });
  // Nobody to ask is no answer.
  const truth = delen.length === 0 ? "onbekend" : every(delen.map(({ waarheid }) => waarheid));
  return node(eis, plaats, truth, delen);
}

function node(
  eis: Eis,
  { pad, rol, van }: Plaats,
  waarheid: Eisverslag["waarheid"],
  delen: readonly Eisverslag[],
): Eisverslag {
  return {
    pad,
    rol,
    soort: eis.soort,
    waarheid,
    ...(van === undefined ? {} : { van }),
    delen,
    ontbreekt: [],
    meldingen: [],
    gebruikt: [],
  };
}

function reportLeaf(eis: Eis, plaats: Plaats, plek: Plek, context: Toetslezer): Eisverslag {
  const waarheid = evaluateEis(eis, plek, context);
  // Before the report reads on: what the answer did not need is not missing.
  const { ontbreekt, meldingen, gebruikt } = context.lezer.verslag();
  const open = waarheid === "onbekend";
  return {
    ...node(eis, plaats, waarheid, []),
    ...(eis.soort === "vergelijking"
      ? { vergelijking: reportVergelijking(eis, plek, context) }
      : {}),
    ...(eis.soort === "aanwezig" ? { afwezig: absentIn(eis, plek, context) } : {}),
    ontbreekt: open ? ontbreekt : [],
    meldingen: open ? meldingen : [],
    gebruikt,
  };
}

function absentIn(
  { wat }: Extract<Eis, { soort: "aanwezig" }>,
  plek: Plek,
  { lezer }: Toetslezer,
): readonly string[] {
  return wat
    .filter((item) => !lezer.isPresent(item, plek))
    .map(({ naam, pad }) => [naam, ...pad].join("."));
}

/** The nodes because of which the whole is not known; none where it is known. */
export function openNodes(verslag: Eisverslag): readonly Eisverslag[] {
  if (verslag.waarheid !== "onbekend") return [];
  if (verslag.delen.length === 0) return [verslag];
  return verslag.delen.flatMap(openNodes);
}

/** Every leaf that is itself asked, in the order of the document. */
export function askedLeaves(verslag: Eisverslag): readonly Eisverslag[] {
  if (verslag.rol !== "gevraagd") return [];
  return verslag.delen.length === 0 ? [verslag] : verslag.delen.flatMap(askedLeaves);
}

/** Every leaf, asked or not. */
export function allLeaves(verslag: Eisverslag): readonly Eisverslag[] {
  return verslag.delen.length === 0 ? [verslag] : verslag.delen.flatMap(allLeaves);
}
