import { listStukken, STUKVORMEN } from "#contract/rekenblad/stukken.ts";
import { listUitvoer } from "#contract/rekenblad/uitvoer.ts";
import { isZero } from "#domain/breuk.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { Uitvoerblad, Uitvoerkolom, Uitvoerrij } from "#services/uitvoer/uitvoerblad.ts";
import { listUitkomstenNa } from "#services/verdeling/na-herindeling.ts";
import { explainUitkomst } from "#services/verdeling/uitleg.ts";
import type { GedeeldeVersie } from "#storage/gedeeld.repository.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { BandNumber, Unknown } from "../page/numbers.tsx";
import { AccountTable } from "./account.tsx";
import { NaHerindeling } from "./na-herindeling.tsx";
import { Vaststellen } from "./naar-versie.tsx";
import { describePath } from "./namen.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly blad: Uitvoerblad;
  readonly hash: string;
};

type Vaststelprops = {
  /** The kept versions of just this outcome that who asks may see; absent where nobody adopts anything. */
  readonly versies?: readonly GedeeldeVersie[];
};

const adresVan = (hash: string) => `/verdeling/bevroren/${hash}`;

/** A frozen outcome as a person reads it: what it says, per gemeente, how, and what to take along. */
export function BevrorenPage({ frame, basis, blad, hash, versies }: Props & Vaststelprops) {
  const { herkomst, regio, kanttekeningen, kolommen } = blad;
  const [kolom] = kolommen;
  const { eenheden } = kolom.uitkomst;
  const koppen = kolommen.map(({ titel }) => titel);
  return (
    <Page frame={frame} titel={`${blad.titel}, bevroren`} deel="/verdeling">
      <Path href="/verdeling">Verdeling</Path>
      <h1>{blad.titel}</h1>
      <p class="stand">
        <strong>{blad.status}</strong> · {regio.titel}, {formatMoment(blad.op)} · bevroren op{" "}
        {formatMoment((herkomst.bevrorenOp ?? "").slice(0, 10))}
      </p>
      <p class="zin">{blad.zin}</p>
      <Keuzes blad={blad} />
      {kolom.meldingen.length > 0 && (
        <ul>
          {kolom.meldingen.map((melding) => (
            <li>{melding}</li>
          ))}
        </ul>
      )}
      <Uitkomst blad={blad} kolom={kolom} hash={hash} />
      {listUitkomstenNa(basis, [eenheden], blad.op).map((na) => (
        <NaHerindeling na={na} eenheid={blad.eenheid} koppen={koppen} />
      ))}
      {kanttekeningen.length > 0 && (
        <section aria-labelledby="kanttekeningen">
          <h2 id="kanttekeningen">Kanttekeningen</h2>
          <ul>
            {kanttekeningen.map((tekst) => (
              <li>{tekst}</li>
            ))}
          </ul>
        </section>
      )}
      <Meenemen hash={hash} />
      {versies && <Vaststellen blad={blad} versies={versies} />}
      <p class="klein kenmerk">
        Kenmerk (sha256): {hash}. De uitkomst is opnieuw uitgerekend en komt tot op de byte overeen
        met wat bewaard is; rekenkern {herkomst.engineVersie}.
      </p>
    </Page>
  );
}

function Keuzes({ blad: { keuzes, wijzigingen } }: Pick<Props, "blad">) {
  const all = [...keuzes, ...wijzigingen];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="ingevuld">
      <h2 id="ingevuld">Wat mensen invulden</h2>
      <ul>
        {all.map(({ naam, waarde }) => (
          <li>
            {naam.replaceAll("-", " ")}: {waarde}
          </li>
        ))}
      </ul>
    </section>
  );
}

type UitkomstProps = Pick<Props, "blad" | "hash"> & { readonly kolom: Uitvoerkolom };

