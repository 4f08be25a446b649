import { useMemo } from "react";
import { breuk } from "#domain/breuk.ts";
import { makeVerschilschaal } from "#domain/kaartschaal.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { GemeenteMap } from "../../map/gemeente-map.tsx";
import { useKaart } from "../../map/use-kaart.ts";
import type { Verschil } from "./was-wordt-getallen.ts";

type Props = {
  readonly data: Rekenblad;
  readonly verschillen: readonly Verschil[];
  readonly eenheid: string;
  /** Id of the table with the same figures. */
  readonly tabel: string;
};

/** The difference as a map: darker is further from nought, and less is striped. */
export function WasWordtKaart({ data, verschillen, eenheid, tabel }: Props) {
  const { id, indeling } = data.gebied;
  const stand = useKaart(indeling ? `${indeling}#${id}` : id, data.op);
  const { waarden, schaal } = useMemo(() => {
    const known = verschillen.flatMap(({ id: code, getal, zin, binnen }) => {
      if (getal === undefined) return [];
      const unit = zin === "hetzelfde" ? "" : ` (${eenheid})`;
      const tekst = `${zin}${unit}${binnen ? ", binnen de onzekerheid" : ""}`;
      return [[code, { getal, tekst }] as const];
    });
    const numbers = known.map(([, { getal }]) => getal);
    return { waarden: new Map(known), schaal: makeVerschilschaal(numbers, write) };
  }, [verschillen, eenheid]);
  if (waarden.size === 0) return null;
  if (stand.soort !== "kaart") {
    return (
      <p className="kaartwacht" role="status">
        {stand.soort === "fout" ? stand.tekst : "De kaart wordt getekend…"}
      </p>
    );
  }
  return (
    <GemeenteMap
      kaart={stand.kaart}
      titel={`Het verschil in ${eenheid} tussen was en wordt`}
      waarden={waarden}
      schaal={schaal}
      tabel={tabel}
      onOpen={() => document.getElementById(tabel)?.scrollIntoView()}
    />
  );
}

function write(getal: number): string {
  return formatGetal(breuk(Math.round(getal * 100), 100), 2);
}
