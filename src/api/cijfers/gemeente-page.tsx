import type { Gemeente } from "#domain/gebied.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Regiovermelding } from "#services/basis.ts";
import { listGemeentecijfers } from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { gemeenteAdres, leveringenAdres, regioAdres } from "../adres.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { pakketVan } from "../pakket/pakket-adres.ts";
import type { Samenvoeging } from "../site.ts";
import { FigureTable } from "./figure-table.tsx";
import { ClosedList, splitRegels, UnknownList } from "./unknown-list.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly gemeente: Gemeente;
  readonly op: string;
  /** Regions it is a member of, with the name that finds each. */
  readonly regios: readonly (Regiovermelding & { readonly adresnaam: string })[];
  readonly samenvoegingen: readonly Samenvoeging[];
};

/** One gemeente: every figure there is of it, and which there are not. */
export function GemeentePage({ frame, basis, gemeente, op, regios, samenvoegingen }: Props) {
  const { bekend, dicht, onbekend } = splitRegels(listGemeentecijfers(basis, gemeente.code, op));
  const provincie = basis.gemeenten.provincies.find(({ code }) => code === gemeente.provincie);
  const titelVan = (naam: string) => basis.bibliotheek.find(naam)?.titel ?? naam;
  return (
    <Page frame={frame} titel={`${gemeente.naam} (${gemeente.code})`} deel="/gemeenten">
      <Path href="/gemeenten">Gemeenten</Path>
      <h1>{gemeente.naam}</h1>
      <p class="stand">
        <strong>{gemeente.code}</strong>
        {provincie && ` · ${provincie.naam}`}
        {gemeente.sinds && ` · sinds ${formatMoment(gemeente.sinds)}`}
        {gemeente.tot && ` · tot en met ${formatMoment(gemeente.tot)}`}
      </p>
      <Mergers gemeente={gemeente} samenvoegingen={samenvoegingen} basis={basis} op={op} />
      {regios.length > 0 && (
        <p>
          Hoort bij{" "}
          {regios.map(({ titel, adresnaam }, i) => (
            <>
              {i > 0 && (i === regios.length - 1 ? " en " : ", ")}
              <a href={regioAdres(adresnaam)}>{titel}</a>
            </>
          ))}
          .
        </p>
      )}
      {regios.length > 0 && <Neighbours gemeente={gemeente} regios={regios} />}
      {frame.account && (
        <p class="niet-afdrukken">
          <a href={`/opmerkingen?gemeente=${gemeente.code}`}>Opmerkingen over {gemeente.naam}</a>
        </p>
      )}
      <h2>Cijfers</h2>
      <FigureTable
        id="cijfers"
        titel="Elk cijfer met zijn datum en zijn bron; tussen haakjes hoe ver het kan afwijken."
        regels={bekend}
        titelVan={titelVan}
        leveringenVan={(indicator) => leveringenAdres(gemeente.code, indicator)}
      />
      <ClosedList regels={dicht} />
      <UnknownList regels={onbekend} />
    </Page>
  );
}

/** Where all that it does already stands beside what its neighbours do. */
function Neighbours({ gemeente, regios }: Pick<Props, "gemeente" | "regios">) {
  return (
    <p>
      Wat {gemeente.naam} al doet, naast de andere gemeenten van:{" "}
      {regios.map(({ titel, adresnaam }, i) => (
        <>
          {i > 0 && ", "}
          <a href={pakketVan(adresnaam, gemeente.code)}>{titel}</a>
        </>
      ))}
      .
    </p>
  );
}

type MergerProps = Pick<Props, "gemeente" | "samenvoegingen" | "basis" | "op">;

/** Announced ones are shown, and not applied. */
function Mergers({ gemeente, samenvoegingen, basis, op }: MergerProps) {
  const own = samenvoegingen.filter(
    ({ van, naar, zekerheid }) =>
      zekerheid === "aangekondigd" && (van === gemeente.code || naar === gemeente.code),
  );
  const naam = (code: string) => basis.gemeenten.findByCode(code, op)?.naam ?? code;
  return (
    <>
      {own.map(({ datum, van, naar, bron }) => (
        <Notice titel="Aangekondigde herindeling, hier niet toegepast" bovenaan>
          <p>
            Op {formatMoment(datum)} zou <a href={gemeenteAdres(van)}>{naam(van)}</a> opgaan in{" "}
            <a href={gemeenteAdres(naar)}>{naam(naar)}</a>. Bron: {bron}.{" "}
            <a href="/herindelingen">Oud en nieuw naast elkaar</a>.
          </p>
        </Notice>
      ))}
    </>
  );
}
