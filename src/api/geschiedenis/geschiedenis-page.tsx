import type { Wijzigingsregel } from "#services/geschiedenis/wijzigingen.service.ts";
import { noemOnderwerp, ONDERWERPEN } from "#services/geschiedenis/woorden.ts";
import { describeDader } from "#services/toegang/wie-deed-het.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { formatTijd, Tijd } from "../page/tijd.tsx";

/** What was asked, as it was filled in. */
export type Gevraagd = {
  readonly onderwerp: string;
  readonly sleutel: string;
  readonly van: string;
  readonly tot: string;
};

type Props = {
  readonly frame: Frame;
  readonly gevraagd: Gevraagd;
  readonly fouten: readonly string[];
  readonly aantal: number;
  readonly pagina: number;
  readonly regels: readonly Wijzigingsregel[];
  /** The last time that the chain was looked over. */
  readonly controle: Ketencontrole | undefined;
  readonly links: { readonly vorige?: string; readonly volgende?: string };
};

/** What happened to what one's own body made: when, by whom, why, and what it was and became. */
export function WijzigingenPage({
  frame,
  gevraagd,
  fouten,
  aantal,
  pagina,
  regels,
  ...rest
}: Props) {
  const { links, controle } = rest;
  return (
    <Page frame={frame} titel={pagina === 1 ? "Geschiedenis" : `Geschiedenis, pagina ${pagina}`}>
      <Path href="/account">Uw account</Path>
      <h1>Geschiedenis</h1>
      <p class="inleiding">
        Wat er veranderde aan wat uw organisatie maakte, en wat u zelf deed. Van teksten staat er
        geen inhoud: die leest u bij de versie zelf. Wat is weggegooid, staat er als feit.
      </p>
      {fouten.length > 0 && (
        <Notice titel="Deze vraag klopt nog niet" kies bovenaan>
          <ul>
            {fouten.map((fout) => (
              <li>{fout}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Filter gevraagd={gevraagd} />
      {regels.length === 0 ? <Niets aantal={aantal} /> : <Regels {...{ aantal, regels }} />}
      <p class="klein">{describeControle(controle)}</p>
      <nav aria-label="Bladzijden" class="knoppen">
        {links.vorige && <a href={links.vorige}>Nieuwere</a>}
        {links.volgende && <a href={links.volgende}>Oudere</a>}
      </nav>
    </Page>
  );
}

type Ketencontrole = {
  readonly op: string;
  readonly heel: boolean;
  readonly wijzigingen: number;
};

function describeControle(controle: Ketencontrole | undefined): string {
  if (!controle) {
    return "Elke wijziging draagt het kenmerk van de vorige. Of de keten heel is, is hier nog niet nagekeken; dat doet wie de server beheert.";
  }
  const { op, heel, wijzigingen } = controle;
  const when = `De keten van ${wijzigingen} wijzigingen is nagekeken op ${formatTijd(op)}`;
  return heel ? `${when} en was heel.` : `${when} en was niet heel. Vraag wie de server beheert.`;
}

function Filter({ gevraagd: { onderwerp, sleutel, van, tot } }: Pick<Props, "gevraagd">) {
  return (
    <form method="get">
      <div class="velden">
        <div class="veld">
          <label for="onderwerp">Waarover</label>
          <select id="onderwerp" name="onderwerp">
            <option value="">alles</option>
            {Object.entries(ONDERWERPEN).map(([tabel, naam]) => (
              <option value={tabel} selected={tabel === onderwerp}>
                {naam}
              </option>
            ))}
          </select>
        </div>
        <Dagveld naam="van" label="Van" waarde={van} />
        <Dagveld naam="tot" label="Tot en met" waarde={tot} />
        {sleutel !== "" && (
          <div class="veld">
            <label for="sleutel">Alleen van</label>
            <input type="text" id="sleutel" name="sleutel" value={sleutel} />
          </div>
        )}
      </div>
      <button type="submit">Zoek</button>
    </form>
  );
}

type Dagveldprops = { readonly naam: string; readonly label: string; readonly waarde: string };

function Dagveld({ naam, label, waarde }: Dagveldprops) {
  return (
    <div class="veld">
      <label for={naam}>{label}</label>
      <span class="hint" id={`${naam}-hint`}>
        Een dag als 2026-11-30. Mag leeg.
      </span>
      <input type="text" id={naam} name={naam} value={waarde} aria-describedby={`${naam}-hint`} />
    </div>
  );
}

function Niets({ aantal }: { readonly aantal: number }) {
  return (
    <Notice titel="Hier is niets van bijgehouden" bovenaan>
      <p>
        {aantal > 0
          ? "Er zijn niet zo veel bladzijden. Ga terug naar de eerste."
          : "Kies een ander onderwerp of andere dagen. Wat uw organisatie maakt of verandert, komt hier vanzelf te staan; van voor die tijd is er niets."}
      </p>
    </Notice>
  );
}

function Regels({ aantal, regels }: Pick<Props, "aantal" | "regels">) {
  const titel = `${aantal} ${aantal === 1 ? "wijziging" : "wijzigingen"}, de nieuwste bovenaan`;
  return (
    <DataTable id="wijzigingen" titel={titel} klasse="woorden">
      <thead>
        <tr>
          <th scope="col">wanneer</th>
          <th scope="col">wat</th>
          <th scope="col">was en werd</th>
          <th scope="col">door</th>
          <th scope="col">waarom</th>
        </tr>
      </thead>
      <tbody>
        {regels.map((regel) => (
          <Regel regel={regel} />
        ))}
      </tbody>
    </DataTable>
  );
}

const SOORTEN: Readonly<Record<Wijzigingsregel["soort"], string>> = {
  gemaakt: "gemaakt",
  gewijzigd: "gewijzigd",
  verwijderd: "weggegooid",
};

function Regel({ regel }: { readonly regel: Wijzigingsregel }) {
  const { nummer, op, onderwerp, sleutel, soort, door, reden } = regel;
  return (
    <tr id={`wijziging-${nummer}`}>
      <td>
        <Tijd op={op} />
        <span class="opmerking">nummer {nummer}</span>
      </td>
      <th scope="row">
        {noemOnderwerp(onderwerp)} {SOORTEN[soort]}
        <span class="opmerking">
          <Sleutel {...{ onderwerp, sleutel }} />
        </span>
      </th>
      <td>
        <Velden regel={regel} />
      </td>
      <td>{describeDader(door, "zonder account")}</td>
      <td>{reden ?? "–"}</td>
    </tr>
  );
}

/** A document has a history of its own; of the rest the name is enough to find it back. */
function Sleutel({ onderwerp, sleutel }: Pick<Wijzigingsregel, "onderwerp" | "sleutel">) {
  const [id = "", versie] = sleutel.split(" ");
  if (onderwerp !== "document") return <>{sleutel}</>;
  return (
    <>
      <a href={`${documentAdres(id)}/geschiedenis`}>{id}</a>, versie {versie}
    </>
  );
}

function Velden({ regel: { soort, velden } }: { readonly regel: Wijzigingsregel }) {
  if (soort === "verwijderd") return <>de inhoud is er niet meer</>;
  return (
    <dl class="wijziging">
      {velden.map(({ veld, was, wordt }) => (
        <div>
          <dt>{veld}</dt>
          <dd>
            {soort === "gewijzigd" && <>{shorten(was)} → </>}
            {shorten(wordt)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The beginning of a hash is enough to see that two differ. */
function shorten(waarde: string | undefined): string {
  return waarde === undefined ? "niets" : waarde.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, "$1…");
}
