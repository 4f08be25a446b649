import { memo } from "react";
import { equals } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { BijCell } from "./bij-cel.tsx";
import { Kanttekening } from "./kanttekening.tsx";
import { uitlegNaam } from "./modus-adres.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

export type Handlers = {
  readonly onAsk: (vraag: Uitlegvraag) => void;
  /** The row on top; an empty name takes it away. */
  readonly onPin: (gemeente: string) => void;
};

/** What one key does for the unit of a row. */
export type Cel = {
  readonly kolom: string;
  readonly titel: string;
  readonly aantal?: Bandbreedte;
  /** Only where the table shows it; undefined is unknown. */
  readonly deel?: Bandbreedte | undefined;
  /** Present while the room is still worked out: the bands before, whose place is kept. */
  readonly wacht?: {
    readonly aantal?: Bandbreedte | undefined;
    readonly deel?: Bandbreedte | undefined;
  };
};

export type Rijgegevens = Handlers & {
  readonly id: string;
  readonly naam: string;
  /** What lies beside every key: now, and what comes free; undefined is unknown. */
  readonly ernaast: readonly {
    readonly kolom: "nu" | "aanbod";
    readonly band: Bandbreedte | undefined;
  }[];
  readonly cellen: readonly Cel[];
  readonly regels: readonly (readonly string[])[];
};

type Props = Rijgegevens & { readonly pinned?: boolean };

/** One unit; made again only where a number of its own is another. */
export const Rij = memo(Row, isSameRow);

function Row({ id, naam, ernaast, cellen, regels, pinned = false, onAsk, onPin }: Props) {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="naamknop"
          aria-pressed={pinned}
          onClick={() => onPin(pinned ? "" : id)}
        >
          {naam}
        </button>
        {pinned && <span className="bereik"> uw gemeente</span>}
      </th>
      {ernaast.map(({ kolom, band }) => (
        <BijCell key={kolom} {...{ kolom, band, id, naam, onAsk }} />
      ))}
      {cellen.map((cel) => (
        <Sleutelcel key={cel.kolom} cel={cel} id={id} naam={naam} onAsk={onAsk} />
      ))}
      {regels.map((own, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these columns have no name but their place
        <Kanttekening key={i} regels={own} />
      ))}
    </tr>
  );
}

type CelProps = Pick<Props, "id" | "naam" | "onAsk"> & { readonly cel: Cel };

function Sleutelcel({ cel, id, naam, onAsk }: CelProps) {
  const { kolom, titel, aantal, wacht } = cel;
  return (
    <td className="getal groep">
      {aantal ? (
        <BandNumber
          band={aantal}
          naam={`${naam}, ${titel}`}
          uitleg={uitlegNaam({ kolom, eenheid: id })}
          {...(wacht ? { wacht: wacht.aantal ?? aantal } : {})}
          onOpen={() => onAsk({ kolom, eenheid: id })}
        />
      ) : (
        <Unknown />
      )}
      {"deel" in cel && (
        <span className="deel">
          {cel.deel ? (
            <ShareBar band={cel.deel} {...(wacht ? { wacht: wacht.deel ?? cel.deel } : {})} />
          ) : (
            <Unknown />
          )}
        </span>
      )}
    </td>
  );
}

function isSameRow(a: Props, b: Props): boolean {
  return (
    a.id === b.id &&
    a.naam === b.naam &&
    a.pinned === b.pinned &&
    isSameList(a.ernaast, b.ernaast, (x, y) => x.kolom === y.kolom && isSameBand(x.band, y.band)) &&
    isSameList(a.cellen, b.cellen, isSameCel) &&
    isSameList(a.regels, b.regels, (x, y) => isSameList(x, y, Object.is))
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i] as T));
}

function isSameCel(a: Cel, b: Cel): boolean {
  return (
    a.kolom === b.kolom &&
    "deel" in a === "deel" in b &&
    "wacht" in a === "wacht" in b &&
    isSameBand(a.aantal, b.aantal) &&
    isSameBand(a.deel, b.deel)
  );
}

function isSameBand(a: Bandbreedte | undefined, b: Bandbreedte | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return equals(a.midden, b.midden) && equals(a.laag, b.laag) && equals(a.hoog, b.hoog);
}
