import type { Keuzeplek, Overnameplek } from "#services/kader/samenvoeging.ts";
import { documentAdres } from "../../adres.ts";
import { DataTable } from "../../page/data-table.tsx";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";

/** What somebody sent, and the two versions it is laid beside. */
export type Botsingstand = {
  readonly id: string;
  /** The text as it was sent. */
  readonly tekst: string;
  readonly reden: string;
  /** The version it was written from; 0 where there was none. */
  readonly van: number;
  /** The version of somebody else that came since. */
  readonly tegen: number;
};

type Props = {
  readonly frame: Frame;
  readonly stand: Botsingstand;
  readonly keuzes: readonly Keuzeplek[];
  readonly overgenomen: readonly Overnameplek[];
  /** What was chosen so far, by the name of the place. */
  readonly gekozen: ReadonlyMap<string, string>;
  /** Places that still have to be chosen, once somebody asked to go on. */
  readonly open: readonly Keuzeplek[];
};

/** Where two people changed the same places: a choice for each, and all that was taken over. */
export function BotsingPage({ frame, stand, keuzes, overgenomen, gekozen, open }: Props) {
  const { id, van, tegen } = stand;
  return (
    <Page frame={frame} titel={`${id}: een ander bewaarde intussen`} deel="/documenten">
      <Path href={`${documentAdres(id)}/geschiedenis`}>Geschiedenis van dit document</Path>
      <h1>Een ander bewaarde intussen</h1>
      {open.length > 0 && <NogKiezen open={open} keuzes={keuzes} />}
      <p class="inleiding">
        {van === 0
          ? `Er is al een versie ${tegen} van «${id}».`
          : `U ging uit van versie ${van}. Intussen is versie ${tegen} bewaard.`}{" "}
        Uw tekst is niet weg en er is niets overschreven. Kies per onderdeel wat er komt te staan;
        daarna ziet u de hele tekst voordat u bewaart.
      </p>
      <form method="post" action={`${documentAdres(id)}/bewerken`}>
        <Meegestuurd stand={stand} />
        {keuzes.map((keuze, index) => (
          <Keuze keuze={keuze} index={index} stand={stand} gekozen={gekozen.get(keuze.naam)} />
        ))}
        <button type="submit" name="doen" value="samenvoegen">
          Ga verder en bekijk de hele tekst
        </button>
      </form>
      <Overgenomen overgenomen={overgenomen} stand={stand} />
      <EigenTekst tekst={stand.tekst} />
    </Page>
  );
}

function NogKiezen({ open, keuzes }: Pick<Props, "open" | "keuzes">) {
  return (
    <Notice titel="Er is nog te kiezen" kies bovenaan>
      <ul>
        {open.map((keuze) => (
          <li>
            <a href={`#keuze-${keuzes.indexOf(keuze) + 1}`}>{keuze.plaats}</a>: kies een van beide.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Everything that is needed to begin anew: nothing of it is kept by the server. */
function Meegestuurd({ stand: { tekst, reden, van, tegen } }: { readonly stand: Botsingstand }) {
  return (
    <>
      <input type="hidden" name="van" value={`${van}`} />
      <input type="hidden" name="tegen" value={`${tegen}`} />
      <input type="hidden" name="reden" value={reden} />
      <input type="hidden" name="regeleinde" value={tekst.includes("\r\n") ? "crlf" : "lf"} />
      <input type="hidden" name="tekst" value={tekst} />
    </>
  );
}

type Keuzeprops = {
  readonly keuze: Keuzeplek;
  readonly index: number;
  readonly stand: Botsingstand;
  readonly gekozen: string | undefined;
};

function Keuze({ keuze, index, stand, gekozen }: Keuzeprops) {
  const { naam, plaats, was, ander, mijn } = keuze;
  const veld = `kies.${naam}`;
  const sides = [
    ["ander", `Wat de ander ervan maakte (versie ${stand.tegen})`, ander],
    ["mijn", "Wat u ervan maakte", mijn],
  ] as const;
  return (
    <fieldset id={`keuze-${index + 1}`} class="botsing">
      <legend>{plaats}</legend>
      <p class="klein">Het was: {was ?? <em>het stond er niet</em>}</p>
      {sides.map(([kant, label, waarde]) => (
        <label class="vink">
          <input type="radio" name={veld} value={kant} checked={gekozen === kant} />
          <span>
            <span class="klein">{label}: </span>
            {waarde ?? <em>het staat er niet</em>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Overgenomenprops = {
  readonly overgenomen: readonly Overnameplek[];
  readonly stand: Pick<Botsingstand, "tegen">;
};

/** What only one of the two changed: there is nothing to choose there. */
export function Overgenomen({ overgenomen, stand: { tegen } }: Overgenomenprops) {
  if (overgenomen.length === 0) return null;
  const wie = { ander: `de ander (versie ${tegen})`, mijn: "u", beiden: "allebei hetzelfde" };
  return (
    <DataTable
      id="overgenomen"
      titel="Wat één van beiden veranderde, staat er zo in"
      klasse="woorden"
    >
      <thead>
        <tr>
          <th scope="col">plaats</th>
          <th scope="col">was</th>
          <th scope="col">wordt</th>
          <th scope="col">door</th>
        </tr>
      </thead>
      <tbody>
        {overgenomen.map(({ plaats, was, wordt, van }) => (
          <tr>
            <th scope="row">{plaats}</th>
            <td data-kop="was">{was ?? <em>stond er niet</em>}</td>
            <td data-kop="wordt">{wordt ?? <em>staat er niet meer</em>}</td>
            <td data-kop="door">{wie[van]}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Comments that stand in no part of what was put together: said before anything is kept. */
export function Verloren({ kwijt }: { readonly kwijt: readonly string[] }) {
  if (kwijt.length === 0) return null;
  return (
    <Notice titel="Deze opmerkingen staan niet meer in de tekst" kies bovenaan>
      <p>Zij stonden in uw tekst of in die van de ander. Zet terug wat u wilt houden.</p>
      <ul>
        {kwijt.map((een) => (
          <li>
            <code>{een}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The text as it was sent, to copy, whatever is chosen. */
export function EigenTekst({ tekst }: { readonly tekst: string }) {
  return (
    <details>
      <summary>Uw tekst zoals u hem stuurde</summary>
      <label for="eigen-tekst" class="klein">
        U kunt hem hier kopiëren.
      </label>
      <textarea id="eigen-tekst" rows={20} readonly spellcheck={false}>
        {`\n${tekst}`}
      </textarea>
    </details>
  );
}
