import type { Basis } from "#services/basis.ts";
import { begrippenIn } from "#services/kader/begrippen.ts";

type Props = {
  readonly basis: Pick<Basis, "begrippen">;
  /** What stands on the page, as far as it may hold words of the field. */
  readonly teksten: readonly string[];
};

/** The words of the field that stand on a page, for whoever meets one for the first time. */
export function Begrippen({ basis, teksten }: Props) {
  const found = begrippenIn(basis.begrippen(), teksten);
  if (found.length === 0) return null;
  return (
    <details class="begrippen">
      <summary>Wat de woorden op deze pagina betekenen</summary>
      <dl class="kenmerken">
        {found.map(({ begrip, betekenis, bron }) => (
          <>
            <dt>{begrip}</dt>
            <dd>
              {betekenis} <span class="klein">({nameBron(bron)})</span>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** Words of Woonregie itself have no other source than that. */
function nameBron(bron: string): string {
  return bron === "eigen begrip" ? "zo bedoelt Woonregie het" : `bron: ${bron}`;
}
