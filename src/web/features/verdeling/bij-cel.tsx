import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Bijcijfer } from "#rules/verdeling/index.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { uitlegNaam } from "./modus-adres.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly kolom: "nu" | "aanbod";
  readonly cijfer: Bijcijfer;
  readonly eenheid: Rekeneenheid;
  readonly onAsk: (vraag: Uitlegvraag) => void;
};

/** A figure that lies beside the keys, of one gemeente; it is accounted for as any number. */
export function BijCell({ kolom, cijfer, eenheid: { id, naam }, onAsk }: Props) {
  const band = cijfer.waarden.get(id);
  const vraag = { kolom, eenheid: id };
  return (
    <td className="getal">
      {band ? (
        <BandNumber
          band={band}
          naam={`${naam}, ${kolom === "nu" ? "nu" : "komt vrij"}`}
          uitleg={uitlegNaam(vraag)}
          onOpen={() => onAsk(vraag)}
        />
      ) : (
        <Unknown />
      )}
    </td>
  );
}
