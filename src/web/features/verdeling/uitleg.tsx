import { useEffect, useRef } from "react";
import { documentnaam } from "#domain/document.ts";
import { formatExact, formatMoment } from "#domain/notatie.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { explainEenheid, explainOpgave } from "#rules/verdeling/index.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

/** Which number is asked about: of one unit, or of the whole. */
export type Uitlegvraag = { readonly kolom: string; readonly eenheid?: string };

type Props = {
  readonly vraag: Uitlegvraag;
  readonly uitgerekend: Uitgerekend;
  readonly namen: Namen;
  readonly onClose: () => void;
};

/** How a number came about: an indented calculation, down to figure, date, rule and source. */
export function Uitleg({ vraag, uitgerekend, namen, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kolom = uitgerekend.kolommen.find(({ document }) => documentnaam(document) === vraag.kolom);
  if (!kolom) return null;
  const boom = vraag.eenheid
    ? explainEenheid(kolom.uitkomst, vraag.eenheid)
    : explainOpgave(kolom.uitkomst);
  const about = vraag.eenheid ? namen.eenheid(vraag.eenheid) : "Het geheel";
  return (
    <aside className="paneel" aria-labelledby="uitleg-kop" onKeyDown={closeOnEscape(onClose)}>
      <div className="paneelkop">
        <h2 id="uitleg-kop" ref={heading} tabIndex={-1}>
          {about}: hoe komt dit tot stand?
        </h2>
        <button type="button" className="sluiten" onClick={onClose}>
          Sluit
        </button>
      </div>
      <p className="klein">{kolom.document.titel}</p>
      {boom && (
        <ul className="boom">
          <Tak boom={boom} namen={namen} />
        </ul>
      )}
    </aside>
  );
}

function closeOnEscape(onClose: () => void) {
  return (event: React.KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
}

function Tak({ boom, namen }: { readonly boom: Verantwoording; readonly namen: Namen }) {
  const { wat, waarde, laag, hoog, eenheid, herkomst, delen } = boom;
  const range = laag !== undefined && hoog !== undefined && laag !== hoog;
  return (
    <li>
      <span className="wat">{wat}</span>
      {waarde !== undefined && (
        <span className="waarde">
          {formatExact(waarde)} {eenheid}
          {range && (
            <span className="bereik">
              {" "}
              ({formatExact(laag)}–{formatExact(hoog)})
            </span>
          )}
        </span>
      )}
      {herkomst && (
        <span className="opmerking">
          {namen.cijfer(herkomst.indicator)}, {herkomst.bron}
          {herkomst.moment && `, ${formatMoment(herkomst.moment)}`}
          {herkomst.betrouwbaarheid === "aanname" && " (aanname)"}
        </span>
      )}
      {delen.length > 0 && (
        <ul>
          {withKeys(delen).map(({ key, deel }) => (
            <Tak key={key} boom={deel} namen={namen} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Two lines may say the same of other figures; each keeps its own place. */
function withKeys(delen: readonly Verantwoording[]) {
  const seen = new Map<string, number>();
  return delen.map((deel) => {
    const times = (seen.get(deel.wat) ?? 0) + 1;
    seen.set(deel.wat, times);
    return { key: `${deel.wat} ${times}`, deel };
  });
}
