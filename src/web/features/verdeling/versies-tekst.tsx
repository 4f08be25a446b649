import { useEffect, useRef } from "react";
import { formatMoment } from "#domain/notatie.ts";

/** A day of a moment, as people say it. */
export function dagVan(moment: string): string {
  return formatMoment(localDay(moment));
}

/** A moment with its time, as people say it here. */
export function tijdVan(moment: string): string {
  return `${dagVan(moment)}, ${CLOCK.format(new Date(moment))}`;
}

const CLOCK = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

/** A moment is kept in UTC; the day is that of the reader. */
function localDay(moment: string): string {
  const at = new Date(moment);
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** What was not done and why, told at once and holding the focus; nothing where all is well. */
export function Weigering({ regels }: { readonly regels: readonly string[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (regels.length > 0) place.current?.focus();
  }, [regels]);
  const [first, ...others] = regels;
  if (!first) return null;
  return (
    <div className="melding kies" role="alert" tabIndex={-1} ref={place}>
      <p>{first}</p>
      {others.length > 0 && (
        <ul>
          {others.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
