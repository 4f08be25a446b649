import { subtract } from "#domain/breuk.ts";
import { formatMoment, formatVerschil } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { isGesloten } from "#services/inlevering/beeld.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import { DataTable } from "../page/data-table.tsx";
import { cijfernaam, toonInhoud } from "./woorden.ts";

type Props = {
  readonly proef: Proef;
  readonly basis: OpenbareBasis;
  /** Who asks delivered it: they may see their own counts of groups, and nobody else's. */
  readonly eigen: boolean;
};
type Verschil = Proef["controle"]["verschillen"][number];

const MEESTE = 400;

/** Every figure beside what counts now. */
export function VerschilTabel({ proef, basis, eigen }: Props) {
  const { verschillen } = proef.controle;
  if (verschillen.length === 0) return null;
  const shown = verschillen.slice(0, MEESTE);
  const more = verschillen.length - shown.length;
  return (
    <details open={verschillen.length <= 40}>
      <summary>Wat er zou gaan gelden, naast wat er nu geldt</summary>
      <DataTable
        id="verschil"
        titel={
          more > 0
            ? `De eerste ${MEESTE} cijfers; er zijn er nog ${more}.`
            : "Was: wat nu telt voor hetzelfde moment. Is dat er niet, dan het laatste cijfer ervoor."
        }
      >
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            <th scope="col">cijfer</th>
            <th scope="col" class="getal">
              was
            </th>
            <th scope="col" class="getal">
              wordt
            </th>
            <th scope="col" class="getal">
              verschil
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((verschil) => (
            <Regel verschil={verschil} basis={basis} eigen={eigen} />
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}

type Regelprops = Omit<Props, "proef"> & { readonly verschil: Verschil };

function Regel({ verschil, basis, eigen }: Regelprops) {
  const { waarneming } = verschil;
  const dag = basis.kennis.peildatum ?? "2026-01-01";
  const naam = basis.gemeenten.findByCode(waarneming.gebied, dag)?.naam ?? waarneming.gebied;
  const closed = isGesloten(waarneming.indicator, basis);
  return (
    <tr>
      <th scope="row">{naam}</th>
      <td>{cijfernaam(waarneming, basis)}</td>
      <td class="getal">{closed ? "niet te tonen" : describeWas(verschil)}</td>
      <td class="getal">{closed && !eigen ? "niet te tonen" : toonInhoud(waarneming.inhoud)}</td>
      <td class="getal">{closed ? "" : differenceOf(verschil)}</td>
    </tr>
  );
}

function describeWas({ was, eerder }: Verschil): string {
  if (was.length > 0) return was.map(({ inhoud }) => toonInhoud(inhoud)).join(" of ");
  if (!eerder) return "niets";
  const when = eerder.moment ? ` (${formatMoment(eerder.moment)})` : "";
  return toonInhoud(eerder.inhoud) + when;
}

function differenceOf({ waarneming, was, eerder }: Verschil): string {
  const [only, second] = was;
  const before = second ? undefined : numberOf(only ?? eerder);
  const now = numberOf(waarneming);
  return before && now ? formatVerschil(subtract(now, before), 4) : "";
}

function numberOf(waarneming: Waarneming | undefined) {
  return waarneming?.inhoud.soort === "getal" ? waarneming.inhoud.waarde : undefined;
}
