import { useMemo } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { createBibliotheek, documentnaam } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createZincontext, describeDocument, zinAlsTekst } from "#rules/kader/index.ts";
import type { Kolom } from "#rules/verdeling/index.ts";
import { createNaamverberger } from "./naamverberger.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";
import { paperText } from "./status-lines.tsx";
import { listUnknowns } from "./weet-niet.ts";
import { WeetNiet } from "./weet-niet-lijst.tsx";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly namen: Namen;
};

/**
 * What each key goes by, while people agree on principles: no gemeente and no outcome is on the
 * page, in no text and in no attribute.
 */
export function PrincipeEerst({ uitgerekend, data, blad, namen }: Props) {
  const hide = useMemo(() => createNaamverberger(data), [data]);
  const { document, kolommen, gebied } = uitgerekend;
  const unknown = listUnknowns({ uitgerekend, data, blad, namen, noem: countOnly });
  return (
    <>
      <p className="stand">
        <strong>{paperText(document, blad)}</strong> · {gebied.eenheden.length} gemeenten; namen en
        uitkomsten zijn verborgen tot u deze stand uitzet.
      </p>
      {kolommen.map((kolom) => (
        <Principe key={documentnaam(kolom.document)} {...{ kolom, data, namen, hide }} />
      ))}
      <WeetNiet zinnen={unknown.map(hide)} />
    </>
  );
}

type PrincipeProps = {
  readonly kolom: Kolom;
  readonly data: Rekenblad;
  readonly namen: Namen;
  readonly hide: (text: string) => string;
};

function Principe({ kolom, data, namen, hide }: PrincipeProps) {
  const { document } = kolom;
  const rests = restsOn(kolom, namen);
  const lacks = missingFigures(kolom, namen);
  return (
    <section className="principe">
      <h2>{hide(document.titel)}</h2>
      <p className="zin">{hide(sentenceText(document, data))}</p>
      {document.toelichting && <p>{hide(document.toelichting)}</p>}
      <dl className="kenmerken">
        <dt>Rust op</dt>
        <dd>
          {rests.length === 0 && "geen cijfers"}
          <ul>
            {rests.map((text) => (
              <li key={text}>{hide(text)}</li>
            ))}
          </ul>
        </dd>
        {lacks.length > 0 && (
          <>
            <dt>Ontbreekt nog</dt>
            <dd>
              <ul>
                {lacks.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function sentenceText(document: Verdeling, { gebied, documenten, ingevuld }: Rekenblad): string {
  const context = createZincontext(createBibliotheek([document, ...documenten]));
  const namen = Object.fromEntries(gebied.eenheden.map(({ id }) => [id, "een gemeente"]));
  return zinAlsTekst(describeDocument(document, { ...context, namen, ingevuld }));
}

/** Which figures a key reads, of when and from whom; never what they say. */
function restsOn({ uitkomst }: Kolom, namen: Namen): readonly string[] {
  const lines = uitkomst.gebruikt.map(({ indicator, cel, moment, bron }) => {
    const when = moment ? `, ${formatMoment(moment)}` : "";
    return `${namen.cijfer([indicator, ...cel].join("."))}: ${bron}${when}`;
  });
  return [...new Set(lines)].toSorted();
}

function missingFigures({ uitkomst }: Kolom, namen: Namen): readonly string[] {
  const missing = uitkomst.meldingen.flatMap((melding) =>
    melding.soort === "onvolledig" ? melding.ontbreekt : [],
  );
  return [...new Set(missing.map(({ cijfer }) => namen.cijfer(cijfer)))];
}

function countOnly(names: readonly string[]): string {
  return names.length === 1 ? "één gemeente" : `${names.length} gemeenten`;
}
