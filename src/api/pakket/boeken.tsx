import { isZero } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import { formatGetal, formatVerschil, listWords } from "#domain/notatie.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Boekregel, Verschuiving } from "#services/pakket/verschuivingen.service.ts";
import { documentAdres, gemeenteAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";
import type { Namen } from "../verdeling/namen.ts";
import { KleineAantallen } from "./kleine-aantallen.tsx";
import { Waarde } from "./waarde.tsx";

type Props = { readonly verschuivingen: readonly Verschuiving[]; readonly namen: Namen };

/** Every verdeling that is shifted or settled, each in books of its own with both sides. */
export function Boeken({ verschuivingen, namen }: Props) {
  return (
    <section aria-labelledby="kop-boeken">
      <h2 id="kop-boeken">Wat onderling is afgesproken</h2>
      <p>
        Wat de ene gemeente overneemt, gaat bij de andere af; de som blijft gelijk. Een saldo boven
        nul is meer gedaan dan haar deel; een bedrag boven nul ontvangt zij, onder nul betaalt zij.
        Wat er nog meer tegenover staat, spreken gemeenten zelf af.
      </p>
      {verschuivingen.map((item) => (
        <Boek item={item} namen={namen} />
      ))}
    </section>
  );
}

function Boek({ item, namen }: { readonly item: Verschuiving; readonly namen: Namen }) {
  const { document, regels, meldingen, fouten } = item;
  const naam = documentnaam(document);
  return (
    <>
      <h3>
        <a href={documentAdres(naam)}>{document.titel}</a>
      </h3>
      {regels.length > 0 ? (
        <Regels item={item} />
      ) : (
        <div class="leeg">
          <p>Nog geen boeken.</p>
          <ul>
            {[...fouten, ...meldingen.map((melding) => reason(melding, namen))].map((tekst) => (
              <li>{tekst}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Why there are no books yet, and who can mend that. */
function reason(melding: Melding, namen: Namen): string {
  switch (melding.soort) {
    case "onvolledig": {
      const names = [...new Set(melding.ontbreekt.map(({ cijfer }) => namen.cijfer(cijfer)))];
      const whose = melding.ontbreekt.flatMap(({ van }) => (van ? [namen.eenheid(van)] : []));
      const owners = [...new Set(whose)].toSorted((a, b) => a.localeCompare(b, "nl"));
      const all = owners.length === namen.aantal ? "alle gemeenten" : listWords(owners);
      return `Er ontbreekt: ${listWords(names)}${owners.length > 0 ? ` van ${all}` : ""}.`;
    }
    case "onbepaald": {
      const who = melding.parameter?.zet;
      return `Nog te bepalen: ${melding.wat}${who ? ` (zet: ${who})` : ""}. ${melding.waarom}`;
    }
    case "geweigerd":
      return `Dit kan niet: ${melding.reden}.`;
    default:
      return `Mensen moeten hier eerst kiezen: ${melding.soort.replaceAll("-", " ")}.`;
  }
}

function Regels({ item }: { readonly item: Verschuiving }) {
  const { document, eenheid, regels, afspraken, tegenrekeningen } = item;
  const shifted = afspraken.length > 0;
  const settled = document.vereffening !== undefined && !item.dicht;
  const paid = regels.some(({ bedrag }) => bedrag);
  const rated = regels.some(({ naarRato }) => naarRato);
  const show: Kolommen = { shifted, settled, paid, rated };
  const sorted = regels.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  return (
    <>
      <DataTable id={`boek-${document.id}`} klasse="gemeenten" titel={`In ${eenheid}; op alfabet.`}>
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            {shifted && <Kop>zonder ruil</Kop>}
            {shifted && <Kop>geruild</Kop>}
            <Kop>afgesproken</Kop>
            {settled && <Kop>gedaan</Kop>}
            {rated && <Kop>haar deel van wat samen is gedaan</Kop>}
            {settled && <Kop>saldo</Kop>}
            {paid && <Kop>bedrag in euro</Kop>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((regel) => (
            <Regel regel={regel} show={show} />
          ))}
          {Object.entries(tegenrekeningen)
            .filter(([, bedrag]) => !isZero(bedrag))
            .map(([naam, bedrag]) => (
              <tr>
                <th scope="row">tegenrekening «{naam}»</th>
                {shifted && <td />}
                {shifted && <td />}
                <td />
                <td />
                {rated && <td />}
                <td class="getal">{formatVerschil(bedrag)}</td>
                {paid && <td />}
              </tr>
            ))}
        </tbody>
      </DataTable>
      {item.dicht && <KleineAantallen wat="van wat is gedaan" />}
      <p class="klein">{describeBooks(item)}</p>
    </>
  );
}

function Kop({ children }: { readonly children: string }) {
  return (
    <th scope="col" class="getal">
      {children}
    </th>
  );
}

/** Which columns these books have. */
type Kolommen = {
  readonly shifted: boolean;
  readonly settled: boolean;
  readonly paid: boolean;
  readonly rated: boolean;
};

function Regel({ regel, show }: { readonly regel: Boekregel; readonly show: Kolommen }) {
  const { id, naam, zonderRuil, ruil, afgesproken, gedaan, naarRato, saldo, bedrag } = regel;
  const { shifted, settled, paid, rated } = show;
  return (
    <tr>
      <th scope="row">
        <a href={gemeenteAdres(id)}>{naam}</a>
      </th>
      {shifted && <td class="getal">{formatGetal(zonderRuil)}</td>}
      {shifted && <td class="getal">{formatVerschil(ruil)}</td>}
      <td class="getal">{formatGetal(afgesproken)}</td>
      {settled && (
        <td class="getal">{gedaan ? <Waarde band={gedaan} eenheid="" /> : <Unknown />}</td>
      )}
      {rated && <td class="getal">{naarRato ? formatGetal(naarRato) : <Unknown />}</td>}
      {settled && <td class="getal">{saldo ? formatVerschil(saldo) : <Unknown />}</td>}
      {paid && <td class="getal">{bedrag ? formatVerschil(bedrag) : <Unknown />}</td>}
    </tr>
  );
}

/** What stands in the books and what still has to be told before the rest can. */
function describeBooks({ document, afspraken, regels, dicht }: Verschuiving): string {
  const none = afspraken.length === 0 && document.stappen.some(({ ruil }) => ruil);
  const waiting = !dicht && document.vereffening && !regels.some(({ saldo }) => saldo);
  const left = regels.filter(({ gedaan }) => !gedaan).map(({ naam }) => naam);
  const who = left.toSorted((a, b) => a.localeCompare(b, "nl"));
  return [
    none ? "Er is geen ruil ingevuld." : "",
    waiting && left.length > 0
      ? `Een saldo is er pas als elke gemeente heeft gemeld wat zij deed. Nog niet: ${listWords(who)}.`
      : "",
    !dicht && !waiting && document.vereffening
      ? "Alle saldi en tegenrekeningen samen zijn nul."
      : "",
  ]
    .filter((text) => text !== "")
    .join(" ");
}
