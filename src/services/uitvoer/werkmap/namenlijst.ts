import type { Uitvoerblad } from "../uitvoerblad.ts";

/** How units are called in the rows of a step; what is no unit is called by its own name. */
export function createNamenlijst({
  eenheden,
  regio,
  kolommen,
}: Uitvoerblad): (id: string) => string {
  const names = new Map([
    ...kolommen.flatMap(({ vraag }) =>
      (vraag.nederland?.eenheden ?? []).map(({ id, naam }) => [id, naam] as const),
    ),
    ...Object.entries(regio.deelregios),
    ...eenheden.map(({ id, naam }) => [id, naam] as const),
  ]);
  return (id) => names.get(id) ?? id;
}
