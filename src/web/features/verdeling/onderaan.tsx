import { lazy, memo, Suspense } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { Bronnen } from "./bronnen.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

/** Fetched when the sheet stands: nobody keeps a version before there is something to keep. */
const Exporteer = lazy(async () => ({ default: (await import("./exporteer.tsx")).Exporteer }));
const VersiesDeel = lazy(async () => ({ default: (await import("./versies.tsx")).VersiesDeel }));

/** Fetched with what is below the table; most regions have no change to show. */
const NaHerindeling = lazy(async () => ({
  default: (await import("./na-herindeling.tsx")).NaHerindeling,
}));

type Props = {
  /** As they were when the table was last painted. */
  readonly gegevens: {
    readonly uitgerekend?: Uitgerekend | undefined;
    readonly data: Rekenblad;
    readonly blad: Blad;
    readonly namen: Namen;
  };
  readonly onChange: (next: Partial<Blad>) => void;
};

/** Where the numbers are from and what can be done with the sheet; it need not be there at once. */
export const Onderaan = memo(function Onderaan({ gegevens, onChange }: Props) {
  const { uitgerekend, data, blad, namen } = gegevens;
  return (
    <>
      {uitgerekend && (
        <>
          <Suspense fallback={null}>
            <NaHerindeling uitgerekend={uitgerekend} op={blad.op} namen={namen} />
          </Suspense>
          <Bronnen uitgerekend={uitgerekend} namen={namen} />
        </>
      )}
      <Suspense fallback={null}>
        <Exporteer blad={blad} namen={namen} />
        <VersiesDeel {...{ blad, data, namen, onChange }} />
      </Suspense>
    </>
  );
});
