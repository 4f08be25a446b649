import { compare, isNegative, isZero, NUL, negate } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { formatGetal, formatVanTot, listWords } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Mismatchstand, Overnamestand, Programmas } from "#services/pakket/naast-elkaar.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";
import { KleineAantallen } from "./kleine-aantallen.tsx";
import { Waarde } from "./waarde.tsx";

/** The regional programma beside those of the gemeenten, in sentences (F213). */
export function RegionaalLokaal({ programmas }: { readonly programmas: Programmas }) {
  const { regionaal, lokaal, tekort, zonderGetal, minder } = programmas;
  return (
    <section aria-labelledby="kop-programma">
      <h2 id="kop-programma">Het programma van de regio naast die van de gemeenten</h2>
      <p>
        De regio wil {regionaal ? <strong>{formatVanTot(regionaal)}</strong> : <Unknown />} sociale
        huurwoningen.{" "}
        {compare(lokaal.hoog, NUL) > 0 && (
          <>
            In de programma's van gemeenten staan er <strong>{formatVanTot(lokaal)}</strong>
            {zonderGetal.length > 0 && ", voor zover bekend"}.{" "}
          </>
        )}
        {tekort && <Difference tekort={tekort} />}
      </p>
      {zonderGetal.length > 0 && (
        <p>Nog geen getal van: {listWords(zonderGetal)}. Zolang dat zo is, is er geen som.</p>
      )}
      {minder.length > 0 && (
        <p>Minder dan het regionale programma van hen vraagt: {listWords(minder)}.</p>
      )}
    </section>
  );
}

function Difference({ tekort }: { readonly tekort: Bandbreedte }) {
  if (isZero(tekort.midden)) return <>Samen is dat precies wat de regio wil.</>;
  if (isNegative(tekort.midden)) {
    return <>Dat zijn er {formatGetal(negate(tekort.midden))} meer dan de regio wil.</>;
  }
  return (
    <>
      Dat zijn er <strong>{formatVanTot(tekort)} te weinig</strong>.
    </>
  );
}

/** What stands open of the standplaatsen that are needed, after all offers (F188). */
export function Overname({ stand }: { readonly stand: Overnamestand | undefined }) {
  return (
    <section aria-labelledby="kop-overname">
      <h2 id="kop-overname">Standplaatsen die gemeenten van elkaar overnemen</h2>
      {stand ? (
        <>
          <p>
            Nodig: <strong>{formatVanTot(stand.behoefte)}</strong>. Aangeboden:{" "}
            <strong>{formatVanTot(stand.aangeboden)}</strong>. Dan blijft{" "}
            {stand.zonderAntwoord.length > 0 && "hoogstens "}
            <strong>{formatVanTot(stand.open)}</strong> open; daarover gaat het gesprek verder. Wie
            wat krijgt, wordt hier niet verdeeld.
          </p>
          {stand.zonderAntwoord.length > 0 && (
            <p>Nog geen antwoord van: {listWords(stand.zonderAntwoord)}.</p>
          )}
        </>
      ) : (
        <p>
          De behoefte aan standplaatsen is <Unknown />. Lever haar voor de regio of van elke
          gemeente; dan staat hier wat er na het aanbod openblijft.
        </p>
      )}
    </section>
  );
}

type MismatchProps = {
  readonly stand: Mismatchstand;
  readonly gebied: Rekengebied;
};

/** Need less existing and planned supply per group, form and gemeente (F091). */
export function Mismatch({ stand, gebied }: MismatchProps) {
  const sorted = stand.regels.toSorted((a, b) => a.gebied.localeCompare(b.gebied, "nl"));
  return (
    <section aria-labelledby="kop-mismatch">
      <h2 id="kop-mismatch">Wat groepen nodig hebben, en wat er is</h2>
      {stand.dicht && <KleineAantallen wat="van deze groepen" />}
      {sorted.length > 0 ? (
        <DataTable
          id="mismatch"
          titel="In woningen. Wat mist, is de behoefte min wat er is en min wat gepland is. Groepen tellen niet bij elkaar op."
        >
          <thead>
            <tr>
              <th scope="col">gebied</th>
              <th scope="col">groep</th>
              <th scope="col">soort woning</th>
              {["nodig", "er is", "gepland", "mist nog"].map((kop) => (
                <th scope="col" class="getal">
                  {kop}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ gebied: waar, cel, delen, mismatch }) => (
              <tr>
                <th scope="row">{waar}</th>
                <td>{inWords(cel[0] ?? "")}</td>
                <td>{cel[1] ? inWords(cel[1]) : "niet uitgesplitst"}</td>
                <Getal band={delen.behoefte} />
                <Getal band={delen.bestaand} />
                <Getal band={delen.gepland} />
                <Getal band={mismatch} />
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : (
        <div class="leeg">
          <p>
            <span class="onbekend">Onbekend</span> van alle {gebied.eenheden.length} gemeenten. De
            woonzorganalyse van de regio levert de behoefte, het huidige en het geplande aanbod, per
            groep en soort woning.
          </p>
        </div>
      )}
    </section>
  );
}

function Getal({ band }: { readonly band: Bandbreedte | undefined }) {
  return <td class="getal">{band ? <Waarde band={band} eenheid="woningen" /> : <Unknown />}</td>;
}

/** Codes are written so that they read as words. */
function inWords(code: string): string {
  return code.replaceAll("-", " ");
}
