import { toNumber } from "#domain/breuk.ts";
import { formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { Bereik } from "./band-number.tsx";

type Props = {
  readonly band: Bandbreedte;
  /** Present while its room is still worked out: the place that this band takes is kept for it. */
  readonly wacht?: Bandbreedte;
};

/** The part of the own freed homes, in figures and as a bar from nought to all of them. */
export function ShareBar({ band, wacht }: Props) {
  const ends = wacht
    ? [band.midden, band.midden, band.midden]
    : [band.laag, band.midden, band.hoog];
  const [low, middle, high] = ends.map((part) => Math.min(100, Math.max(0, toNumber(part) * 100)));
  return (
    <>
      <svg className="balk" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rest" width="100" height="5" />
        <rect className="midden" width={low ?? 0} height="5" />
        <rect className="ruimte" x={low ?? 0} width={(high ?? 0) - (low ?? 0)} height="5" />
        <rect className="punt" x={Math.max(0, (middle ?? 0) - 0.4)} width="0.8" height="5" />
      </svg>

      {formatProcent(band.midden)}
      <Bereik band={wacht ?? band} vorm="procent" wacht={wacht !== undefined} />
    </>
  );
}
