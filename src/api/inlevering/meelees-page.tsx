import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { hasGroepscijfers, type Meelezing } from "#services/inlevering/meelezen.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import type { Inlevering } from "#storage/inlevering.repository.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Gezegd, Overgeslagen } from "./gezegd.tsx";
import { EigenBetekenis, Inhoud } from "./inhoud.tsx";
import { VerschilTabel } from "./verschil-tabel.tsx";
import { aantalVan, toonDag } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly inlevering: Inlevering;
  readonly lezing: Meelezing;
  /** With whom it is shared, in words. */
  readonly zicht: string;
  /** For a colleague of who delivered it: why they may read it and not change it. */
  readonly waarom?: string;
};

/** A concept as whoever it is shared with reads it: what it is, whose, and its figures. */
export function MeeleesPage({ frame, basis, inlevering, lezing, zicht, waarom }: Props) {
  const { bestandsnaam, afzender, kop, gemaaktOp, vervaltOp } = inlevering;
  const { gedeeld, inhoud } = lezing;
  const wiens = gedeeld.vanWie ?? "wie haar maakte";
  return (
    <Page frame={frame} titel={`Levering ${bestandsnaam}`} deel="/cijfers">
      <Path href="/inleveringen">Cijfers inleveren</Path>
      <h1>{bestandsnaam}</h1>
      <p class="stand">
        <strong>Concept: er geldt nog niets</strong> · van {afzender} · bron: {kop.bron}
        {kop.peildatum && ` · peildatum ${toonDag(kop.peildatum)}`} · begonnen op{" "}
        {toonDag(gemaaktOp)}, te lezen tot {toonDag(vervaltOp)}
      </p>
      <p class="inleiding">
        {waarom === undefined
          ? `Deze levering is van ${wiens}, die haar deelt met: ${zicht}. U kunt haar lezen. Verbeteren en overnemen doet ${wiens}.`
          : `Deze levering is van uw organisatie. U kunt haar lezen. ${waarom}`}
      </p>
      {inhoud ? (
        <Cijfers {...inhoud} basis={basis} eigen={gedeeld.wijzigbaar} />
      ) : (
        <Notice titel="Er zijn nog geen cijfers te zien" bovenaan>
          <p>Wie inlevert, koos nog niet wat er in elke kolom staat. Kijk later opnieuw.</p>
        </Notice>
      )}
    </Page>
  );
}

type Cijferprops = NonNullable<Meelezing["inhoud"]> & {
  readonly basis: OpenbareBasis;
  readonly eigen: boolean;
};

function Cijfers({ proef, verslag, basis, eigen }: Cijferprops) {
  return (
    <>
      <Inhoud proef={proef} basis={basis} />
      <Open open={proef.open} />
      <EigenBetekenis proef={proef} basis={basis} />
      {!eigen && hasGroepscijfers(proef, basis) && (
        <Notice titel="Een deel is niet te tonen" bovenaan>
          <p>
            Aantallen van een groep mensen per gemeente ziet alleen wie ze inleverde. Wat bij een
            opmerking in de cel stond, staat er daarom ook niet bij.
          </p>
        </Notice>
      )}
      <VerschilTabel proef={proef} basis={basis} eigen={eigen} />
      {(verslag.opmerkingen.length > 0 || verslag.keuzes.length > 0) && (
        <>
          <h2>Opmerkingen</h2>
          <Gezegd verslag={verslag} basis={basis} />
        </>
      )}
      <Overgeslagen regels={verslag.overgeslagen} />
    </>
  );
}

/** What its owner must still say: a reader only learns that it is not done. */
function Open({ open: { fouten, opmerkingen, botsingen } }: { readonly open: Proef["open"] }) {
  const parts = [
    [fouten.length, "fout", "fouten"],
    [opmerkingen.length, "opmerking", "opmerkingen"],
    [botsingen.length, "keuze", "keuzes"],
  ] as const;
  const todo = parts
    .filter(([aantal]) => aantal > 0)
    .map(([aantal, een, meer]) => aantalVan(aantal, een, meer));
  return (
    <p>
      {todo.length === 0
        ? "Alles is gezegd; zij is nog niet overgenomen."
        : `Wie inlevert, moet nog iets zeggen over: ${todo.join(", ")}.`}
    </p>
  );
}