function Uitkomst({ blad, kolom, hash }: UitkomstProps) {
  const { opgave, open } = kolom.uitkomst;
  const uitleg = (gemeente?: string) =>
    `${adresVan(hash)}/uitleg${gemeente ? `?gemeente=${gemeente}` : ""}`;
  return (
    <DataTable
      id="uitkomst"
      klasse="uitkomst"
      titel={
        <>
          In <strong>{blad.eenheid}</strong>; gemeenten op alfabet. Tussen haakjes staat hoe ver een
          getal kan afwijken. Kies een getal om te zien hoe het tot stand komt.
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          <th scope="col" class="getal">
            {kolom.titel}
          </th>
        </tr>
      </thead>
      {groupByDeelregio(kolom.rijen).map(([deelregio, rijen]) => (
        <tbody>
          {deelregio && (
            <tr class="deelregio">
              <th scope="rowgroup" colspan={2}>
                {deelregio}
              </th>
            </tr>
          )}
          {rijen.map(({ eenheid, aantal }) => (
            <tr>
              <th scope="row">{eenheid.naam}</th>
              <td class="getal">
                {aantal ? (
                  <BandNumber band={aantal} href={uitleg(eenheid.id)} naam={eenheid.naam} />
                ) : (
                  <Unknown />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        {!isZero(open.midden) && (
          <tr>
            <th scope="row">blijft open</th>
            <td class="getal">
              <BandNumber band={open} />
            </td>
          </tr>
        )}
        <tr>
          <th scope="row">te verdelen</th>
          <td class="getal">
            {opgave ? (
              <BandNumber band={opgave.aantal} href={uitleg()} naam="Het geheel" />
            ) : (
              <Unknown />
            )}
          </td>
        </tr>
      </tfoot>
    </DataTable>
  );
}

/** Rows come by deelregio already; each with those of its own. */
function groupByDeelregio(rijen: readonly Uitvoerrij[]) {
  const groups = new Map<string, Uitvoerrij[]>();
  for (const rij of rijen) {
    const key = rij.eenheid.deelregio ?? "";
    groups.set(key, [...(groups.get(key) ?? []), rij]);
  }
  return [...groups];
}

function Meenemen({ hash }: Pick<Props, "hash">) {
  const uitvoer = `/verdeling/uitvoer/bevroren/${hash}`;
  return (
    <section aria-labelledby="meenemen" class="niet-afdrukken">
      <h2 id="meenemen">Meenemen</h2>
      <ul>
        {listStukken(undefined, (code) => code).map(({ soort, naam }) => (
          <li>
            {naam}:{" "}
            {STUKVORMEN.map((vorm, nummer) => (
              <>
                {nummer > 0 && " of "}
                <a
                  href={`${uitvoer}/stukken/${soort}.${vorm.einde}`}
                  aria-label={`${naam} als ${vorm.naam}`}
                >
                  {vorm.naam}
                </a>
              </>
            ))}
          </li>
        ))}
        {listUitvoer().map((soorten) => (
          <li>
            {soorten[0].titel}:{" "}
            {soorten.map(({ naam, titel, vorm }, nummer) => (
              <>
                {nummer > 0 && " of "}
                <a href={`${uitvoer}/${naam}`} aria-label={`${titel} als ${vorm}`}>
                  {vorm}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

type UitlegProps = Props & { readonly gemeente?: string };

/** How one number of a frozen outcome came about, from the figures of then. */
export function BevrorenUitlegPage({ frame, basis, blad, hash, gemeente }: UitlegProps) {
  const [{ uitkomst, naam, titel, zin }] = blad.kolommen;
  const who = uitkomst.eenheden.find(({ id }) => id === gemeente);
  const kop = `${who?.naam ?? blad.regio.titel}: hoe komt dit tot stand?`;
  return (
    <Page frame={frame} titel={`${kop} ${titel}, bevroren`} deel="/verdeling">
      <Path href={adresVan(hash)}>Terug naar de bevroren uitkomst</Path>
      <h1>{kop}</h1>
      <p class="stand">
        <strong>{blad.status}</strong> · <a href={documentAdres(naam)}>{titel}</a> ·{" "}
        {formatMoment(blad.op)}
      </p>
      <p class="zin">{zin}</p>
      <AccountTable
        id="verantwoording"
        account={explainUitkomst(uitkomst, who?.id)}
        titel="Van de uitkomst terug naar de cijfers; … betekent dat er meer decimalen zijn."
        cijfer={(wat) => describePath(basis, wat)}
        adresVan={() => undefined}
      />
    </Page>
  );
}
