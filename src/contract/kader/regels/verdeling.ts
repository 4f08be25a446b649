import { listWords } from "#domain/notatie.ts";
import { type Pad, quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { findNearest } from "../nearest.ts";
import { missingTekst } from "../schema/bekend.ts";
import {
  asBlok,
  asLijst,
  asTekst,
  entries,
  isKaart,
  type Kaartboom,
  type Melder,
  type Regel,
} from "./ruw.ts";

/** What does not fit goes somewhere: later needs a path, compenseren needs accounts. */
export const keuzeregel: Regel = ({ soort, boom }, { fout }) => {
  if (soort !== "verdeling") return;
  asLijst(boom.stappen).forEach((step, index) => {
    if (!isKaart(step)) return;
    const keuze = asTekst(asBlok(step["wat-niet-past"], "keuze").keuze);
    const pad = ["stappen", index, "wat-niet-past"];
    if (keuze === "later" && boom.ingroeipad === undefined) {
      fout(
        pad,
        "Met «later» schuift wat niet past naar een volgend jaar van het ingroeipad. Dit document heeft geen «ingroeipad». Voeg het toe, of kies iets anders.",
      );
    }
    if (keuze === "compenseren" && boom.vereffening === undefined) {
      fout(
        pad,
        "Met «compenseren» wordt geboekt wat niet past. Dit document heeft geen «vereffening». Voeg die toe, of kies iets anders.",
      );
    }
  });
};

/** A key per onderdeel speaks of the onderdelen that the opgave has. */
export const onderdelenregel: Regel = ({ soort, boom, kennis }, melder) => {
  if (soort !== "verdeling") return;
  const opgave = asBlok(boom.opgave, "aantal");
  const axis = asTekst(opgave.per);
  const known = entries(opgave.is).map(([name]) => name);
  // With a code list the schema has said it already.
  if (axis === undefined || known.length === 0 || kennis.codelijsten?.has(axis)) return;
  asLijst(boom.stappen).forEach((step, index) => {
    if (!isKaart(step)) return;
    visitPer(step, ["stappen", index], axis, known, melder);
  });
};

function visitPer(
  boom: Boom,
  pad: Pad,
  axis: string,
  known: readonly string[],
  melder: Melder,
): void {
  if (Array.isArray(boom)) {
    for (const [index, item] of boom.entries())
      visitPer(item, [...pad, index], axis, known, melder);
  }
  if (!isKaart(boom)) return;
  if (asTekst(boom.per) === axis && isKaart(boom.is)) {
    checkOnderdelen(boom.is, [...pad, "is"], axis, known, melder);
  }
  for (const [key, value] of Object.entries(boom)) {
    visitPer(value, [...pad, key], axis, known, melder);
  }
}

function checkOnderdelen(
  is: Kaartboom,
  pad: Pad,
  axis: string,
  known: readonly string[],
  { fout }: Melder,
): void {
  const written = Object.keys(is);
  for (const name of written.filter((key) => key !== "rest" && !known.includes(key))) {
    const nearest = findNearest(name, known);
    const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Kies ${listWords(known, "of")}.`;
    fout([...pad, name], `De opgave heeft geen ${quote(name)}. ${hint}`);
  }
  const missing = known.filter((name) => !written.includes(name));
  if (missing.length > 0 && !written.includes("rest") && !known.includes("rest")) {
    fout(pad, missingTekst(axis, missing));
  }
}

/** Standard units; a step over anything else brings onderdelen that the document does not list. */
const EENHEDEN = ["gemeenten", "deelregios", "corporaties", "wijken", "locaties"];

/** `uitkomst.naam` looks back: at an earlier step, or at an onderdeel of the opgave. */
export const uitkomstregel: Regel = ({ soort, boom }, { fout }) => {
  if (soort !== "verdeling") return;
  const steps = asLijst(boom.stappen);
  const names = steps.map((step) => (isKaart(step) ? asTekst(step.naam) : undefined));
  const parts = entries(asBlok(boom.opgave, "aantal").is).map(([name]) => name);
  const splits = steps.some((step) => isKaart(step) && isSplit(asTekst(step.over)));
  steps.forEach((step, index) => {
    const earlier = names.slice(0, index).filter((name) => name !== undefined);
    for (const { pad, name } of uitkomstenIn(step, ["stappen", index])) {
      const later = names.slice(index).includes(name);
      if (![...earlier, ...parts].includes(name) && (later || !splits)) {
        fout(pad, later ? laterTekst(name) : nergensTekst(name, [...earlier, ...parts]), "waarde");
      }
    }
  });
};

function laterTekst(name: string): string {
  return `De stap ${quote(name)} komt niet eerder dan deze. Kijk terug naar een stap die al gedaan is.`;
}

function nergensTekst(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  const hint = nearest ? `Bedoelt u ${quote(`uitkomst.${nearest}`)}?` : "Kijk de naam na.";
  return `Er is geen eerdere stap en geen onderdeel ${quote(name)}. ${hint}`;
}

function isSplit(over: string | undefined): boolean {
  return over !== undefined && !EENHEDEN.includes(over.split(" ")[0] ?? over);
}

function uitkomstenIn(
  boom: Boom,
  pad: Pad,
): readonly { readonly pad: Pad; readonly name: string }[] {
  if (typeof boom === "string") {
    const name = /^(?:.* van )?uitkomst\.([a-z0-9-]+)/.exec(boom)?.[1];
    return name === undefined ? [] : [{ pad, name }];
  }
  if (Array.isArray(boom)) {
    return boom.flatMap((item: Boom, index) => uitkomstenIn(item, [...pad, index]));
  }
  return entries(boom).flatMap(([key, value]) =>
    key === "reden" ? [] : uitkomstenIn(value, [...pad, key]),
  );
}
