import { formatBereik, formatGetal, isWide } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

type Props = {
  readonly band: Bandbreedte;
  /** Opens the account of this number. */
  readonly onOpen?: () => void;
  /** What the number is about, for who cannot see where it stands. */
  readonly naam?: string;
  /** Which number this is, so that the focus finds it again. */
  readonly uitleg?: string;
  /** Present while its room is still worked out: the place that this band takes is kept for it. */
  readonly wacht?: Bandbreedte;
};

/** A number with its room between brackets; one can ask how it came about. */
export function BandNumber({ band, onOpen, naam, uitleg, wacht }: Props) {
  // A rough number has no decimals; they stand in its account.
  const number = formatGetal(band.midden, isWide(wacht ?? band) ? 0 : 2);
  const range = wacht ? "" : formatBereik(band);
  return (
    <>
      {onOpen ? (
        <button
          type="button"
          className="getalknop"
          data-uitleg={uitleg}
          onClick={onOpen}
          aria-label={label(number, range, naam)}
        >
          {number}
        </button>
      ) : (
        number
      )}
      {wacht ? <Bereik band={wacht} wacht /> : <Bereik band={band} />}
    </>
  );
}

type BereikProps = {
  readonly band: Bandbreedte;
  readonly vorm?: "getal" | "procent";
  /** Takes its place and is not seen: what stands there is still worked out. */
  readonly wacht?: boolean;
};

/** How far a number may be off, between brackets; nothing where it is certain. */
export function Bereik({ band, vorm = "getal", wacht = false }: BereikProps) {
  const range = formatBereik(band, vorm);
  if (!range) return null;
  return (
    <span className={wacht ? "bereik wacht" : "bereik"} aria-hidden={wacht || undefined}>
      {" "}
      ({range})
    </span>
  );
}

function label(number: string, range: string, naam: string | undefined): string {
  const about = naam === undefined ? "" : `, ${naam}`;
  const room = range === "" ? "" : `, kan afwijken van ${range.replace("–", " tot ")}`;
  return `${number}${about}${room}: hoe komt dit tot stand?`;
}

/** What nobody delivered; never nought. */
export function Unknown() {
  return <span className="onbekend">onbekend</span>;
}
