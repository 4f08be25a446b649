import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Gemeente } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import type { Bewaard } from "#services/zoeken/zoek-bewaard.service.ts";
import type { Regiotreffer, Zoekuitkomst } from "#services/zoeken/zoeker.ts";
import { documentAdres, gemeenteAdres, regioAdres } from "../adres.ts";
import { FigureTable } from "../cijfers/figure-table.tsx";
import { describeBron, statusVan } from "../kader/status.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { BewaardGroup } from "./bewaard-group.tsx";
import { type Groepnaam, Group } from "./group.tsx";

type Props = {
  readonly frame: Frame;
  readonly vraag: string;
  /** The group of which everything is shown, instead of the first few of each. */
  readonly alles: string;
  /** Absent where nothing was asked. */
  readonly gevonden?: Zoekuitkomst;
  /** Absent where it could not be looked up. */
  readonly bewaard: readonly Bewaard[] | undefined;
  readonly basis: Basis;
};

/** What was found, by what it is; where nothing was, what one can do instead. */
export function ZoekPage({ frame, vraag, alles, gevonden, bewaard, basis }: Props) {
  const aantal = gevonden ? count(gevonden) + (bewaard?.length ?? 0) : 0;
  return (
    <Page frame={frame} titel={vraag === "" ? "Zoeken" : `Zoeken naar «${vraag}»`}>
      <h1>Zoeken</h1>
      <search aria-label="Zoek in alles wat u mag zien">
        <form method="get" action="/zoeken" class="zoekvraag">
          <label for="veld-q">Zoek een gemeente, regio, document of cijfer</label>
          <input type="search" id="veld-q" name="q" value={vraag} autocomplete="off" />
          <button type="submit">Zoek</button>
        </form>
      </search>
      {gevonden && <p role="status">{describeCount(aantal, vraag)}</p>}
      {!gevonden || aantal === 0 ? <Examples /> : null}
      {gevonden && <Found {...{ vraag, alles, gevonden, basis }} />}
      {gevonden && <BewaardGroup bewaard={bewaard} vraag={vraag} alles={alles} />}
    </Page>
  );
}

function count({ gemeenten, regios, documenten, indicatoren, cijfers }: Zoekuitkomst): number {
  const lists = [gemeenten, regios, documenten, indicatoren];
  return lists.reduce((sum, { dingen }) => sum + dingen.length, cijfers?.regels.length ?? 0);
}

function describeCount(aantal: number, vraag: string): string {
  if (aantal === 0) return `Niets gevonden voor «${vraag}».`;
  return `${aantal} ${aantal === 1 ? "resultaat" : "resultaten"} voor «${vraag}».`;
}

function Examples() {
  const examples = ["Dordrecht", "sociale huurwoningen Gouda", "urgenten", "Drechtsteden"];
  return (
    <p>
      Probeer bijvoorbeeld:{" "}
      {examples.map((example, i) => (
        <>
          {i > 0 && " · "}
          <a href={`/zoeken?q=${encodeURIComponent(example)}`}>{example}</a>
        </>
      ))}
      . Of kijk bij de <a href="/documenten">documenten</a>, de <a href="/regios">regio's</a>, de{" "}
      <a href="/gemeenten">gemeenten</a> of de <a href="/cijfers">cijfers</a>.
    </p>
  );
}

type Foundprops = {
  readonly vraag: string;
  readonly alles: string;
  readonly gevonden: Zoekuitkomst;
  readonly basis: Basis;
};

function Found({ vraag, alles, gevonden, basis }: Foundprops) {
  const { gemeenten, regios, documenten, indicatoren } = gevonden;
  const of = (groep: Groepnaam) => ({ groep, vraag, alles });
  return (
    <>
      <Figures cijfers={gevonden.cijfers} documenten={[...indicatoren.dingen]} />
      <Group {...of("gemeenten")} gevonden={gemeenten} regel={GemeenteLine} />
      <Group {...of("regios")} gevonden={regios} regel={RegioLine} />
      <Group {...of("documenten")} gevonden={documenten} regel={documentLine(basis)} />
      <Group {...of("indicatoren")} gevonden={indicatoren} regel={IndicatorLine} />
    </>
  );
}

type Figureprops = {
  readonly cijfers: Zoekuitkomst["cijfers"];
  readonly documenten: readonly RegieDocument[];
};

/** The answer itself, where somebody asked a figure of a gemeente. */
function Figures({ cijfers, documenten }: Figureprops) {
  if (!cijfers) return null;
  const { gemeente, regels } = cijfers;
  const titelVan = (id: string) => documenten.find((one) => one.id === id)?.titel ?? id;
  return (
    <section aria-labelledby="gevonden-cijfers">
      <h2 id="gevonden-cijfers">
        Cijfers van <a href={gemeenteAdres(gemeente.code)}>{gemeente.naam}</a>
      </h2>
      <FigureTable
        id="cijfers"
        titel="Met de datum en de bron."
        regels={regels}
        titelVan={titelVan}
      />
    </section>
  );
}

function GemeenteLine({ ding }: { readonly ding: Gemeente }) {
  return (
    <>
      <a href={gemeenteAdres(ding.code)}>{ding.naam}</a>{" "}
      <span class="klein">gemeente · {ding.code}</span>
    </>
  );
}

function RegioLine({ ding }: { readonly ding: Regiotreffer }) {
  return (
    <>
      <a href={regioAdres(ding.adresnaam)}>{ding.titel}</a>{" "}
      <span class="klein">
        regio van {ding.aantal} gemeenten · indeling {ding.indeling}
      </span>
    </>
  );
}

function documentLine(basis: Basis) {
  return ({ ding }: { readonly ding: RegieDocument }) => (
    <>
      <a href={documentAdres(ding.versie > 1 ? documentnaam(ding) : ding.id)}>{ding.titel}</a>{" "}
      <span class="klein">
        {ding.soort} · {statusVan(basis, ding)} · {describeBron(ding.bron)}
      </span>
    </>
  );
}

function IndicatorLine({ ding }: { readonly ding: RegieDocument }) {
  return (
    <>
      <a href={documentAdres(ding.id)}>{ding.titel}</a>{" "}
      <span class="klein">{describeBron(ding.bron)}</span>
    </>
  );
}
