import type { Child } from "hono/jsx";
import type { Basis } from "#services/basis.ts";
import type { Documentgeschiedenis, Versieregel } from "#services/kader/documentgeschiedenis.ts";
import type { Tekstverschil } from "#services/kader/tekstverschil.ts";
import { describeDader } from "#services/toegang/wie-deed-het.ts";
import { documentAdres } from "../../adres.ts";
import { DataTable } from "../../page/data-table.tsx";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";
import { Tijd } from "../../page/tijd.tsx";
import { statusVan } from "../status.tsx";

/** Two versions laid side by side. */
export type WasWordt = {
  readonly was: number;
  readonly wordt: number;
  /** Undefined where one of the two cannot be read as a document. */
  readonly verschillen: readonly Tekstverschil[] | undefined;
  readonly zinnen?: readonly [string, string];
};

type Props = {
  readonly frame: Frame;
  readonly geschiedenis: Documentgeschiedenis;
  /** Whether who asks may say who sees it. */
  readonly deelbaar: boolean;
  /** Whether who asks is signed in, and so has a log to look in. */
  readonly aangemeld: boolean;
  readonly waswordt?: WasWordt;
  readonly basis: Basis;
};

/** What became of a document: every version, when, by whom and why, and two of them side by side. */
export function GeschiedenisPage(props: Props) {
  const { frame, geschiedenis, deelbaar, aangemeld, waswordt, basis } = props;
  const { id, titel, herkomst, regels, bijgewerkt } = geschiedenis;
  const kept = regels.filter(({ inhoud }) => inhoud !== undefined);
  return (
    <Page frame={frame} titel={`Geschiedenis van ${titel}`} deel="/documenten">
      {kept.length > 0 ? (
        <Path href={documentAdres(id)}>Dit document</Path>
      ) : (
        <Path href="/documenten">Documenten</Path>
      )}
      <h1>Geschiedenis van {titel}</h1>
      {bijgewerkt && (
        <p class="stand">
          Laatst bijgewerkt: <Tijd op={bijgewerkt} />
        </p>
      )}
      <p class="inleiding">{introduce(herkomst, kept.length)}</p>
      <Regels {...{ id, regels, basis }} eigen={herkomst === "eigen"} />
      <p class="knoppen">
        {deelbaar && <a href={`${documentAdres(id)}/delen`}>Wie ziet dit document?</a>}
        {aangemeld && herkomst === "eigen" && (
          <a href={`/geschiedenis?onderwerp=document&sleutel=${encodeURIComponent(id)}`}>
            Alles wat met dit document gebeurde
          </a>
        )}
      </p>
      {kept.length > 1 && <Keuze versies={kept} {...(waswordt ? { waswordt } : {})} />}
      {waswordt && <Verschil id={id} waswordt={waswordt} />}
    </Page>
  );
}

function introduce(herkomst: Documentgeschiedenis["herkomst"], aantal: number): string {
  if (aantal === 0) {
    return "Dit document is weggegooid. Dat het er was, blijft bekend; wat erin stond, is weg.";
  }
  if (herkomst === "meegeleverd") {
    return "Dit document komt mee met Woonregie. De tijd is wanneer een versie op deze server kwam; wanneer zij besloten is, staat in het document zelf.";
  }
  return "Een afspraak is een begin. Elke keer bewaren maakt een volgende versie; alle eerdere blijven te lezen op hun eigen adres.";
}

type Regelsprops = Pick<Documentgeschiedenis, "id" | "regels"> & {
  readonly eigen: boolean;
  readonly basis: Basis;
};

function Regels({ id, regels, eigen, basis }: Regelsprops) {
  const showReden = regels.some(({ reden }) => reden !== undefined);
  return (
    <DataTable id="versies" titel="Versies, de nieuwste bovenaan" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">versie</th>
          <th scope="col">wanneer</th>
          <th scope="col">door</th>
          {showReden && <th scope="col">waarom</th>}
          <th scope="col">tekst</th>
        </tr>
      </thead>
      <tbody>
        {regels.map((regel) => (
          <Regel {...{ id, regel, showReden, eigen, basis }} />
        ))}
      </tbody>
    </DataTable>
  );
}

type Regelprops = {
  readonly id: string;
  readonly regel: Versieregel;
  readonly showReden: boolean;
  readonly eigen: boolean;
  readonly basis: Basis;
};

