import { formatBereik, formatGetal, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

type Props = {
  readonly band: Bandbreedte;
  readonly eenheid: string;
  /** Where this number is accounted for. */
  readonly href?: string;
  /** What the number is, for who does not see the table. */
  readonly naam?: string;
};

/** A number of a package with its room: a count, or a share as a percentage. */
export function Waarde({ band, eenheid, href, naam }: Props) {
  const share = eenheid === "deel";
  const number = share ? formatProcent(band.midden, 1) : formatGetal(band.midden);
  const bereik = share ? formatBereik(band, "procent", 1) : formatBereik(band);
  return (
    <>
      {href ? (
        <a href={href} aria-label={naam && `${number}: waar komt dit vandaan? ${naam}`}>
          {number}
        </a>
      ) : (
        number
      )}
      {bereik && <span class="bereik"> ({bereik})</span>}
    </>
  );
}

/** How the unit of a column is said in its header. */
export function eenheidWoord(eenheid: string): string {
  return eenheid === "deel" ? "aandeel" : eenheid;
}
