import { useMemo } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Nagekeken } from "./correctie-stand.ts";
import type { Groepstand } from "./deelregios.tsx";
import type { Weergave } from "./modus-adres.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";
import { SleutelKiezer, withOneKey } from "./sleutel-kiezer.tsx";
import { SleutelTabel } from "./sleutel-tabel.tsx";
import type { Uitlegvraag } from "./uitleg.tsx";
import { useAfdrukken, useSmal } from "./use-modus.ts";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly nagekeken?: Nagekeken | undefined;
  readonly weergave: Weergave;
  readonly onLook: (next: Weergave) => void;
  readonly onAsk: (vraag: Uitlegvraag) => void;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** The table as it is looked at: one key where there is room for one, deelregio's open or closed. */
export function ModusTabel({ uitgerekend, weergave, onLook, ...rest }: Props) {
  const narrow = useSmal();
  const printing = useAfdrukken() || weergave.modus === "afdruk";
  const single = (narrow || weergave.modus === "beamer") && !printing;
  const { sleutel } = weergave;
  const shown = useMemo(() => {
    if (!single) return uitgerekend;
    const one = withOneKey(uitgerekend, sleutel);
    return narrow ? withoutSupply(one) : one;
  }, [uitgerekend, sleutel, single, narrow]);
  const pick = (naam: string) => onLook({ ...weergave, sleutel: naam });
  return (
    <>
      {single && (
        <SleutelKiezer kolommen={uitgerekend.kolommen} sleutel={weergave.sleutel} onPick={pick} />
      )}
      <SleutelTabel
        {...rest}
        uitgerekend={shown}
        {...(printing ? {} : { groepen: groupState(uitgerekend, weergave, onLook) })}
      />
    </>
  );
}

/** Where there is room for a name and a number, what comes free stands in the account. */
function withoutSupply(uitgerekend: Uitgerekend): Uitgerekend {
  const { aanbod: _aanbod, ...bij } = uitgerekend.bij;
  return { ...uitgerekend, bij };
}

/** On the beamer all deelregio's start closed; elsewhere all are open. */
function groupState(
  { gebied }: Uitgerekend,
  weergave: Weergave,
  onLook: (next: Weergave) => void,
): Groepstand {
  const start = weergave.modus === "beamer" ? Object.keys(gebied.deelregios) : [];
  const dicht = new Set(weergave.dicht ?? start);
  return {
    dicht,
    onToggle: (id) => {
      const next = new Set(dicht);
      if (!next.delete(id)) next.add(id);
      onLook({ ...weergave, dicht: [...next] });
    },
  };
}
