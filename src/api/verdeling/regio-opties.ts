import type { Basis } from "#services/basis.ts";

/** Every region that can be chosen, in groups by what kind of region it is. */
export function regioOpties(basis: Basis) {
  const regios = basis.regios();
  const names = regios.map(({ naam }) => naam);
  return regios.map(({ naam, titel, indeling, soortRegio, aantal }) => ({
    waarde: names.filter((other) => other === naam).length > 1 ? `${indeling}#${naam}` : naam,
    label: `${titel} (${aantal})`,
    groep: soortRegio === "samenwerking" ? "Samenwerkingen" : capital(soortRegio),
  }));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
