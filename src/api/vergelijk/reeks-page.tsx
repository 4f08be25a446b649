import { toNumber } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatGetal, formatProcent, formatVerschil } from "#domain/notatie.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Reeks } from "#services/cijfers/reeks.service.ts";
import { DataTable } from "../page/data-table.tsx";
import { SelectField, TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Unknown } from "../page/numbers.tsx";

export type Reeksvelden = {
  readonly regio: string;
  readonly gerealiseerd: string;
  readonly raming: string;
  readonly doel: string;
};

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly velden: Reeksvelden;
  readonly fouten: readonly string[];
  /** Absent where something asked was not found. */
  readonly gevonden?: {
    readonly reeks: Reeks;
    readonly gebied: string;
    readonly gerealiseerd: Indicator;
    readonly raming?: Indicator;
  };
};

/** Years of an indicator: expected beside realised, with the gap; the table first, then the drawing. */
export function ReeksPage({ frame, basis, velden, fouten, gevonden }: Props) {
  return (
    <Page frame={frame} titel="Doel en realisatie per jaar" deel="/cijfers">
      <Path href="/cijfers">Cijfers</Path>
      <h1>Doel en realisatie per jaar</h1>
      <p class="inleiding">
        Wat was verwacht en wat is gerealiseerd, jaar na jaar. Een jaar zonder cijfer blijft leeg:
        het is geen nul en geen teruggang.
      </p>
      <Choose basis={basis} velden={velden} />
      {fouten.map((fout) => (
        <p>{fout}</p>
      ))}
      {gevonden && <Series {...gevonden} />}
    </Page>
  );
}

function Choose({ basis, velden }: Pick<Props, "basis" | "velden">) {
  const indicatoren = basis.bibliotheek
    .list()
    .filter((document) => document.soort === "indicator")
    .filter(({ meetmoment, optelbaar }) => meetmoment === "periode" && optelbaar)
    .map(({ id, titel }) => ({ waarde: id, label: titel }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "nl"));
  return (
    <form method="get" action="/reeksen">
      <div class="velden">
        <TextField
          naam="regio"
          label="Regio"
          waarde={velden.regio}
          hint="nederland, een provincie (PV28) of een regio (drechtsteden)"
        />
        <SelectField
          naam="gerealiseerd"
          label="Wat is gerealiseerd?"
          waarde={velden.gerealiseerd}
          leeg="Kies een cijfer"
          opties={indicatoren}
          hint="Een cijfer per jaar"
        />
        <SelectField
          naam="raming"
          label="Wat was verwacht?"
          waarde={velden.raming}
          leeg="Niets ernaast"
          opties={indicatoren}
          hint="Mag leeg blijven"
        />
        <TextField
          naam="doel"
          label="Doel over alle jaren samen"
          waarde={velden.doel}
          hint="Bijvoorbeeld 290.000; mag leeg blijven"
        />
      </div>
      <button type="submit">Toon</button>
    </form>
  );
}

function Series({ reeks, gebied, gerealiseerd, raming }: NonNullable<Props["gevonden"]>) {
  const { regels, voortgang } = reeks;
  if (regels.length === 0) {
    return (
      <p>
        Van {gebied} heeft niemand dit cijfer per jaar geleverd. Onbekend is niet nul. Lever het in
        bij <a href="/cijfers">Cijfers</a>.
      </p>
    );
  }
  return (
    <>
      <h2>
        {gerealiseerd.titel}, {gebied}
      </h2>
      {voortgang && (
        <p>
          {formatGetal(voortgang.gerealiseerd)} van {formatGetal(voortgang.doel)}, dat is{" "}
          {formatProcent(voortgang.deel, 1)}. Er zijn er nog {formatGetal(voortgang.gat)} nodig.
        </p>
      )}
      <DataTable id="reeks" titel={`Per jaar, in ${gerealiseerd.eenheid}.`}>
        <thead>
          <tr>
            <th scope="col">jaar</th>
            {raming && (
              <th scope="col" class="getal">
                verwacht
              </th>
            )}
            <th scope="col" class="getal">
              gerealiseerd
            </th>
            {raming && (
              <th scope="col" class="getal">
                verschil
              </th>
            )}
            <th scope="col" class="getal">
              opgeteld
            </th>
            <th scope="col">wat opvalt</th>
          </tr>
        </thead>
        <tbody>
          {regels.map((regel) => (
            <tr>
              <th scope="row">{regel.periode}</th>
              {raming && (
                <td class="getal">{regel.raming ? formatGetal(regel.raming) : <Unknown />}</td>
              )}
              <td class="getal">
                {regel.gerealiseerd ? formatGetal(regel.gerealiseerd) : <Unknown />}
              </td>
              {raming && (
                <td class="getal">{regel.verschil ? formatVerschil(regel.verschil) : ""}</td>
              )}
              <td class="getal">{regel.opgeteld ? formatGetal(regel.opgeteld) : <Unknown />}</td>
              <td>{describeDip(regel)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {regels.length > 1 && <Drawing regels={regels} titel={`${gerealiseerd.titel}, ${gebied}`} />}
    </>
  );
}

function describeDip({ periode, teruggang }: Reeks["regels"][number]): string {
  const told = [
    teruggang.raming ? "verwacht" : undefined,
    teruggang.gerealiseerd ? "gerealiseerd" : undefined,
  ].filter(Boolean);
  return told.length > 0 ? `teruggang ${periode} (${told.join(" en ")})` : "";
}

/** Bars of what was realised, a line mark for what was expected; a year without a figure has none. */
function Drawing({ regels, titel }: { readonly regels: Reeks["regels"]; readonly titel: string }) {
  const numbers = regels.flatMap(({ raming, gerealiseerd }) =>
    [raming, gerealiseerd].flatMap((number) => (number ? [toNumber(number)] : [])),
  );
  const most = Math.max(...numbers, 1);
  const [width, height] = [Math.max(regels.length * 40, 480), 120];
  const up = (value: number) => Math.round((value / most) * (height - 24));
  return (
    <svg
      class="reeks"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${titel}: dezelfde cijfers als in de tabel`}
    >
      {regels.map(({ periode, raming, gerealiseerd }, i) => (
        <g>
          {gerealiseerd && (
            <rect
              class="staaf"
              x={i * 40 + 8}
              width="24"
              y={height - 20 - up(toNumber(gerealiseerd))}
              height={up(toNumber(gerealiseerd))}
            />
          )}
          {raming && (
            <rect
              class="raming"
              x={i * 40 + 4}
              width="32"
              y={height - 21 - up(toNumber(raming))}
              height="2"
            />
          )}
          <text x={i * 40 + 20} y={height - 6} text-anchor="middle" font-size="11">
            {periode}
          </text>
        </g>
      ))}
    </svg>
  );
}
