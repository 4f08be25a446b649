import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import {
  layRegios,
  type Regiokant,
  type Regiovergelijking,
} from "#services/indeling/regiovergelijking.service.ts";
import { gemeenteAdres, regioAdres } from "../adres.ts";
import { describeZekerheid } from "../indeling/woorden.ts";
import { DataTable } from "../page/data-table.tsx";
import { SelectField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly naam: string;
  readonly andere: string;
  readonly op: string;
};

/** One region beside another: who is in both, only here, only there. */
export function RegioNaastPage({ frame, basis, naam, andere, op }: Props) {
  const found = andere === "" ? undefined : layRegios(basis, naam, andere, op);
  const own = basis.gebied(naam, op);
  const titel = own.soort === "gevonden" ? own.gebied.titel : naam;
  return (
    <Page frame={frame} titel={`${titel} naast een andere regio`} deel="/regios">
      <Path href={regioAdres(naam)}>{titel}</Path>
      <h1>{titel} naast een andere regio</h1>
      <Choose basis={basis} naam={naam} andere={andere} />
      {!found && (
        <p>
          Kies een regio om ernaast te leggen. Meegeleverd zijn provincies, COROP-gebieden en de
          regio's die de bronnen noemen. Indelingen voor de Wmo, de zorgkantoren, jeugdhulp en
          arbeidsmarkt komen niet mee, want wij vonden geen lijst met bron; u leest ze in als een
          document van de soort indeling.
        </p>
      )}
      {found && !found.ok && found.fouten.map((fout) => <p>{fout}</p>)}
      {found?.ok && <Outcome vergelijking={found.vergelijking} op={op} />}
    </Page>
  );
}

function Choose({ basis, naam, andere }: Pick<Props, "basis" | "naam" | "andere">) {
  return (
    <form method="get" action={`${regioAdres(naam)}/naast`}>
      <div class="velden">
        <SelectField
          naam="andere"
          label="Welke regio ernaast?"
          waarde={andere}
          leeg="Kies een regio"
          opties={basis.regios().map(({ naam: id, indeling, titel, aantal, soortRegio }) => ({
            waarde: `${indeling}#${id}`,
            label: `${titel} (${aantal})`,
            groep: soortRegio,
          }))}
          hint="Tussen haakjes het aantal gemeenten"
        />
      </div>
      <button type="submit">Leg ernaast</button>
    </form>
  );
}

function Outcome({
  vergelijking,
  op,
}: {
  readonly vergelijking: Regiovergelijking;
  readonly op: string;
}) {
  const { hier, daar, gelijk, beide, alleenHier, alleenDaar, onzeker, harmoniseer, verspreid } =
    vergelijking;
  return (
    <>
      <h2>
        {gelijk
          ? "Dezelfde gemeenten"
          : `${beide.length} gemeenten in beide, ${alleenHier.length} alleen hier, ${alleenDaar.length} alleen daar`}
      </h2>
      <p>
        {describeKant(hier)} naast {describeKant(daar)}, op {formatMoment(op)}.
        {verspreid.length > 1 &&
          ` De gemeenten van ${hier.titel} liggen in ${verspreid.length} regio's van die indeling: ${verspreid.map(({ titel, aantal }) => `${titel} (${aantal})`).join(", ")}.`}
      </p>
      {harmoniseer && (
        <Notice titel="Af te stemmen" bovenaan>
          <p>
            Een afspraak die voor de ene regio is gemaakt, geldt niet voor dezelfde gemeenten als de
            andere. Stem af wie meedoet voordat u haar overneemt.
          </p>
        </Notice>
      )}
      {onzeker && (
        <p>Van een lid is niet zeker dat het erbij hoort; het verschil kan nog veranderen.</p>
      )}
      <DataTable id="leden" titel="Op alfabet, met hoe zeker elk lid is.">
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            <th scope="col">{hier.titel}</th>
            <th scope="col">{daar.titel}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(vergelijking).map(({ code, naam, here, there }) => (
            <tr>
              <th scope="row">
                <a href={gemeenteAdres(code)}>{naam}</a>
              </th>
              <td>{here ? describeZekerheid(here) : "niet"}</td>
              <td>{there ? describeZekerheid(there) : "niet"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function rowsOf({ beide, alleenHier, alleenDaar }: Regiovergelijking) {
  type Row = { code: string; naam: string; here?: string; there?: string };
  const rows: readonly Row[] = [
    ...beide.map(({ code, naam, hier, daar }) => ({ code, naam, here: hier, there: daar })),
    ...alleenHier.map(({ code, naam, zekerheid }) => ({ code, naam, here: zekerheid })),
    ...alleenDaar.map(({ code, naam, zekerheid }) => ({ code, naam, there: zekerheid })),
  ];
  return rows.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
}

function describeKant({ titel, soortRegio, indeling }: Regiokant): string {
  const told = [soortRegio, indeling].filter(Boolean).join(", ");
  return told ? `${titel} (${told})` : titel;
}
