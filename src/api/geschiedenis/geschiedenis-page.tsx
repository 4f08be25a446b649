import { formatMoment } from "#domain/notatie.ts";
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

/** What cannot be asked so, and the field that it was asked in, with its words; absent where no field is of it. */
export type Vraagfout = {
  readonly veld?: { readonly naam: string; readonly label: string };
  readonly tekst: string;
};

type Props = {
  readonly frame: Frame;
  readonly gevraagd: Gevraagd;
  readonly fouten: readonly Vraagfout[];
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
        Wat er veranderde aan het werk van uw organisatie, en wat u zelf deed. De tekst van een
        document leest u bij de versie zelf.
      </p>
      {fouten.length > 0 && (
        <Notice titel="Deze vraag klopt nog niet" kies bovenaan>
          <ul>
            {fouten.map(({ veld, tekst }) => (
              <li>
                {veld === undefined ? (
                  tekst
                ) : (
                  <a href={`#${veld.naam}`}>
                    {veld.label}: {tekst}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Filter {...{ gevraagd, fouten }} />
      {regels.length > 0 && <Regels {...{ aantal, regels }} />}
      {regels.length === 0 && fouten.length === 0 && <Niets aantal={aantal} />}
      {(links.vorige ?? links.volgende) && (
        <nav aria-label="Bladzijden" class="knoppen">
          {links.vorige && <a href={links.vorige}>Nieuwere wijzigingen</a>}
          {links.volgende && <a href={links.volgende}>Oudere wijzigingen</a>}
        </nav>
      )}
      <p class="klein">{describeControle(controle)}</p>
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
    return "Elke wijziging hangt vast aan de vorige, zodat niemand er ongemerkt een kan veranderen. Wie de server beheert, heeft die keten nog niet nagekeken.";
  }
  const { op, heel, wijzigingen } = controle;
  const when = `De keten van ${wijzigingen} wijzigingen is nagekeken op ${formatTijd(op)}`;
  return heel ? `${when} en was heel.` : `${when} en was niet heel. Vraag wie de server beheert.`;
}

function Filter({ gevraagd, fouten }: Pick<Props, "gevraagd" | "fouten">) {
  const { onderwerp, sleutel, van, tot } = gevraagd;
  const faultOf = (naam: string) => fouten.find(({ veld }) => veld?.naam === naam)?.tekst;
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
        <Dagveld naam="van" label="Van" waarde={van} fout={faultOf("van")} />
        <Dagveld naam="tot" label="Tot en met" waarde={tot} fout={faultOf("tot")} />
        {sleutel !== "" && (
          <div class="veld">
            <label for="sleutel">Alleen met dit kenmerk</label>
            <input type="text" id="sleutel" name="sleutel" value={sleutel} />
          </div>
        )}
      </div>
      <button type="submit">Toon deze wijzigingen</button>
    </form>
  );
}

type Dagveldprops = {
  readonly naam: string;
  readonly label: string;
  readonly waarde: string;
  readonly fout: string | undefined;
};

/** What is no day stays to be seen and mended: a field for days would show nothing of it. */
function Dagveld({ naam, label, waarde, fout }: Dagveldprops) {
  return (
    <div class="veld">
      <label for={naam}>{label}</label>
      {fout !== undefined && (
        <span class="fout" id={`${naam}-fout`}>
          {fout}
        </span>
      )}
      <input
        type={fout === undefined ? "date" : "text"}
        id={naam}
        name={naam}
        value={waarde}
        aria-invalid={fout === undefined ? undefined : "true"}
        aria-describedby={fout === undefined ? undefined : `${naam}-fout`}
      />
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
          <Sleutel {...{ onderwerp, sleutel, nummer }} />
        </span>
      </th>
      <td>
        <Velden regel={regel} />
      </td>
      <td data-kop="door">{describeDader(door, "zonder account")}</td>
      <td data-kop="waarom">{reden ?? "–"}</td>
    </tr>
  );
}

type Sleutelprops = Pick<Wijzigingsregel, "onderwerp" | "sleutel" | "nummer">;

/** A document has a history of its own; of the rest this page has all that happened to it. */
function Sleutel({ onderwerp, sleutel, nummer }: Sleutelprops) {
  const [id = "", versie] = sleutel.split(" ");
  if (onderwerp !== "document") {
    return (
      <a
        href={`/geschiedenis?${new URLSearchParams({ onderwerp, sleutel })}`}
        aria-label={`Alles hierover, van wijziging ${nummer}`}
      >
        alles hierover
      </a>
    );
  }
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
            {soort === "gewijzigd" && (
              <>
                <Waarde tekst={was} /> →{" "}
              </>
            )}
            <Waarde tekst={wordt} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A day and a moment as people read them; of what a program made up the beginning tells two apart. */
function Waarde({ tekst = "niets" }: { readonly tekst?: string | undefined }) {
  if (DAG.test(tekst)) return <time datetime={tekst}>{formatMoment(tekst)}</time>;
  if (MOMENT.test(tekst)) return <Tijd op={tekst} />;
  return <>{tekst.replace(HASH, "$1…").replace(UUID, "$1…")}</>;
}

const HASH = /^([0-9a-f]{12})[0-9a-f]{52}$/;
const UUID = /^([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAG = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
