import type { Indicator } from "#domain/indicator.ts";
import { formatBereik, formatGetal, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import {
  type Grondslag,
  type Herindelingsbeeld,
  type Kant,
  layGrondslagen,
} from "#services/cijfers/herindeling.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { DataTable } from "../page/data-table.tsx";
import { SelectField } from "../page/fields.tsx";
import { Notice } from "../page/notice.tsx";
import { Unknown } from "../page/numbers.tsx";
import type { Herindelingsvraag } from "./herindeling-adres.ts";

type Props = {
  readonly basis: OpenbareBasis;
  readonly op: string;
  readonly vraag: Herindelingsvraag;
  readonly gekozen: Herindelingsbeeld;
};

/** One herindeling in words, and an indicator in the old and in the new gemeenten. */
export function BesideSection(props: Props) {
  const { basis, vraag, gekozen } = props;
  const found = basis.bibliotheek.find(vraag.indicator);
  const indicator = found?.soort === "indicator" ? found : undefined;
  const waits = gekozen.zekerheid === "aangekondigd" && !vraag.alsof;
  return (
    <>
      <p class="inleiding">
        {gekozen.van.map(({ naam }) => naam).join(" en ")} →{" "}
        {gekozen.naar.map(({ naam }) => naam).join(" en ")} ({gekozen.soort}). Bron:{" "}
        {gekozen.bronnen.join("; ")}.
      </p>
      {gekozen.zekerheid === "aangekondigd" && (
        <Notice titel="Aangekondigd, nergens toegepast" bovenaan>
          <p>
            {vraag.alsof
              ? "Alleen op deze bladzijde is gerekend alsof deze herindeling er al is. Alle andere bladzijden en uitkomsten gebruiken de gemeenten zoals zij nu zijn."
              : "U ziet de gemeenten zoals zij nu zijn. Kies hieronder «reken alsof» om de nieuwe ernaast te zien."}
          </p>
        </Notice>
      )}
      <Choose {...props} />
      {indicator ? (
        <BesideTable {...props} indicator={indicator} waits={waits} />
      ) : (
        <p>
          {vraag.indicator === "" ? "Kies een cijfer." : `Er is geen cijfer «${vraag.indicator}».`}
        </p>
      )}
      <p>
        Een uitkomst die is bevroren, verandert nooit door een herindeling: zij blijft staan in de
        gemeenten van toen.
      </p>
    </>
  );
}

function Choose({ basis, vraag, gekozen }: Props) {
  const announced = gekozen.zekerheid === "aangekondigd";
  return (
    <form method="get" action="/herindelingen">
      <input type="hidden" name="gebeurtenis" value={gekozen.id} />
      <div class="velden">
        <SelectField
          naam="indicator"
          label="Welk cijfer?"
          waarde={vraag.indicator}
          leeg="Kies een cijfer"
          opties={listOptions(basis)}
          hint="Een som gaat exact over; een gemiddelde alleen als het een gewicht of formule heeft"
        />
        {announced && (
          <SelectField
            naam="alsof"
            label="Telt de aangekondigde herindeling hier mee?"
            waarde={vraag.alsof ? "ja" : ""}
            leeg="Nee, zoals het nu is"
            opties={[{ waarde: "ja", label: "Ja, reken alsof" }]}
            hint="Alleen op deze bladzijde"
          />
        )}
      </div>
      <button type="submit">Toon</button>
    </form>
  );
}

/** Those with any figure come first to mind, but none is left out. */
function listOptions({ bibliotheek }: OpenbareBasis) {
  return bibliotheek
    .list()
    .filter((document) => document.soort === "indicator")
    .filter(({ niveau }) => niveau.includes("gemeente"))
    .map(({ id, titel }) => ({ waarde: id, label: titel }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "nl"));
}

type TableProps = Props & { readonly indicator: Indicator; readonly waits: boolean };

function BesideTable({ basis, gekozen, op, indicator, waits }: TableProps) {
  const regels = layGrondslagen(basis, gekozen, indicator, op);
  if (regels.length === 0) {
    return (
      <p>
        Van {indicator.titel.toLowerCase()} is er geen cijfer van deze gemeenten, niet van ervoor en
        niet van erna. Onbekend is niet nul.
      </p>
    );
  }
  return (
    <DataTable
      id="naast"
      titel={`${indicator.titel}, ${indicator.eenheid === "deel" ? "als aandeel" : indicator.eenheid}; tussen haakjes hoe ver een cijfer kan afwijken.`}
    >
      <thead>
        <tr>
          <th scope="col">van wanneer</th>
          <th scope="col">in de oude gemeenten</th>
          {!waits && <th scope="col">in de nieuwe</th>}
          {!waits && <th scope="col">hoe</th>}
        </tr>
      </thead>
      <tbody>
        {regels.map((regel) => (
          <tr>
            <th scope="row">
              {regel.moment ? formatMoment(regel.moment) : "zonder datum"}
              {regel.cel.length > 0 && `, ${regel.cel.join(", ")}`}
            </th>
            <td>
              <Side kanten={regel.oud} totaal={regel.totaalOud} eenheid={indicator.eenheid} />
            </td>
            {!waits && (
              <td>
                <Side kanten={regel.nieuw} totaal={regel.totaalNieuw} eenheid={indicator.eenheid} />
              </td>
            )}
            {!waits && <td>{describeHow(regel)}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type SideProps = {
  readonly kanten: readonly Kant[];
  readonly totaal: Bandbreedte | undefined;
  readonly eenheid: string;
};

function Side({ kanten, totaal, eenheid }: SideProps) {
  if (kanten.length === 0) return <span class="klein">geen cijfer</span>;
  return (
    <>
      <ul class="kaal">
        {kanten.map(({ naam, band }) => (
          <li>
            {naam}: {band ? formatBand(band, eenheid) : <Unknown />}
          </li>
        ))}
      </ul>
      {totaal && kanten.length > 1 && <strong>samen {formatBand(totaal, eenheid)}</strong>}
    </>
  );
}

function formatBand(band: Bandbreedte, eenheid: string): string {
  const [vorm, decimals] = eenheid === "deel" ? (["procent", 1] as const) : (["getal", 0] as const);
  const format = vorm === "procent" ? formatProcent : formatGetal;
  const bereik = formatBereik(band, vorm, decimals);
  return `${format(band.midden, decimals)}${bereik && ` (${bereik})`}`;
}

function describeHow({ nieuw, oud }: Grondslag): string {
  const lines = nieuw.map(({ naam, soort, opmerking }) => {
    const told = [soort ? undefined : "zo geleverd", opmerking].filter(Boolean);
    const text = told.join(": ");
    return nieuw.length > 1 ? `${naam}: ${text}` : text;
  });
  if (lines.length > 0) return lines.join("; ");
  return oud.length > 0
    ? "niet over te zetten: een deel ontbreekt, of het cijfer heeft geen gewicht of formule"
    : "";
}
