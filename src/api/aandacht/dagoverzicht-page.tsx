import type { Aandachtsregel } from "#domain/aandacht.ts";
import { formatMoment } from "#domain/notatie.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Aandachtslijst } from "./aandachtslijst.tsx";

type Props = {
  readonly frame: Frame;
  readonly dag: string;
  readonly regels: readonly Aandachtsregel[];
};

/** What somebody reads once a day: what was there as the day began. */
export function DagoverzichtPage({ frame, dag, regels }: Props) {
  return (
    <Page frame={frame} titel="Dagoverzicht">
      <Path href="/">Wat vraagt vandaag uw aandacht?</Path>
      <h1>Dagoverzicht</h1>
      <p class="stand">
        Zoals het was toen {formatMoment(dag)} begon. Wat er vandaag bij komt, staat hier morgen.
      </p>
      {regels.length === 0 ? (
        <p class="inleiding">Niets. Er is sinds gisteren niets bij gekomen.</p>
      ) : (
        <Aandachtslijst regels={regels} />
      )}
      <p class="klein niet-afdrukken">
        <a href="/account/meldingen">Kies wat u hier ziet</a>
      </p>
    </Page>
  );
}
