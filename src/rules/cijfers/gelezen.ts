import { exactTekst } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import { createLeesgeheugen, type Gelezen, type Leesgeheugen } from "./leesgeheugen.ts";
import type { Rekenvraag } from "./rekenvraag.ts";

/** Nothing read yet of these figures. */
export function createGelezen(
  cijfers: Cijferbron,
  gebied: Rekengebied,
  nederland?: Rekengebied,
): Gelezen {
  return { cijfers, gebied, nederland, geheugens: new Map() };
}

/** More than a meeting tries; then it starts anew rather than grow on. */
const MOST = 100;

/** What was read before under this vraag; undefined where nobody keeps it. */
export function geheugenFor(vraag: Rekenvraag): Leesgeheugen | undefined {
  const { gelezen } = vraag;
  if (!gelezen || gelezen.cijfers !== vraag.cijfers || gelezen.gebied !== vraag.gebied) return;
  if (gelezen.nederland !== vraag.nederland) return;
  const { geheugens } = gelezen;
  const naam = nameOf(vraag);
  const known = geheugens.get(naam);
  if (known) return known;
  if (geheugens.size >= MOST) geheugens.clear();
  const made = createLeesgeheugen();
  geheugens.set(naam, made);
  return made;
}

/** All of a vraag that reading depends on, besides figures, units and indicators. */
function nameOf({ document, op, periode, ingevuld }: Rekenvraag): string {
  const { parameters, afgeleid } = document;
  return exactTekst([op, periode, parameters, afgeleid, ingevuld.parameters]);
}
