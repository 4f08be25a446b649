import type { Child } from "hono/jsx";
import { formatMoment } from "#domain/notatie.ts";
import { ROLNAMEN, type Wie } from "#domain/toegang.ts";
import type { Ingedeeld } from "#services/aandacht/aandacht.service.ts";
import { type Frame, Page } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Takenlijst } from "../page/takenlijst.tsx";
import { Aandachtslijst } from "./aandachtslijst.tsx";
import { hoofdtakenVan, isBestuur, type Werkplek } from "./hoofdtaken.ts";

type Props = {
  readonly frame: Frame;
  readonly wie: Wie;
  readonly dag: string;
  /** Absent while the database is away: then nobody knows what waits. */
  readonly aandacht?: Ingedeeld;
  readonly plek?: Werkplek;
  /** For who decides: what, what it does, and where it rubs. */
  readonly children?: Child;
};

/** The first page of somebody who is signed in: what waits for them, and what they mostly do. */
export function StartPage({ frame, wie, dag, aandacht, plek, children }: Props) {
  return (
    <Page frame={frame} titel="Wat vraagt vandaag uw aandacht?">
      <h1>Wat vraagt vandaag uw aandacht?</h1>
      <p class="stand">
        {formatMoment(dag)} · <Voor wie={wie} />
      </p>
      {aandacht ? <Waiting aandacht={aandacht} /> : <Away />}
      {children}
      {plek && (
        <section aria-labelledby="meestal">
          <h2 id="meestal">{isBestuur(plek.rol) ? "Verder" : "Waar u meestal mee begint"}</h2>
          <Takenlijst taken={hoofdtakenVan(plek)} />
        </section>
      )}
    </Page>
  );
}

/** For whom one works here now, and where one says that it is for another. */
function Voor({ wie: { namens } }: Pick<Props, "wie">) {
  const [first] = namens;
  if (!first) return <>U handelt vandaag voor geen enkele organisatie</>;
  const others = new Set(namens.map(({ organisatie }) => organisatie.id)).size - 1;
  return (
    <>
      <strong>{first.organisatie.naam}</strong>, {ROLNAMEN[first.rol]}
      {others > 0 && (
        <>
          {" · "}
          <a href="/account">
            en voor {others} andere {others === 1 ? "organisatie" : "organisaties"}
          </a>
        </>
      )}
    </>
  );
}

function Waiting({ aandacht: { meteen, dagoverzicht } }: { readonly aandacht: Ingedeeld }) {
  const gathered = dagoverzicht.length;
  return (
    <>
      {meteen.length === 0 ? (
        <p class="inleiding">
          {gathered === 0
            ? "Niets. Er wacht niets op u."
            : "Niets wat niet tot het dagoverzicht kan wachten."}
        </p>
      ) : (
        <Aandachtslijst regels={meteen} />
      )}
      <p class="klein niet-afdrukken">
        {gathered > 0 && (
          <>
            <a href="/dagoverzicht">
              Dagoverzicht: {gathered} {gathered === 1 ? "melding" : "meldingen"}
            </a>
            {" · "}
          </>
        )}
        <a href="/account/meldingen">Kies wat u hier ziet</a>
      </p>
    </>
  );
}

function Away() {
  return (
    <Notice titel="Wat op u wacht, is nu niet te zien" bovenaan>
      <p>De database antwoordt even niet. Laad deze pagina straks opnieuw; de rest werkt gewoon.</p>
    </Notice>
  );
}
