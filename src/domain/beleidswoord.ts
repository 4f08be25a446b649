/** The seven words that name the work: on the menu, and in the folders of this code. */
export const BELEIDSWOORDEN = [
  "indeling",
  "programmering",
  "verdeling",
  "zorg",
  "samenwerking",
  "toezicht",
  "transferpunt",
] as const;
export type Beleidswoord = (typeof BELEIDSWOORDEN)[number];

/** The seven words as people read them. */
export const WOORDNAMEN: Readonly<Record<Beleidswoord, string>> = {
  indeling: "Regio-indeling",
  programmering: "Programmering",
  verdeling: "Verdeling",
  zorg: "Zorg",
  samenwerking: "Samenwerking",
  toezicht: "Toezicht",
  transferpunt: "Transferpunt",
};
