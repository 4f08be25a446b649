import { sum } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import { formatGetal, isWide } from "#domain/notatie.ts";
import type { Kolom } from "#rules/verdeling/index.ts";

/** Which deelregio's are closed, and how one is opened or closed. */
export type Groepstand = {
  readonly dicht: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

export type Groep = {
  readonly id: string;
  /** Absent where the region has no deelregio's. */
  readonly titel?: string;
  readonly eenheden: readonly Rekeneenheid[];
};

const BUITEN = "buiten-de-deelregios";

/** By deelregio where the region has them, and by name inside; who is in none comes last. */
export function groupsOf({ eenheden, deelregios }: Rekengebied): readonly Groep[] {
  const sorted = eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  const known = Object.entries(deelregios).toSorted(([, a], [, b]) => a.localeCompare(b, "nl"));
  const groepen = known.map(([id, titel]) => ({
    id,
    titel,
    eenheden: sorted.filter(({ deelregio }) => deelregio === id),
  }));
  const others = sorted.filter(({ deelregio }) => !deelregio || !(deelregio in deelregios));
  const filled = groepen.filter((groep) => groep.eenheden.length > 0);
  if (filled.length === 0) return [{ id: BUITEN, eenheden: others }];
  if (others.length === 0) return filled;
  return [...filled, { id: BUITEN, titel: "Buiten de deelregio's", eenheden: others }];
}

type Props = {
  readonly groep: Groep;
  readonly titel: string;
  readonly stand: Groepstand | undefined;
  readonly kolommen: readonly Kolom[];
  /** Columns between the name and the first key, and behind the last. */
  readonly breedte: { readonly voor: number; readonly achter: number };
};

/** The head of a deelregio; closed it says how many gemeenten it has, and what they come to. */
export function GroupRow({ groep, titel, stand, kolommen, breedte }: Props) {
  const { voor, achter } = breedte;
  const closed = stand?.dicht.has(groep.id) ?? false;
  const name = stand ? (
    <button
      type="button"
      className="naamknop"
      aria-expanded={!closed}
      onClick={() => stand.onToggle(groep.id)}
    >
      <span className="teken" aria-hidden="true">
        {closed ? "▸" : "▾"}
      </span>{" "}
      {titel}
    </button>
  ) : (
    titel
  );
  if (!closed) {
    return (
      <tr className="deelregio">
        <th scope="rowgroup" colSpan={1 + voor + kolommen.length + achter}>
          {name}
        </th>
      </tr>
    );
  }
  const count = groep.eenheden.length;
  return (
    <tr className="deelregio dicht">
      <th scope="rowgroup" colSpan={1 + voor}>
        {name} <span className="bereik">{count === 1 ? "1 gemeente" : `${count} gemeenten`}</span>
      </th>
      {kolommen.map((kolom) => (
        <td key={documentnaam(kolom.document)} className="getal groep">
          {togetherText(kolom, groep)}
        </td>
      ))}
      {achter > 0 && <td colSpan={achter} />}
    </tr>
  );
}

/** The middles together; bands do not add up, for not all can be high at once. */
function togetherText({ uitkomst }: Kolom, { eenheden }: Groep): string {
  const ids = new Set(eenheden.map(({ id }) => id));
  const own = uitkomst.eenheden.filter(({ id }) => ids.has(id));
  const about = own.some(({ aantal }) => isWide(aantal)) ? "ongeveer " : "";
  return `${about}${formatGetal(sum(own.map(({ aantal }) => aantal.midden)), 2)}`;
}
