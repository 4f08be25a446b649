import type { Ophaaltaak } from "#storage/ophaaltaak.repository.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Grensbestand, Grenzen, Monitor, type Openheid, Woningbouwkaart } from "./bron-delen.tsx";
import { Fouten } from "./fouten.tsx";
import { Takenlijst } from "./taakregel.tsx";

type Props = Openheid & {
  readonly frame: Frame;
  readonly taken: readonly Ophaaltaak[];
  readonly titelVan: (indicator: string) => string;
  readonly now: Date;
  readonly fouten?: readonly string[];
  /** Why who asks cannot fetch anything; absent where they can. */
  readonly waarom?: string;
};

/** Everything that can be fetched, what is going on, and what came of it before. */
export function BronnenPage(props: Props) {
  const { frame, dicht, waarom, taken, titelVan, now, fouten = [] } = props;
  const busy = taken.filter(({ stand }) => stand === "bezig" || stand === "wacht");
  const done = taken.filter((taak) => !busy.includes(taak));
  return (
    <Page frame={frame} titel="Ophalen bij de bron" deel="/cijfers">
      <Path href="/cijfers">Cijfers</Path>
      <h1>Ophalen bij de bron</h1>
      <p class="inleiding">
        Cijfers van CBS, gemeentegrenzen van PDOK en plancapaciteit uit de Nationale
        Woningbouwkaart. U ziet wat er verandert, en u kunt het ongedaan maken.
      </p>
      <Fouten fouten={fouten} />
      {dicht !== undefined && (
        <Notice titel="Ophalen kan hier nu niet" bovenaan>
          <p>{dicht}</p>
        </Notice>
      )}
      {waarom !== undefined && (
        <Notice titel="Alleen om te zien" bovenaan>
          <p>{waarom}</p>
        </Notice>
      )}
      {busy.length > 0 && (
        <>
          <h2 id="bezig">Nu bezig</h2>
          <Takenlijst taken={busy} titelVan={titelVan} now={now} />
          <p>
            <a href="/bronnen#bezig">Ververs deze pagina</a> om te zien hoe ver het is.
          </p>
        </>
      )}
      <h2>Wat u kunt ophalen</h2>
      <h3>Cijfers van CBS StatLine</h3>
      <p>
        Kies een tabel, een maat en perioden. <a href="/bronnen/cbs">Cijfers van CBS kiezen</a>
      </p>
      <Grenzen {...props} />
      <Woningbouwkaart {...props} />
      <Monitor />
      <Grensbestand {...props} />
      <h2>Eerder opgehaald</h2>
      {done.length === 0 ? (
        <p>
          Er is nog niets opgehaald. Begin met de gemeentegrenzen: daarmee toont de kaart de echte
          vormen in plaats van een schets.
        </p>
      ) : (
        <Takenlijst taken={done} titelVan={titelVan} now={now} />
      )}
    </Page>
  );
}
