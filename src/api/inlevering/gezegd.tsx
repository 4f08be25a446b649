import type { Overgeslagen as Regel } from "#domain/inlevering.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import { describeWaar, makeVerslag, type Verslag } from "#services/inlevering/verslag.ts";
import type { Inlevering } from "#storage/inlevering.repository.ts";
import { DataTable } from "../page/data-table.tsx";
import { describeMet } from "./keuzes-form.tsx";
import { aantalVan, cijfernaam } from "./woorden.ts";

type BevestigdProps = {
  readonly inlevering: Inlevering;
  readonly proef: Proef;
  readonly basis: OpenbareBasis;
};

/** What was already let pass or chosen in a concept, with the reasons. */
export function Bevestigd({ inlevering, proef, basis }: BevestigdProps) {
  const verslag = makeVerslag(proef.controle, inlevering);
  const said = {
    ...verslag,
    opmerkingen: verslag.opmerkingen.filter(({ reden }) => reden !== undefined),
    keuzes: verslag.keuzes.filter(({ reden }) => reden !== undefined),
  };
  if (said.opmerkingen.length === 0 && said.keuzes.length === 0) return null;
  return (
    <>
      <h2>Al gezegd</h2>
      <Gezegd verslag={said} basis={basis} />
    </>
  );
}

/** Remarks and choices with what people said about them: it stays beside the figures. */
export function Gezegd({
  verslag,
  basis,
}: {
  readonly verslag: Verslag;
  readonly basis: OpenbareBasis;
}) {
  return (
    <DataTable id="gezegd" klasse="bevindingen" titel="Elke opmerking, met wat erover is gezegd.">
      <thead>
        <tr>
          <th scope="col">waar</th>
          <th scope="col">er stond</th>
          <th scope="col">opmerking</th>
          <th scope="col">wat ermee is gedaan</th>
        </tr>
      </thead>
      <tbody>
        {verslag.opmerkingen.map(({ waar, gevonden, tekst, reden, ernst }) => (
          <tr>
            <th scope="row">{describeWaar(waar)}</th>
            <td>{gevonden}</td>
            <td>{tekst}</td>
            <td>{describeReden(ernst, reden)}</td>
          </tr>
        ))}
        {verslag.keuzes.map((keuze) => (
          <tr>
            <th scope="row">{cijfernaam(keuze, basis)}</th>
            <td>{aantalVan(keuze.gebieden.length, "cijfer", "cijfers")}</td>
            <td>Anders dan van {describeMet(keuze)}.</td>
            <td>
              {keuze.keuze === "gaat-voor" ? "Deze levering gaat voor" : "Beide blijven staan"}:{" "}
              {keuze.reden}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function describeReden(ernst: "fout" | "opmerking", reden: string | undefined): string {
  if (reden === undefined) return "niets gezegd";
  return ernst === "fout" ? `Weggelaten: ${reden}` : `Klopt: ${reden}`;
}

/** Rows that gave no figure, and why. */
export function Overgeslagen({ regels }: { readonly regels: readonly Regel[] }) {
  if (regels.length === 0) return null;
  return (
    <details>
      <summary>{aantalVan(regels.length, "regel", "regels")} zonder cijfer</summary>
      <ul>
        {regels.slice(0, 100).map(({ blad, rij, reden, tekst }) => (
          <li>
            blad {blad}, regel {rij + 1}:{" "}
            {reden === "totaal" ? `een totaal («${tekst}»), alleen nagerekend` : `«${tekst}»`}
          </li>
        ))}
      </ul>
    </details>
  );
}
