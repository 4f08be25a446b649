import type { Blad } from "#contract/rekenblad/blad.ts";
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
  readonly weergave: Weergave;
  readonly onLook: (next: Weergave) => void;
  readonly onAsk: (vraag: Uitlegvraag) => void;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** The table as it is looked at: one key where there is room for one, deelregio's open or closed. */
export function ModusTabel({ uitgerekend, weergave, onLook, ...rest }: Props) {
  const narrow = useSmal();
  const printing = useAfdrukken();
  const single = (narrow || weergave.modus === "beamer") && !printing;
  const pick = (sleutel: string) => onLook({ ...weergave, sleutel });
  return (
    <>
      {single && (
        <SleutelKiezer kolommen={uitgerekend.kolommen} sleutel={weergave.sleutel} onPick={pick} />
      )}
      <SleutelTabel
        {...rest}
        uitgerekend={single ? withOneKey(uitgerekend, weergave.sleutel) : uitgerekend}
        {...(printing ? {} : { groepen: groupState(uitgerekend, weergave, onLook) })}
      />
    </>
  );
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
