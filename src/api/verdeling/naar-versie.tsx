import { readBlad, verkenAdres } from "#contract/rekenblad/blad.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import type { GedeeldeVersie } from "#storage/gedeeld.repository.ts";

type Props = { readonly blad: Uitvoerblad; readonly versies: readonly GedeeldeVersie[] };

/** How a body adopts a frozen outcome: that has no owner, so it does so with a version of it. */
export function Vaststellen({ blad, versies }: Props) {
  return (
    <section aria-labelledby="vaststellen" class="niet-afdrukken">
      <h2 id="vaststellen">Vastleggen dat dit is vastgesteld</h2>
      <p>
        Een bevroren uitkomst is van niemand: wie het kenmerk heeft, leest haar. Een bestuursorgaan
        legt zijn besluit daarom vast bij een bewaarde versie, die van een organisatie is.
      </p>
      {versies.length > 0 ? <Bewaard versies={versies} /> : <Bewaar blad={blad} />}
    </section>
  );
}

function Bewaard({ versies }: Pick<Props, "versies">) {
  return (
    <>
      <p>Precies deze uitkomst is al bewaard:</p>
      <ul>
        {versies.map(({ id, nummer, naam, vanWie }) => (
          <li>
            <a href={`/verdeling/versies/${id}`}>
              versie {nummer}, «{naam}»
            </a>
            {vanWie && ` van ${vanWie}`}.{" "}
            <a
              href={`/verdeling/versies/${id}/vaststellen`}
              aria-label={`Leg een besluit vast bij versie ${nummer}, «${naam}»`}
            >
              Leg een besluit vast
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Bewaar({ blad }: Pick<Props, "blad">) {
  return (
    <>
      <ol>
        <li>Open haar als rekenblad.</li>
        <li>
          Vul opnieuw in welke cijfers mensen zelf invulden. Een rekenblad rekent met de cijfers van
          nu: kijk of de uitkomst dezelfde is.
        </li>
        <li>Kies «Bewaar als versie», en bij die versie «Leg een besluit vast».</li>
      </ol>
      <p>
        <a class="knop" href={adresVan(blad)}>
          Open als rekenblad
        </a>
      </p>
    </>
  );
}

/** The sheet of this outcome, with the choices that can stand in an address. */
function adresVan({ kolommen, regio, op, keuzes, wijzigingen }: Uitvoerblad): string {
  const [{ naam }] = kolommen;
  const query = new URLSearchParams({ regio: regio.id, op });
  for (const { naam: keuze, waarde } of keuzes) query.set(`kies.${keuze}`, waarde);
  for (const { naam: pad, waarde } of wijzigingen) query.set(`wijzig.${pad}`, waarde);
  return verkenAdres(readBlad(naam, query, op));
}
