import type { Blad } from "#contract/rekenblad/blad.ts";
import { listWords } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import { describePath } from "./namen.ts";

type Props = { readonly basis: Basis; readonly blad: Blad };

/** Figures that nobody delivered must never be taken for real: said in every view they are in. */
export function FilledIn({ basis, blad }: Props) {
  const { cijfers, voorbeeld, ronde } = blad;
  const round = ronde && (
    <p class="stand">
      <strong>Nagekeken door gemeenten:</strong> wat zij in een correctieronde over hun eigen
      cijfers zeiden, gaat hier voor wat was geleverd.
    </p>
  );
  if (cijfers.size === 0) return <>{round}</>;
  const said = [...cijfers].map(([key, tekst]) => {
    const { titel } = describePath(basis, key.split("@")[0] ?? "");
    return `${titel.replace(/^./, (letter) => letter.toLowerCase())} (${tekst})`;
  });
  return (
    <>
      {round}
      <p class="stand">
        <strong>{voorbeeld ? "Voorbeeld, verzonnen:" : "Zelf ingevuld, niet nagegaan:"}</strong>{" "}
        {listWords([...new Set(said)])}. De andere cijfers hebben een bron.
      </p>
    </>
  );
}
