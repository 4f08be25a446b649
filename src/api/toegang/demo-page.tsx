import { ROLNAMEN } from "#domain/toegang.ts";
import {
  DEMOPERSONEN,
  type Demopersoon,
  demoOrganisaties,
  ONBEKENDE,
} from "#services/toegang/demo.ts";
import { listMagErgens } from "#services/toegang/wie-mag-wat.ts";
import { type Frame, Page } from "../page/layout.tsx";

/** The page of the demo where one chooses who to be: each role, and what it may do. */
export function DemoPage({ frame }: { readonly frame: Frame }) {
  const titel = "Wie wilt u zijn?";
  return (
    <Page frame={frame} titel={titel}>
      <h1>{titel}</h1>
      <p class="inleiding">
        Dit is de demo op uw eigen computer. Er zijn geen wachtwoorden: kies een rol en kijk rond.
        De mensen en organisaties zijn verzonnen, de gemeenten bestaan. Wat elke rol mag, komt uit{" "}
        <a href="/wie-mag-wat">wie mag wat</a>.
      </p>
      <form method="post">
        <ul class="personen">
          {DEMOPERSONEN.map((persoon) => (
            <Keuze persoon={persoon} />
          ))}
          <Keuze persoon={ONBEKENDE} />
        </ul>
      </form>
      <p>
        <a href="/">Terug, zonder aanmelden</a>
      </p>
    </Page>
  );
}

// Any day on which the people of the demo act: what they may is of no day.
const DAG = "2026-06-01";
const BODIES = demoOrganisaties(DAG);

function Keuze({ persoon }: { readonly persoon: Demopersoon }) {
  const { sub, naam, namens } = persoon;
  const mandaten = namens.flatMap(({ organisatie, rol }) => {
    const body = BODIES.get(organisatie);
    return body ? [{ id: sub, organisatie: body, rol, van: DAG }] : [];
  });
  const whom = mandaten.map(({ organisatie, rol }) => `${organisatie.naam} (${ROLNAMEN[rol]})`);
  const mag = listMagErgens({ persoon: sub, namens: mandaten, kringen: [] }, DAG);
  return (
    <li>
      <div>
        <h2>{naam}</h2>
        <p>
          {whom.length > 0
            ? `Namens ${whom.join(", ")}.`
            : "Bekend bij de aanmelddienst, maar door niemand uitgenodigd."}
        </p>
        {mag.length === 0 ? (
          <p class="klein">Mag niets, en ziet wat openbaar is.</p>
        ) : (
          <details>
            <summary>
              Wat deze rol mag<span class="onzichtbaar">: {naam}</span>
            </summary>
            <ul>
              {mag.map((what) => (
                <li>{what}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <button type="submit" name="sub" value={sub} aria-label={`Kies: ${naam}`}>
        Kies
      </button>
    </li>
  );
}
