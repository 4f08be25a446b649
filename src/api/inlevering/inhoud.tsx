import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import { Notice } from "../page/notice.tsx";
import { groepeer } from "./groepen.ts";
import { aantalVan, cijfernaam } from "./woorden.ts";

type Props = { readonly proef: Proef; readonly basis: OpenbareBasis };

/** How many figures of what a delivery holds. */
export function Inhoud({ proef, basis }: Props) {
  const { cijfers } = proef.controle;
  const groups = groepeer(cijfers, ({ waarneming: { indicator, moment, cel } }) =>
    cijfernaam({ indicator, cel, ...(moment ? { moment } : {}) }, basis),
  );
  return (
    <p class="inleiding">
      {cijfers.length === 0
        ? "Er staat niets in dat wij als cijfer kunnen lezen."
        : `${aantalVan(cijfers.length, "cijfer", "cijfers")}: ${[...groups]
            .map(([naam, own]) => `${naam} (${aantalVan(own.length, "gemeente", "gemeenten")})`)
            .join("; ")}.`}
    </p>
  );
}

/** A word with another meaning here than in the whole country gives other figures (F114). */
export function EigenBetekenis({ proef, basis }: Props) {
  const ids = new Set(proef.controle.cijfers.map(({ waarneming }) => waarneming.indicator));
  return (
    <>
      {[...ids].map((id) => {
        const found = basis.bibliotheek.find(id);
        const definitie = found?.soort === "indicator" ? found.definitie : undefined;
        if (!definitie?.wijktAf) return null;
        return (
          <Notice titel={`«${found?.titel}» heeft hier een eigen betekenis`} bovenaan>
            <p>Landelijk: {definitie.landelijk}</p>
            <p>Hier: {definitie.wijktAf}</p>
          </Notice>
        );
      })}
    </>
  );
}
