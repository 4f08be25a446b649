import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Formule, Verwijzing } from "#domain/waarde.ts";
import { combine, combineInHoek, exact, type Hoekgetal } from "./band.ts";

/**
 * The value of a formule with the room that its parts leave.
 *
 * Every part is read even after one turned out to be missing, so that all that is missing is
 * named at once. A quotient by zero is missing too.
 */
export function evaluateFormule(
  formule: Formule,
  read: (verwijzing: Verwijzing) => Bandbreedte | undefined,
): Bandbreedte | undefined {
  if (formule.soort === "getal") return exact(formule.getal);
  if (formule.soort === "verwijzing") return read(formule.verwijzing);
  const links = evaluateFormule(formule.links, read);
  const rechts = evaluateFormule(formule.rechts, read);
  return links && rechts ? combine(formule.teken, links, rechts) : undefined;
}

/**
 * The value of a formule in a corner where not all figures lie on the same side.
 *
 * What is taken away, or divided by, counts as it lies in the opposite corner: so that a formule is
 * high where what lifts it is high. Undefined where a divisor can be zero.
 */
export function evaluateInHoek(
  formule: Formule,
  read: (verwijzing: Verwijzing) => Hoekgetal | undefined,
): Hoekgetal | undefined {
  if (formule.soort === "getal") return { hier: formule.getal, tegenover: formule.getal };
  if (formule.soort === "verwijzing") return read(formule.verwijzing);
  const links = evaluateInHoek(formule.links, read);
  const rechts = evaluateInHoek(formule.rechts, read);
  return links && rechts ? combineInHoek(formule.teken, links, rechts) : undefined;
}

/** All figures that a formule names, each once. */
export function verwijzingenIn(formule: Formule): readonly Verwijzing[] {
  if (formule.soort === "getal") return [];
  if (formule.soort === "verwijzing") return [formule.verwijzing];
  return [...verwijzingenIn(formule.links), ...verwijzingenIn(formule.rechts)];
}
