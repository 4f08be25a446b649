import type { Opmerking } from "#domain/opmerking.ts";
import type { Wie } from "#domain/toegang.ts";
import { type Frame, Page } from "../page/layout.tsx";
import { formatDag } from "./dag.ts";

type Props = {
  readonly frame: Frame;
  readonly wie: Wie;
  readonly opmerkingen: readonly Opmerking[];
  /** Only those about one gemeente, by its code. */
  readonly gemeente?: string;
  readonly naamVan: (code: string) => string;
  readonly magMaken: boolean;
};

/** Remarks about gemeenten that who asks may see: those about their own gemeente first. */
export function OpmerkingenPage(props: Props) {
  const { frame, wie, opmerkingen, gemeente, naamVan, magMaken } = props;
  const own = new Set(wie.namens.map(({ organisatie }) => organisatie.gebied));
  const bodies = new Set(wie.namens.map(({ organisatie }) => organisatie.id));
  const about = opmerkingen.filter((one) => own.has(one.gemeente));
  const made = opmerkingen.filter((one) => !about.includes(one) && bodies.has(one.organisatie));
  const others = opmerkingen.filter((one) => !about.includes(one) && !made.includes(one));
  const titel =
    gemeente === undefined ? "Opmerkingen over gemeenten" : `Opmerkingen over ${naamVan(gemeente)}`;
  return (
    <Page frame={frame} titel={titel} deel="/toezicht">
      <h1>{titel}</h1>
      <p class="inleiding">
        Een opmerking over een gemeente ziet eerst alleen de gemeente zelf. Pas als zij haar heeft
        gezien, zien anderen haar, met het antwoord van de gemeente ernaast.
      </p>
      {magMaken && (
        <p class="knoppen">
          <a
            class="knop"
            href={`/opmerkingen/nieuw${gemeente === undefined ? "" : `?gemeente=${gemeente}`}`}
          >
            Maak een opmerking
          </a>
        </p>
      )}
      {opmerkingen.length === 0 && <p>Er is hier geen opmerking die u mag zien.</p>}
      <Groep titel="Over uw gemeente" opmerkingen={about} naamVan={naamVan} />
      <Groep titel="Van uw organisatie" opmerkingen={made} naamVan={naamVan} />
      <Groep titel="Van anderen" opmerkingen={others} naamVan={naamVan} />
    </Page>
  );
}

type Groepprops = Pick<Props, "opmerkingen" | "naamVan"> & { readonly titel: string };

function Groep({ titel, opmerkingen, naamVan }: Groepprops) {
  if (opmerkingen.length === 0) return null;
  return (
    <section>
      <h2>{titel}</h2>
      <ul class="lijst">
        {opmerkingen.map((opmerking) => (
          <li>
            <div>
              <a href={`/opmerkingen/${opmerking.id}`}>{opmerking.waarover}</a>
              <p class="klein">
                {naamVan(opmerking.gemeente)}, van {opmerking.van}, {formatDag(opmerking.op)}
              </p>
            </div>
            <p>{describeStand(opmerking)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far a remark is, in one sentence. */
export function describeStand({ gezienOp, antwoorden }: Opmerking): string {
  if (gezienOp === undefined) {
    return "Nog niet gezien door de gemeente. Tot dan ziet niemand anders haar.";
  }
  const gezien = `Gezien door de gemeente op ${formatDag(gezienOp)}`;
  if (antwoorden.length === 0) return `${gezien}, nog zonder antwoord.`;
  return `${gezien}, met ${antwoorden.length === 1 ? "een antwoord" : `${antwoorden.length} antwoorden`}.`;
}
