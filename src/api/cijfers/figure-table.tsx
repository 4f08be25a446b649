import type { Indicator, Marge } from "#domain/indicator.ts";
import { formatBereik, formatGetal, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte, GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Cijferregel, Geleverd } from "#services/cijfers/cijferoverzicht.service.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";

type Props = {
  readonly id: string;
  readonly titel: string;
  readonly regels: readonly Cijferregel[];
  /** Indicator → its title. */
  readonly titelVan: (indicator: string) => string;
  /** Where the deliveries of a figure are told; absent where it was not delivered for this area. */
  readonly leveringenVan?: (indicator: string) => string;
};

/** Figures with all that belongs to them: unit, moment, source, margin, certainty, remark. */
export function FigureTable({ id, titel, regels, titelVan, leveringenVan }: Props) {
  return (
    <DataTable id={id} klasse="cijfers" titel={titel}>
      <thead>
        <tr>
          <th scope="col">cijfer</th>
          <th scope="col" class="getal">
            waarde
          </th>
          <th scope="col">eenheid</th>
          <th scope="col">van wanneer</th>
          <th scope="col">zekerheid</th>
          <th scope="col">waar het vandaan komt</th>
        </tr>
      </thead>
      <tbody>
        {regels.flatMap((regel) =>
          regel.afgeleid
            ? [<DerivedRow regel={regel} titelVan={titelVan} />]
            : regel.geleverd.map((geleverd, i) => (
                <DeliveredRow
                  indicator={regel.indicator}
                  geleverd={geleverd}
                  first={i === 0}
                  leveringen={leveringenVan?.(regel.indicator.id)}
                />
              )),
        )}
      </tbody>
    </DataTable>
  );
}

type DeliveredProps = {
  readonly indicator: Indicator;
  readonly geleverd: Geleverd;
  readonly first: boolean;
  readonly leveringen: string | undefined;
};

function DeliveredRow({ indicator, geleverd, first, leveringen }: DeliveredProps) {
  const { waarneming, band } = geleverd;
  const { inhoud, moment, bron, betrouwbaarheid, status, opmerking } = waarneming;
  return (
    <tr id={first ? indicator.id : undefined}>
      <th scope="row">
        {first ? (
          <a href={documentAdres(indicator.id)}>{indicator.titel}</a>
        ) : (
          <span class="eerder">{indicator.titel}</span>
        )}
        {waarneming.cel.length > 0 && `, ${waarneming.cel.join(", ")}`}
      </th>
      <td class="getal">
        {band ? <Value band={band} eenheid={indicator.eenheid} /> : <Fact inhoud={inhoud} />}
      </td>
      <td>{unitWords(indicator.eenheid)}</td>
      <td>{moment ? formatMoment(moment) : "zonder datum"}</td>
      <td>
        {betrouwbaarheid ?? indicator.betrouwbaarheid}
        {status === "voorlopig" && ", voorlopig"}
        {indicator.marge && band && <Margin marge={indicator.marge} />}
      </td>
      <td>
        {bron}
        {opmerking && <span class="opmerking">{opmerking}</span>}
        {first && leveringen && (
          <span class="opmerking">
            <a href={leveringen} aria-label={`Leveringen van ${indicator.titel}`}>
              Leveringen
            </a>
          </span>
        )}
      </td>
    </tr>
  );
}

type Content = { readonly inhoud: Geleverd["waarneming"]["inhoud"] };

/** A value as it was delivered, with the range that its source gave. */
export function DeliveredValue({ indicator, inhoud }: Content & { readonly indicator: Indicator }) {
  if (inhoud.soort !== "getal") return <Fact inhoud={inhoud} />;
  const { waarde: midden, laag = midden, hoog = midden } = inhoud;
  return <Value band={{ laag, midden, hoog }} eenheid={indicator.eenheid} />;
}

function Fact({ inhoud }: Content) {
  switch (inhoud.soort) {
    case "kenmerk":
      return <>{inhoud.code}</>;
    case "datum":
      return <>{formatMoment(inhoud.datum)}</>;
    case "duur":
      return (
        <>
          {inhoud.duur.aantal} {inhoud.duur.maat}
        </>
      );
    case "getal":
    case "onbekend":
      return <Unknown />;
  }
}

type DerivedProps = Pick<Props, "titelVan"> & { readonly regel: Cijferregel };

function DerivedRow({ regel, titelVan }: DerivedProps) {
  const { indicator, afgeleid } = regel;
  if (!afgeleid) return null;
  const moments = [...new Set(afgeleid.uit.map(({ moment }) => moment ?? ""))].sort().reverse();
  const latest = moments.find((moment) => moment !== "");
  return (
    <tr id={indicator.id}>
      <th scope="row">
        <a href={documentAdres(indicator.id)}>{indicator.titel}</a>
      </th>
      <td class="getal">
        <Value band={afgeleid.band} eenheid={indicator.eenheid} />
      </td>
      <td>{unitWords(indicator.eenheid)}</td>
      <td>{latest ? formatMoment(latest) : "zonder datum"}</td>
      <td>afgeleid, {indicator.betrouwbaarheid}</td>
      <td>{describeParts(afgeleid.uit, titelVan)}</td>
    </tr>
  );
}

/** The figures it was made of; of a whole region not each gemeente apart. */
function describeParts(uit: readonly GebruiktCijfer[], titelVan: Props["titelVan"]): string {
  const names = [...new Set(uit.map(({ indicator }) => indicator))];
  return `Uitgerekend uit: ${names
    .map((naam) => {
      const own = uit.filter(({ indicator }) => indicator === naam);
      const moments = [...new Set(own.map(({ moment }) => moment ?? ""))].filter(Boolean);
      const when = moments.length === 1 ? `, ${formatMoment(moments[0] ?? "")}` : "";
      const [only] = own;
      const value =
        own.length === 1 && only?.waarde
          ? ` (${plain(only.waarde)}${when})`
          : when && ` (${when.slice(2)})`;
      return `${titelVan(naam).replace(/^./, (letter) => letter.toLowerCase())}${value}`;
    })
    .join("; ")}`;
}

function plain({ midden }: Bandbreedte): string {
  return formatGetal(midden, 4);
}

function Value({ band, eenheid }: { readonly band: Bandbreedte; readonly eenheid: string }) {
  const share = eenheid === "deel";
  const decimals = share ? 1 : 2;
  const number = share
    ? formatProcent(band.midden, decimals)
    : formatGetal(band.midden, roughly(band));
  const bereik = formatBereik(band, share ? "procent" : "getal", share ? decimals : roughly(band));
  return (
    <>
      {number}
      {bereik && <span class="bereik"> ({bereik})</span>}
    </>
  );
}

/** Decimals say nothing beside a number of thousands, and much beside one of units. */
function roughly({ midden }: Bandbreedte): number {
  const size = midden.teller / midden.noemer;
  return size >= 100n || size <= -100n ? 0 : 2;
}

/** A unit as it stands in a column of its own. */
export function unitWords(eenheid: string): string {
  return eenheid === "deel" ? "aandeel" : eenheid;
}

function Margin({ marge }: { readonly marge: Marge }) {
  const shown =
    marge.soort === "eenheid"
      ? formatGetal(marge.waarde, 2)
      : formatProcent(marge.waarde, 2).slice(0, -1);
  const soort = { procentpunt: " procentpunt", procent: "%", eenheid: "" }[marge.soort];
  return (
    <span class="opmerking">
      ± {shown}
      {soort}
    </span>
  );
}
