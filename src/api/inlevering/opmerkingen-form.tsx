import type { Bevinding } from "#domain/inlevering.ts";
import { describeWaar } from "#services/inlevering/verslag.ts";
import { groepeer } from "./groepen.ts";
import { rijAnker } from "./rijen.tsx";
import { aantalVan, celveld, titelVan } from "./woorden.ts";

type Props = { readonly adres: string; readonly opmerkingen: readonly Bevinding[] };

/** What is strange but possible, a form for each kind: one reason may do for all of them. */
export function OpmerkingenForm({ adres, opmerkingen }: Props) {
  if (opmerkingen.length === 0) return null;
  const soorten = groepeer(opmerkingen, ({ code }) => code);
  return (
    <section aria-labelledby="opmerkingen">
      <h2 id="opmerkingen">Opmerkingen</h2>
      <p>
        Dit is vreemd, en het kan kloppen. Zeg waarom: die reden blijft bij de cijfers staan. Klopt
        het niet, schrijf er dan achter wat het moet zijn.
      </p>
      {[...soorten].map(([code, own]) => (
        <Soort adres={adres} code={code} opmerkingen={own} />
      ))}
    </section>
  );
}

function Soort({ adres, code, opmerkingen }: Props & { readonly code: string }) {
  const id = `reden-${code}`;
  return (
    <form method="post" action={`${adres}/antwoorden`} class="soort">
      <fieldset>
        <legend>
          {titelVan(code)} ({aantalVan(opmerkingen.length, "cel", "cellen")})
        </legend>
        {opmerkingen.map((item) => (
          <Opmerking opmerking={item} />
        ))}
        <div class="veld">
          <label for={id}>Waarom klopt dit toch?</label>
          <input type="text" id={id} name="reden" autocomplete="off" />
        </div>
      </fieldset>
      <button type="submit" class="rustig">
        Bewaar {aantalVan(opmerkingen.length, "antwoord", "antwoorden")}
      </button>
    </form>
  );
}

function Opmerking({ opmerking }: { readonly opmerking: Bevinding }) {
  const { id, waar, tekst, gevonden } = opmerking;
  const plaats = describeWaar(waar);
  return (
    <div class="opmerkingregel">
      <div class="vink">
        <input type="checkbox" name="id" value={id} id={`vink-${id}`} checked />
        <label for={`vink-${id}`}>
          {plaats}: {gevonden && `«${gevonden}». `}
          {tekst}
        </label>
      </div>
      {waar.rij !== undefined && waar.kolom !== undefined && (
        <p>
          <input type="text" name={celveld(waar)} aria-label={`Verbetering van ${plaats}`} />{" "}
          <a href={`#${rijAnker(waar)}`}>Toon de regel</a>
        </p>
      )}
    </div>
  );
}
