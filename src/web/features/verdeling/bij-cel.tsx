import type { Bandbreedte } from "#domain/uitkomst.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { uitlegNaam } from "./modus-adres.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly kolom: "nu" | "aanbod";
  /** Undefined where nobody knows it. */
  readonly band: Bandbreedte | undefined;
  readonly id: string;
  readonly naam: string;
  readonly onAsk: (vraag: Uitlegvraag) => void;
};

/** A figure that lies beside the keys, of one gemeente; it is accounted for as any number. */
export function BijCell({ kolom, band, id, naam, onAsk }: Props) {
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