function Regel({ id, regel, showReden, eigen, basis }: Regelprops) {
  const { versie, op, door, reden, inhoud } = regel;
  return (
    <tr>
      <th scope="row">
        {versie}
        {inhoud && <span class="opmerking">{inhoud.titel}</span>}
      </th>
      <td data-kop="wanneer">{op ? <Tijd op={op} /> : "niet bijgehouden"}</td>
      <td data-kop="door">
        {describeDader(door, eigen ? "niet bekend" : "komt mee met Woonregie")}
      </td>
      {showReden && <td data-kop="waarom">{reden ?? "–"}</td>}
      <td>
        {inhoud ? (
          <>
            <a href={versieAdres(id, versie)}>Lees versie {versie}</a>
            <span class="opmerking">{statusVan(basis, { ...inhoud, id, versie })}</span>
          </>
        ) : (
          "weggegooid; de inhoud is er niet meer"
        )}
      </td>
    </tr>
  );
}

/** Where the text of one version stays to be read. */
function versieAdres(id: string, versie: number): string {
  return `${documentAdres(id)}/geschiedenis/${versie}`;
}

type Keuzeprops = { readonly versies: readonly Versieregel[]; readonly waswordt?: WasWordt };

function Keuze({ versies, waswordt }: Keuzeprops) {
  return (
    <form method="get">
      <fieldset>
        <legend>Leg twee versies naast elkaar</legend>
        <div class="velden">
          <Veld naam="was" titel="Was" versies={versies} nu={waswordt?.was ?? versies[1]?.versie} />
          <Veld
            naam="wordt"
            titel="Wordt"
            versies={versies}
            nu={waswordt?.wordt ?? versies[0]?.versie}
          />
        </div>
        <button type="submit">Vergelijk</button>
      </fieldset>
    </form>
  );
}

type Veldprops = {
  readonly naam: string;
  readonly titel: string;
  readonly versies: readonly Versieregel[];
  readonly nu: number | undefined;
};

function Veld({ naam, titel, versies, nu }: Veldprops) {
  return (
    <div class="veld">
      <label for={naam}>{titel}</label>
      <select id={naam} name={naam}>
        {versies.map(({ versie }) => (
          <option value={`${versie}`} selected={versie === nu}>
            versie {versie}
          </option>
        ))}
      </select>
    </div>
  );
}

function Verschil({ id, waswordt }: { readonly id: string; readonly waswordt: WasWordt }) {
  const { was, wordt, verschillen, zinnen } = waswordt;
  return (
    <section id="was-wordt" aria-labelledby="verschil-kop">
      <h2 id="verschil-kop">
        Was en wordt: versie {was} en versie {wordt}
      </h2>
      {verschillen === undefined ? (
        <Notice titel="Deze twee zijn niet per onderdeel te vergelijken">
          <p>
            Een van beide is niet als document te lezen. Lees ze zelf:{" "}
            <a href={versieAdres(id, was)}>versie {was}</a> en{" "}
            <a href={versieAdres(id, wordt)}>versie {wordt}</a>.
          </p>
        </Notice>
      ) : (
        <Verschiltabel verschillen={verschillen} />
      )}
      {zinnen && (
        <>
          <h3>Was</h3>
          <p class="zin">{zinnen[0]}</p>
          <h3>Wordt</h3>
          <p class="zin">{zinnen[1]}</p>
        </>
      )}
    </section>
  );
}

/** Place by place, what it was and what it becomes. */
function Verschiltabel({ verschillen }: { readonly verschillen: readonly Tekstverschil[] }) {
  if (verschillen.length === 0) {
    return <p>Zij zeggen hetzelfde. Alleen de schrijfwijze of een opmerking kan verschillen.</p>;
  }
  const titel = `${verschillen.length} ${verschillen.length === 1 ? "verschil" : "verschillen"}; wat gelijk bleef, staat er niet bij`;
  return (
    <DataTable id="verschil" titel={titel} klasse="woorden">
      <thead>
        <tr>
          <th scope="col">plaats</th>
          <th scope="col">was</th>
          <th scope="col">wordt</th>
        </tr>
      </thead>
      <tbody>
        {verschillen.map(({ plaats, was, wordt }) => (
          <tr>
            <th scope="row">{plaats}</th>
            <td data-kop="was">{was ?? <Niet>stond er niet</Niet>}</td>
            <td data-kop="wordt">{wordt ?? <Niet>staat er niet meer</Niet>}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Niet({ children }: { readonly children?: Child }) {
  return <em>{children}</em>;
}
