import { useCallback, useId, useMemo, useState } from "react";
import type { Rekengebied } from "#domain/gebied.ts";
import { GemeenteMap } from "../../map/gemeente-map.tsx";
import { useKaart } from "../../map/use-kaart.ts";
import { type Kaartkeuze, listKaartkeuzes } from "./kaart-keuzes.ts";
import type { Uitgerekend } from "./reken.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly uitgerekend: Uitgerekend;
  /** A date or periode: the gemeenten as they were then. */
  readonly op: string;
  /** Code of the own gemeente. */
  readonly gemeente?: string | undefined;
  /** Id of the table with the same figures. */
  readonly tabel: string;
  readonly onAsk: (vraag: Uitlegvraag) => void;
};

/** The sheet as a map: one key at a time on the same scale, or the difference between two. */
export function KaartDeel({ uitgerekend, op, gemeente, tabel, onAsk }: Props) {
  const stand = useKaart(regionName(uitgerekend.gebied), op);
  const keuzes = useMemo(() => listKaartkeuzes(uitgerekend), [uitgerekend]);
  const [gekozen, setGekozen] = useState("");
  const keuze = keuzes.find(({ id }) => id === gekozen) ?? keuzes[0];
  const kolom = keuze?.kolom ?? "";
  const open = useCallback((eenheid: string) => onAsk({ kolom, eenheid }), [kolom, onAsk]);
  if (!keuze) return null;
  return (
    <section aria-labelledby="kaart-kop">
      <h2 id="kaart-kop">Kaart</h2>
      {keuzes.length > 1 && <Keuzelijst keuzes={keuzes} gekozen={keuze.id} onPick={setGekozen} />}
      {stand.soort === "kaart" ? (
        <GemeenteMap
          kaart={stand.kaart}
          titel={keuze.toont}
          waarden={keuze.waarden}
          schaal={keuze.schaal}
          eigen={gemeente}
          tabel={tabel}
          onOpen={open}
        />
      ) : (
        <p className="kaartwacht" role="status">
          {stand.soort === "fout" ? stand.tekst : "De kaart wordt getekend…"}
        </p>
      )}
    </section>
  );
}

/** As the API finds it again: two indelingen may have a region of the same name. */
function regionName({ id, indeling }: Rekengebied): string {
  return indeling ? `${indeling}#${id}` : id;
}

type KeuzeProps = {
  readonly keuzes: readonly Kaartkeuze[];
  readonly gekozen: string;
  readonly onPick: (id: string) => void;
};

function Keuzelijst({ keuzes, gekozen, onPick }: KeuzeProps) {
  const naam = useId();
  const keys = keuzes.filter(({ verschil }) => !verschil);
  const pairs = keuzes.filter(({ verschil }) => verschil);
  return (
    <p className="kaartkeuze niet-afdrukken">
      <label htmlFor={naam}>De kaart toont</label>
      <select id={naam} value={gekozen} onChange={(event) => onPick(event.target.value)}>
        <optgroup label="Eén sleutel">{keys.map(toOption)}</optgroup>
        {pairs.length > 0 && (
          <optgroup label="Verschil tussen twee sleutels">{pairs.map(toOption)}</optgroup>
        )}
      </select>
    </p>
  );
}

function toOption({ id, titel }: Kaartkeuze) {
  return (
    <option key={id} value={id}>
      {titel}
    </option>
  );
}
