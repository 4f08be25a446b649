import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { listVerbeterpunten, type Verbeterpunt } from "#services/cijfers/verbeterpunten.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";

type Props = { readonly frame: Frame; readonly basis: OpenbareBasis; readonly op: string };

/** What we do not know of each aandachtsgroep, and who could change that. */
export function OnbekendPage({ frame, basis, op }: Props) {
  const punten = listVerbeterpunten(basis, op);
  const without = punten.filter(({ zonderBron }) => zonderBron);
  const some = punten.filter(({ zonderBron }) => !zonderBron);
  return (
    <Page frame={frame} titel="Wat wij niet weten" deel="/cijfers">
      <Path href="/cijfers">Cijfers</Path>
      <h1>Wat wij niet weten, en wie dat kan verbeteren</h1>
      <p class="inleiding">
        Van {without.length} van de {punten.length} aandachtsgroepen is hier geen enkel cijfer. Dat
        zegt niets over hoe groot de groep is: de registratie ontbreekt, of is nog niet ingelezen.
      </p>
      <ForEach punten={punten} />
      <h2>Geen bron: verbeter de registratie</h2>
      {without.length === 0 ? <p>Van elke groep is er een cijfer.</p> : <Groups punten={without} />}
      {some.length > 0 && <h2>Een deel is bekend</h2>}
      <Groups punten={some} />
    </Page>
  );
}

function Groups({ punten }: { readonly punten: readonly Verbeterpunt[] }) {
  return (
    <>
      {punten.map(({ groep, cijfers }) => {
        const told = cijfers.filter((cijfer) => cijfer.aanwezig || !isForEach(cijfer));
        return (
          <section aria-labelledby={`groep-${groep}`}>
            <h3 id={`groep-${groep}`}>{groep.replaceAll("-", " ")}</h3>
            {told.length === 0 ? (
              <p>Geen eigen cijfer. Begin bij een cijfer dat voor elke groep wordt gevraagd.</p>
            ) : (
              <ul>
                {told.map(({ indicator, aanwezig, levert }) => (
                  <li>
                    <a href={`/indicatoren/${indicator.id}`}>{indicator.titel}</a>:{" "}
                    {aanwezig ? "er is een cijfer" : "onbekend"}
                    {!aanwezig && levert && `; ${levert} kan het leveren`}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </>
  );
}

/** Asked of every group alike; told once, and of a group only where it has one. */
function ForEach({ punten }: { readonly punten: readonly Verbeterpunt[] }) {
  const all = punten.flatMap(({ cijfers }) => cijfers.filter(isForEach));
  const shared = [...new Map(all.map(({ indicator }) => [indicator.id, indicator])).values()];
  return (
    <p>
      Voor elke groep worden deze cijfers gevraagd:{" "}
      {shared.map(({ id, titel }, i) => (
        <>
          {i > 0 && (i === shared.length - 1 ? " en " : ", ")}
          <a href={`/indicatoren/${id}`}>{titel}</a>
        </>
      ))}
      .
    </p>
  );
}

function isForEach({ indicator }: Verbeterpunt["cijfers"][number]): boolean {
  return indicator.uitsplitsing.includes("aandachtsgroep");
}
