import { type ReactNode, useState } from "react";
import { type Blad, stukAdres } from "#contract/rekenblad/blad.ts";
import { listStukken, STUKVORMEN, type Stuk } from "#contract/rekenblad/stukken.ts";
import { fetchVersiestuk, fetchWasWordt, saveFile } from "../../client/stukken.ts";
import type { Sleutel } from "../../client/versies.ts";
import { type Antwoord, refusalOf } from "../../client/vraag.ts";
import { Bestanden, VersieBestanden } from "./exporteer-bestanden.tsx";
import type { Namen } from "./namen.ts";
import { Weigering } from "./versies-tekst.tsx";

type Props = { readonly blad: Blad; readonly namen: Namen };

/** What a sheet can be taken along as. */
export function Exporteer({ blad, namen }: Props) {
  return (
    <Lijst
      stukken={listStukken(blad.gemeente, namen.eenheid)}
      bestanden={<Bestanden blad={blad} />}
    >
      {({ soort, gemeente }, einde, label, naam) => (
        <a href={stukAdres(blad, `${soort}.${einde}`, gemeente)} aria-label={label} download>
          {naam}
        </a>
      )}
    </Lijst>
  );
}

type VersieProps = Props & { readonly sleutel: Sleutel };

/** The same of a kept version, which only opens with its secret. */
export function ExporteerVersie({ blad, namen, sleutel }: VersieProps) {
  const { fouten, bezig, fetch } = useFetch();
  return (
    <>
      <Lijst
        stukken={listStukken(blad.gemeente, namen.eenheid)}
        bestanden={<VersieBestanden sleutel={sleutel} />}
      >
        {({ soort, gemeente }, einde, label, naam) => (
          <button
            type="button"
            className="stil"
            aria-label={label}
            disabled={bezig}
            onClick={() =>
              fetch(`${soort}.${einde}`, (file) => fetchVersiestuk(sleutel, file, gemeente))
            }
          >
            {naam}
          </button>
        )}
      </Lijst>
      <Voortgang {...{ fouten, bezig }} />
    </>
  );
}

/** Two versions beside each other on paper. */
export function ExporteerWasWordt(props: { readonly was: Sleutel; readonly wordt: Sleutel }) {
  const { fouten, bezig, fetch } = useFetch();
  return (
    <>
      <p className="niet-afdrukken">
        Neem dit mee als{" "}
        {STUKVORMEN.map(({ einde, naam }, nummer) => (
          <span key={einde}>
            {nummer > 0 && " of "}
            <button
              type="button"
              className="stil"
              aria-label={`Was en wordt als ${naam}`}
              disabled={bezig}
              onClick={() =>
                fetch(`was-wordt.${einde}`, (file) => fetchWasWordt(props.was, props.wordt, file))
              }
            >
              {naam}
            </button>
          </span>
        ))}
      </p>
      <Voortgang {...{ fouten, bezig }} />
    </>
  );
}

type LijstProps = {
  readonly stukken: readonly Stuk[];
  readonly bestanden: ReactNode;
  readonly children: (stuk: Stuk, einde: string, label: string, naam: string) => ReactNode;
};

function Lijst({ stukken, bestanden, children }: LijstProps) {
  return (
    <section aria-labelledby="exporteer-kop" className="niet-afdrukken">
      <h2 id="exporteer-kop">Exporteer</h2>
      <p>
        Stukken om mee te nemen. Wat niemand besloot, heet op elke bladzijde ambtelijk concept. Een
        A4 toont alleen de getallen van de eigen gemeente.
      </p>
      <ul>
        {stukken.map((stuk) => (
          <li key={stuk.naam}>
            {stuk.naam}:{" "}
            {STUKVORMEN.map(({ einde, naam }, nummer) => (
              <span key={einde}>
                {nummer > 0 && " of "}
                {children(stuk, einde, `${stuk.naam} als ${naam}`, naam)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <h3>Om verder te rekenen of te plakken</h3>
      {bestanden}
    </section>
  );
}

function useFetch() {
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [bezig, setBezig] = useState(false);
  const fetch = async (file: string, ask: (file: string) => Promise<Antwoord<Blob>>) => {
    setBezig(true);
    const answer = await ask(file);
    setBezig(false);
    setFouten(refusalOf(answer));
    if (answer.soort === "goed") saveFile(answer.inhoud, file);
  };
  return { fouten, bezig, fetch };
}

function Voortgang(props: { readonly fouten: readonly string[]; readonly bezig: boolean }) {
  return (
    <>
      <p className="klein" aria-live="polite">
        {props.bezig && "Het stuk wordt gemaakt. Dat duurt hoogstens enkele seconden…"}
      </p>
      <Weigering regels={props.fouten} />
    </>
  );
}
