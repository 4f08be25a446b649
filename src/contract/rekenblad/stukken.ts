/** A paper that a sheet can be; of one gemeente where it names one. */
export type Stuk = { readonly soort: string; readonly naam: string; readonly gemeente?: string };

/** What a paper comes as: the end of its name, and how people call it. */
export const STUKVORMEN = [
  { einde: "pdf", naam: "PDF" },
  { einde: "docx", naam: "Word" },
] as const;

/** The papers of a sheet; an A4 of the own gemeente too where somebody chose one. */
export function listStukken(
  gemeente: string | undefined,
  naamVan: (gemeente: string) => string,
): readonly Stuk[] {
  return [
    ...(gemeente ? [{ soort: "a4", naam: `A4 voor ${naamVan(gemeente)}`, gemeente }] : []),
    { soort: "a4", naam: "A4 voor elke gemeente" },
    { soort: "oplegger", naam: "Oplegger voor het overleg" },
    { soort: "nota", naam: "Nota met cijfers, bronnen en verantwoording" },
  ];
}
