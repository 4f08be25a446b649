import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Verslag } from "#services/inlevering/verslag.ts";
import type { Inlevergebeurtenis, Inlevering } from "#storage/inlevering.repository.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Gezegd, Overgeslagen } from "./gezegd.tsx";
import { aantalVan, cijfernaam, toonDag } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly inlevering: Inlevering;
  readonly verslag: Verslag;
  readonly gebeurtenissen: readonly Inlevergebeurtenis[];
  readonly telt: boolean;
  readonly invoer: boolean;
  /** Who asks delivered it, and may have the file. */
  readonly eigen: boolean;
};

/** A delivery that is done: how it ended, what counts of it, and what people said. */
export function KlaarPage(props: Props) {
  const { frame, basis, inlevering, verslag, gebeurtenissen, telt, invoer, eigen } = props;
  const { id, bestandsnaam, afzender, kop, uitkomst, stand } = inlevering;
  const adres = `/inleveringen/${id}`;
  return (
    <Page frame={frame} titel={`Levering ${bestandsnaam}`} deel="/cijfers">
      <Path href="/inleveringen">Cijfers inleveren</Path>
      <h1>{bestandsnaam}</h1>
      <p class="stand">
        <strong>{uitkomst}</strong> · van {afzender} · bron: {kop.bron}
        {kop.peildatum && ` · peildatum ${toonDag(kop.peildatum)}`}
        {kop.licentie && ` · ${kop.licentie}`}
      </p>
      {stand === "overgenomen" ? (
        <Gevolg verslag={verslag} telt={telt} basis={basis} />
      ) : (
        <p class="inleiding">
          Er geldt niets van deze levering. Stuur de lijst terug aan wie inleverde.
        </p>
      )}
      <p>
        <a href={`${adres}/opmerkingen?vorm=xlsx`}>Lijst van opmerkingen (xlsx)</a>,{" "}
        <a href={`${adres}/opmerkingen?vorm=csv`}>csv</a>
        {eigen && (
          <>
            ; <a href={`${adres}/bestand`}>het bestand zoals het is ingeleverd</a>
          </>
        )}
      </p>
      {(verslag.opmerkingen.length > 0 || verslag.keuzes.length > 0) && (
        <>
          <h2>Opmerkingen</h2>
          <Gezegd verslag={verslag} basis={basis} />
        </>
      )}
      <Overgeslagen regels={verslag.overgeslagen} />
      <h2>Wat ermee gebeurde</h2>
      <ul>
        {gebeurtenissen.map(({ soort, op, reden }) => (
          <li>
            {toonDag(op)}: {soort}
            {reden && `, ${reden}`}
          </li>
        ))}
      </ul>
      {stand === "overgenomen" && invoer && <Omkeren adres={adres} telt={telt} />}
    </Page>
  );
}

function Gevolg({ verslag, telt, basis }: Pick<Props, "verslag" | "telt" | "basis">) {
  const parts = verslag.cijfers.map(
    (groep) => `${cijfernaam(groep, basis)} (${aantalVan(groep.aantal, "cijfer", "cijfers")})`,
  );
  return telt ? (
    <>
      <p class="inleiding">Deze cijfers tellen mee: {parts.join("; ")}.</p>
      <ul>
        <li>
          <a href="/gemeenten">Zie ze bij de gemeenten</a>, met hun bron
        </li>
        <li>
          <a href="/verdeling">Reken ermee</a>
        </li>
      </ul>
    </>
  ) : (
    <Notice titel="Teruggedraaid" bovenaan>
      <p>
        Deze cijfers tellen niet mee: {parts.join("; ")}. Wat ervoor gold, geldt weer. Er is niets
        weggegooid.
      </p>
    </Notice>
  );
}

function Omkeren({ adres, telt }: { readonly adres: string; readonly telt: boolean }) {
  return (
    <form method="post" action={`${adres}/${telt ? "terugdraaien" : "herstellen"}`}>
      <div class="veld">
        <label for="veld-reden">
          {telt ? "Waarom moet deze levering niet meer tellen?" : "Waarom moet zij weer tellen?"}
        </label>
        <input type="text" id="veld-reden" name="reden" required autocomplete="off" />
      </div>
      <button type="submit" class="rustig">
        {telt ? "Draai deze levering terug" : "Laat deze levering weer tellen"}
      </button>
    </form>
  );
}
