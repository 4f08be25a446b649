import { useEffect, useState } from "react";
import { fetchReeks, type Versiereeks } from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import type { Namen } from "./namen.ts";
import { makeLink, useEigenLink } from "./versies-link.tsx";
import { dagVan, tijdVan, Weigering } from "./versies-tekst.tsx";
import { Verslag } from "./versies-verslag.tsx";
import { WasWordtKeuze } from "./was-wordt-keuze.tsx";

type Props = {
  readonly stand: Versiereeks;
  readonly geheim: string;
  /** The version that is shown on this page. */
  readonly hier?: string;
  readonly namen: Namen;
};

/** What one link shows of a chain: its versions, was and wordt between two, and what was changed. */
export function ReeksDeel({ stand, geheim, hier, namen }: Props) {
  return (
    <>
      <h2>Versies die u met deze link ziet</h2>
      <Lijst stand={stand} geheim={geheim} hier={hier} />
      <WasWordtKeuze versies={stand.versies} geheim={geheim} hier={hier} />
      <h2>Verslag: wat er veranderde</h2>
      <VerslagPerVersie stand={stand} namen={namen} />
    </>
  );
}

type LijstProps = {
  readonly stand: Versiereeks;
  readonly geheim: string;
  readonly hier: string | undefined;
};

function Lijst({ stand: { versies, kringen }, geheim, hier }: LijstProps) {
  const names = new Map(kringen.map(({ kring, naam }) => [kring, naam]));
  if (versies.length === 0) return <p>Er is met deze link nog niets te zien.</p>;
  return (
    <ol className="versielijst">
      {versies.map(({ versie, nummer, naam, gemaaktOp, maker, status, weg, kringen: seen }) => (
        <li key={versie} aria-current={versie === hier ? "true" : undefined}>
          {weg ? (
            <>
              Versie {nummer}: {weg.reden === "vervallen" ? "bewaartijd om" : "weggegooid"} op{" "}
              {dagVan(weg.op)}
            </>
          ) : (
            <>
              <a href={makeLink("versies", versie, geheim)}>
                Versie {nummer}
                {naam && `: ${naam}`}
              </a>
              {versie === hier && " (deze)"}
              <span className="klein">
                {" "}
                {tijdVan(gemaaktOp)}
                {maker && `, ${maker}`} · {status}
                {seen.length > 0 &&
                  ` · gedeeld met ${seen.map((id) => names.get(id) ?? "een kring").join(", ")}`}
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function VerslagPerVersie({
  stand: { versies, gebeurtenissen },
  namen,
}: {
  readonly stand: Versiereeks;
  readonly namen: Namen;
}) {
  const told = versies.filter(({ versie }) => gebeurtenissen.some((g) => g.versie === versie));
  if (told.length === 0) return <p>Bij deze versies is niets genoteerd.</p>;
  return told.map(({ versie, nummer }) => (
    <details key={versie}>
      <summary>Op weg naar versie {nummer}</summary>
      <Verslag
        log={gebeurtenissen
          .filter((item) => item.versie === versie)
          .map(({ pad, van, naar, wie, op }) => ({
            pad,
            op,
            ...(van === undefined ? {} : { van }),
            ...(naar === undefined ? {} : { naar }),
            ...(wie === undefined ? {} : { wie }),
          }))}
        namen={namen}
      />
    </details>
  ));
}

/** The link of a circle: what was shared with it. */
export function ReeksPagina() {
  const link = useEigenLink();
  const [stand, setStand] = useState<Versiereeks>();
  const [fouten, setFouten] = useState<readonly string[]>([]);
  useEffect(() => {
    let here = true;
    fetchReeks(link).then((read) => {
      if (!here) return;
      if (read.soort === "goed") setStand(read.inhoud);
      setFouten(refusalOf(read));
    });
    return () => {
      here = false;
    };
  }, [link]);
  if (fouten.length > 0) return <Weigering regels={fouten} />;
  if (!stand) return <p role="status">De versies worden opgehaald…</p>;
  return (
    <>
      <p>
        Dit is wat met u is gedeeld. Het is ambtelijk werk: hier is niets vastgesteld. Wie deze link
        heeft, ziet hetzelfde.
      </p>
      <ReeksDeel stand={stand} geheim={link.geheim} namen={ZONDER_TITELS} />
    </>
  );
}

/** Where no sheet is open, figures are called by their code in words. */
const ZONDER_TITELS: Namen = {
  eenheid: spaced,
  cijfer: spaced,
  maat: () => "",
  zeg: (tekst) => tekst,
};

function spaced(naam: string): string {
  return naam.replaceAll("-", " ").replaceAll(".", ", ");
}
