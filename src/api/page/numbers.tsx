import { type Breuk, compare, EEN, NUL, toNumber } from "#domain/breuk.ts";
import { formatBereik, formatGetal, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

/** What is not known is said, and never shown as nought. */
export function Unknown() {
  return <span class="onbekend">onbekend</span>;
}

type BandProps = {
  readonly band: Bandbreedte;
  readonly decimals?: number;
  /** Where the account of this number is. */
  readonly href?: string;
  /** What the number is, for who does not see the table. */
  readonly naam?: string;
};

/** A number with the room that its inputs leave it: `44 (40–49)`. */
export function BandNumber({ band, decimals = 0, href, naam }: BandProps) {
  const number = formatGetal(band.midden, decimals);
  const bereik = formatBereik(band, "getal", decimals);
  return (
    <>
      {href ? (
        <a href={href} aria-label={naam && `${number}: hoe komt dit tot stand? ${naam}`}>
          {number}
        </a>
      ) : (
        number
      )}
      {bereik && <span class="bereik"> ({bereik})</span>}
    </>
  );
}

/** A share as a percentage with its room, and as a bar from nothing to all. */
export function ShareBar({ band }: { readonly band: Bandbreedte }) {
  const bereik = formatBereik(band, "procent");
  return (
    <>
      {formatProcent(band.midden)}
      {bereik && <span class="bereik"> ({bereik})</span>}
      <Bar band={band} />
    </>
  );
}

/** Drawn with attributes, not with style: the page allows no style of its own. */
function Bar({ band }: { readonly band: Bandbreedte }) {
  const [low, middle, high] = [band.laag, band.midden, band.hoog].map(percentOf);
  return (
    <svg class="balk" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <title>deel</title>
      <rect class="rest" width="100" height="6" />
      <rect class="midden" width={middle} height="6" />
      <rect class="ruimte" x={low} width={(high ?? 0) - (low ?? 0)} height="6" />
      <rect class="punt" x={Math.max((middle ?? 0) - 0.75, 0)} width="1.5" height="6" />
    </svg>
  );
}

function percentOf(share: Breuk): number {
  if (compare(share, NUL) < 0) return 0;
  return compare(share, EEN) > 0 ? 100 : Math.round(toNumber(share) * 1000) / 10;
}
