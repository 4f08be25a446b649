import { WOORDNAMEN } from "#domain/beleidswoord.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { describeWoord } from "#services/kader/beleidswoord.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import { Begrippen } from "../page/begrippen.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { WOORDADRESSEN } from "../page/menu.ts";
import { Takenlijst } from "../page/takenlijst.tsx";
import { textsOf, Woordcijfers, Woorddocumenten, Woordstukken } from "./woord-delen.tsx";
import { type Paginawoord, WOORDTEKSTEN, type Woordtekst } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly zin: Zinmaker;
  readonly woord: Paginawoord;
};

/** What is here about one policy word: what one can do, what was agreed, which figures, which law. */
export function WoordPage({ frame, basis, zin, woord }: Props) {
  const naam = WOORDNAMEN[woord];
  const { inleiding, taken, nogNiet }: Woordtekst = WOORDTEKSTEN[woord];
  const beeld = describeWoord(basis, woord);
  return (
    <Page frame={frame} titel={naam} deel={WOORDADRESSEN[woord]}>
      <h1>{naam}</h1>
      <p class="inleiding">{inleiding}</p>
      {taken.length > 0 && <Takenlijst taken={taken} />}
      <p class="klein">{nogNiet}</p>
      <Begrippen basis={basis} teksten={[inleiding, nogNiet, ...textsOf(beeld, zin)]} />
      <Woorddocumenten documenten={beeld.documenten} {...{ zin, basis }} />
      <Woordcijfers cijfers={beeld.cijfers} />
      <Woordstukken stukken={beeld.stukken} />
    </Page>
  );
}
