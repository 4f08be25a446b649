import { BELEIDSWOORDEN, type Beleidswoord, WOORDNAMEN } from "#domain/beleidswoord.ts";

/** Where each of the seven words leads. */
export const WOORDADRESSEN = {
  indeling: "/regios",
  programmering: "/programmering",
  verdeling: "/verdeling",
  zorg: "/zorg",
  samenwerking: "/samenwerking",
  toezicht: "/toezicht",
  transferpunt: "/transferpunt",
} as const satisfies Readonly<Record<Beleidswoord, string>>;

/** What one looks up, whatever one works on: in the foot of every page. */
export const NASLAG = [
  { href: "/documenten", naam: "Documenten" },
  { href: "/gemeenten", naam: "Gemeenten" },
  { href: "/cijfers", naam: "Cijfers" },
] as const;

/** The menu at the head of every page. */
export const MENU = BELEIDSWOORDEN.map((woord) => ({
  href: WOORDADRESSEN[woord],
  naam: WOORDNAMEN[woord],
}));

/** The part of the site that a page belongs to. */
export type Deel = (typeof WOORDADRESSEN)[Beleidswoord] | (typeof NASLAG)[number]["href"];
