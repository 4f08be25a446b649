import type { Basis } from "#services/basis.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Tijd } from "../../page/tijd.tsx";
import { statusVan } from "../status.tsx";
import { WritersText } from "../writers-text.tsx";

type Props = {
  readonly frame: Frame;
  readonly document: BewaardDocument;
  /** The newest version there is. */
  readonly nieuwste: number;
  readonly basis: Basis;
};

/** One version as it was kept, also where nobody can run it any more. */
export function VersietekstPage({ frame, document, nieuwste, basis }: Props) {
  const { id, versie, titel, soort, bewaardOp, sha256, tekst } = document;
  return (
    <Page frame={frame} titel={`${titel}, versie ${versie}`} deel="/documenten">
      <Path href={`${documentAdres(id)}/geschiedenis`}>Geschiedenis van dit document</Path>
      <h1>
        {titel}, versie {versie}
      </h1>
      <p class="stand">
        <strong>{statusVan(basis, document)}</strong> · {soort} · bewaard <Tijd op={bewaardOp} />
      </p>
      <p>
        {versie === nieuwste
          ? "Dit is de nieuwste versie."
          : `Er is een nieuwere: versie ${nieuwste}. Deze tekst blijft staan zoals hij was.`}
      </p>
      <WritersText tekst={tekst} />
      <p class="klein">
        Kenmerk van deze tekst (sha256): <span class="kenmerk">{sha256}</span>
      </p>
    </Page>
  );
}
