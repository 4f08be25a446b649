import { useId, useMemo, useRef, useState } from "react";
import type { Kaart } from "#contract/api/kaarten.ts";
import type { Kaartwaarde, Schaal } from "#domain/kaartschaal.ts";
import { divideNamen } from "./kaartnamen.tsx";
import { Kaartvlak } from "./kaartvlak.tsx";
import { Legenda } from "./legenda.tsx";
import { useBreedte } from "./use-breedte.ts";

type Props = {
  readonly kaart: Kaart;
  /** What the map shows, as one sentence without a full stop. */
  readonly titel: string;
  /** By code; a gemeente that is not in it is unknown. */
  readonly waarden: ReadonlyMap<string, Kaartwaarde>;
  readonly schaal: Schaal;
  /** Code of the own gemeente, which gets an outline. */
  readonly eigen?: string | undefined;
  /** Id of the table with the same figures. */
  readonly tabel: string;
  /** Opens the account of a gemeente. */
  readonly onOpen: (code: string) => void;
};

/**
 * Gemeenten coloured by quantity, with their names, what lies around them, and a legend.
 *
 * One stop for the Tab key; the arrows go round by alphabet, and Enter opens the account. It says
 * nothing that the table does not say.
 */
export function GemeenteMap({ kaart, titel, waarden, schaal, eigen, tabel, onOpen }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const breedte = useBreedte(frame);
  const [active, setActive] = useState<string>();
  const namen = useMemo(() => divideNamen(kaart, breedte, eigen), [kaart, breedte, eigen]);
  const shown = kaart.gemeenten.map(({ code }) => waarden.get(code));
  return (
    <figure className="kaart" aria-labelledby={`${id}-titel`}>
      <figcaption id={`${id}-titel`}>
        {titel}.{" "}
        <a href={`#${tabel}`} className="niet-afdrukken">
          Dezelfde cijfers staan in de tabel
        </a>
      </figcaption>
      <div className="kaartvlak" ref={frame}>
        <Kaartvlak
          {...{ kaart, waarden, schaal, namen, breedte, active, onOpen }}
          id={id}
          naam={titel}
          eigen={eigen}
          onActive={setActive}
        />
      </div>
      <div className="kaartuitleg">
        <Aanwijzing kaart={kaart} code={active ?? eigen} eigen={eigen} waarden={waarden} />
        <Legenda schaal={schaal} waarden={shown} eigen={eigen !== undefined} />
        {namen.sleutel.length > 0 && (
          <ol className="kaartcijfers">
            {namen.sleutel.map((naam) => (
              <li key={naam}>{naam}</li>
            ))}
          </ol>
        )}
        <Herkomst kaart={kaart} />
      </div>
    </figure>
  );
}

type AanwijzingProps = Pick<Props, "kaart" | "waarden" | "eigen"> & {
  readonly code: string | undefined;
};

/** The gemeente that is pointed at, in words; room for two lines is kept, so that nothing jumps. */
function Aanwijzing({ kaart, code, waarden, eigen }: AanwijzingProps) {
  const vorm = kaart.gemeenten.find((item) => item.code === code);
  return (
    <p className="kaartaanwijzing">
      {vorm ? (
        <>
          <strong>{vorm.naam}</strong>
          {vorm.code === eigen && " (uw gemeente)"}: {waarden.get(vorm.code)?.tekst ?? "onbekend"}
        </>
      ) : (
        "Wijs een gemeente aan, of ga naar de kaart en loop er met de pijltjes langs."
      )}
    </p>
  );
}

const SOORT: Readonly<Record<Kaart["soort"], string>> = {
  schematisch:
    "Schematische kaart: vakken rond het midden van elke gemeente, ongeveer zo groot als de gemeente. Het zijn niet de echte grenzen.",
  grenzen: "Vereenvoudigde grenzen.",
};

function Herkomst({ kaart: { soort, bron, zonderVorm, melding } }: { readonly kaart: Kaart }) {
  return (
    <p className="klein">
      {SOORT[soort]}
      {zonderVorm.length > 0 && ` Niet op de kaart: ${zonderVorm.join(", ")}.`}
      {melding && ` Een bestand met grenzen is niet gebruikt. ${melding}`} Bron: {bron}.
    </p>
  );
}
