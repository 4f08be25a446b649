import { toNumber } from "#domain/breuk.ts";
import { formatBereik, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

/** The part of the own freed homes, in figures and as a bar from nought to all of them. */
export function ShareBar({ band }: { readonly band: Bandbreedte }) {
  const [low, middle, high] = [band.laag, band.midden, band.hoog].map((part) =>
    Math.min(100, Math.max(0, toNumber(part) * 100)),
  );
  const range = formatBereik(band, "procent");
  return (
    <>
      {formatProcent(band.midden)}
      {range && <span className="bereik"> ({range})</span>}
      <svg className="balk" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rest" width="100" height="5" />
        <rect className="midden" width={low ?? 0} height="5" />
        <rect className="ruimte" x={low ?? 0} width={(high ?? 0) - (low ?? 0)} height="5" />
        <rect className="punt" x={Math.max(0, (middle ?? 0) - 0.4)} width="0.8" height="5" />
      </svg>
    </>
  );
}
