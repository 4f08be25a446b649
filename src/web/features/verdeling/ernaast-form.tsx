import { useId } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";

type Props = {
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** More keys than fit on a page help nobody. */
const MOST_KEYS = 6;

/** Lays another key beside, takes one away, or lays the same division over another indeling. */
export function ErnaastForm({ data, blad, onChange }: Props) {
  const key = useId();
  const region = useId();
  const beside = data.sleutels.slice(1).map(({ document }) => document);
  const taken = new Set(data.sleutels.map(({ document }) => documentnaam(document)));
  const others = data.mogelijk.sleutels.filter(({ naam }) => !taken.has(naam));
  return (
    <div className="ernaast niet-afdrukken">
      {beside.map((document) => (
        <button
          key={documentnaam(document)}
          type="button"
          className="stil"
          onClick={() => onChange({ naast: without(blad.naast, documentnaam(document)) })}
        >
          Haal «{document.titel}» weg
        </button>
      ))}
      {others.length > 0 && beside.length < MOST_KEYS - 1 && (
        <span className="veld">
          <label htmlFor={key}>Leg een sleutel ernaast</label>
          <select
            id={key}
            value=""
            onChange={(event) => onChange({ naast: [...blad.naast, event.target.value] })}
          >
            <option value="">Kies een sleutel</option>
            {others.map(({ naam, titel }) => (
              <option key={naam} value={naam}>
                {titel}
              </option>
            ))}
          </select>
        </span>
      )}
      <span className="veld">
        <label htmlFor={region}>Leg een andere indeling ernaast</label>
        <select
          id={region}
          value={blad.alternatief ?? ""}
          onChange={(event) => onChange({ alternatief: event.target.value })}
        >
          <option value="">Geen</option>
          {data.mogelijk.regios.map(({ naam, titel }) => (
            <option key={naam} value={naam}>
              {titel}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** A key stands in the address by `id` or by `id@versie`. */
function without(naast: readonly string[], naam: string): readonly string[] {
  return naast.filter((other) => other !== naam && `${other}@1` !== naam);
}
