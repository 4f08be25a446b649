import type { Boeking } from "#domain/fonds.ts";
import { formatMoment } from "#domain/notatie.ts";
import {
  type Boekingsaanvraag,
  describeTeVeel,
  type Fondsbeeld,
  formatEuro,
} from "#services/programmering/fondsen.service.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { type OokHier, OokHierRegel } from "../aanwezig/ook-hier.tsx";
import { DataTable } from "../page/data-table.tsx";
import { TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { ZICHTWOORDEN } from "../toegang/delen-page.tsx";
import { describeJaren } from "./fondsen-page.tsx";
import { Mistakes } from "./nieuw-fonds-page.tsx";

type Poging = { readonly aanvraag?: Boekingsaanvraag; readonly fouten: readonly string[] };

type Props = {
  readonly frame: Frame;
  readonly beeld: Fondsbeeld;
  /** Whether whoever asks may promise out of it. */
  readonly mag: boolean;
  readonly poging: Poging | undefined;
  /** Who else is booking here now. */
  readonly ookHier: OokHier | undefined;
};

/** One fund: what there is, what was promised per year, and every booking with what it stands on. */
export function FondsPage({ frame, beeld, mag, poging, ookHier }: Props) {
  const { fonds, stand, boekingen } = beeld;
  const tooMuch = describeTeVeel(stand);
  return (
    <Page frame={frame} titel={fonds.naam} deel="/programmering">
      <Path href="/fondsen">Fondsen en regelingen</Path>
      <h1>{fonds.naam}</h1>
      <p class="stand">
        Toezeggen kan {describeJaren(fonds)} · bron: {fonds.bron}
      </p>
      {ookHier && <OokHierRegel {...ookHier} />}
      {poging && <Mistakes fouten={poging.fouten} />}
      {fonds.doel !== "" && <p class="inleiding">{fonds.doel}</p>}
      <dl class="kenmerken">
        <dt>Beschikbaar</dt>
        <dd>{fonds.bedrag ? formatEuro(fonds.bedrag) : "onbekend"}</dd>
        <dt>Toegezegd</dt>
        <dd>{formatEuro(stand.geboekt)}</dd>
        <dt>Nog over</dt>
        <dd>
          {stand.over
            ? `${formatEuro(stand.over)}: beschikbaar min toegezegd`
            : "onbekend, want niemand zei hoeveel er is"}
        </dd>
        {mag && fonds.eigendom && (
          <>
            <dt>Wie ziet het</dt>
            <dd>
              {ZICHTWOORDEN[fonds.eigendom.zichtbaarheid]}.{" "}
              <a href={`/fondsen/${fonds.id}/delen`}>Kies wie het ziet</a>
            </dd>
          </>
        )}
      </dl>
      {tooMuch && (
        <Notice titel={tooMuch} bovenaan>
          <p>Dat mag het register laten staan; het kan een keuze zijn. Het staat er wel.</p>
        </Notice>
      )}
      <PerYear beeld={beeld} />
      <h2 id="boekingen">Boekingen</h2>
      {boekingen.length === 0 ? (
        <p>Er is nog niets toegezegd.</p>
      ) : (
        <Bookings boekingen={boekingen} fonds={fonds.id} mag={mag} />
      )}
      {mag && <BookForm beeld={beeld} aanvraag={poging?.aanvraag} />}
    </Page>
  );
}

function PerYear({ beeld: { stand } }: { readonly beeld: Fondsbeeld }) {
  if (stand.perJaar.length < 2) return null;
  return (
    <DataTable
      id="per-jaar"
      titel="Toegezegd per jaar, zonder wat is teruggetrokken."
      klasse="smal"
    >
      <thead>
        <tr>
          <th scope="col">jaar</th>
          <th scope="col" class="getal">
            euro
          </th>
        </tr>
      </thead>
      <tbody>
        {stand.perJaar.map(({ jaar, bedrag }) => (
          <tr>
            <th scope="row">{jaar}</th>
            <td class="getal">{formatEuro(bedrag)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type Bookingsprops = {
  readonly boekingen: readonly Boeking[];
  readonly fonds: string;
  readonly mag: boolean;
};

function Bookings({ boekingen, fonds, mag }: Bookingsprops) {
  return (
    <DataTable id="toezeggingen" titel="Het nieuwste jaar eerst." klasse="woorden">
      <thead>
        <tr>
          <th scope="col">jaar</th>
          <th scope="col" class="getal">
            euro
          </th>
          <th scope="col">waarvoor</th>
          <th scope="col">besluit of brief</th>
          <th scope="col">geboekt op</th>
          <th scope="col">terug</th>
        </tr>
      </thead>
      <tbody>
        {boekingen.map((boeking) => (
          <Booking boeking={boeking} fonds={fonds} mag={mag} />
        ))}
      </tbody>
    </DataTable>
  );
}

type Bookingprops = Omit<Bookingsprops, "boekingen"> & { readonly boeking: Boeking };

function Booking({ boeking, fonds, mag }: Bookingprops) {
  const { id, jaar, bedrag, wat, stuk, op, terug } = boeking;
  return (
    <tr>
      <th scope="row">{jaar}</th>
      <td class="getal" data-kop="euro">
        {terug ? <s>{formatEuro(bedrag)}</s> : formatEuro(bedrag)}
      </td>
      <td data-kop="waarvoor">{wat}</td>
      <td data-kop="besluit of brief">{stuk}</td>
      <td data-kop="geboekt op">{formatMoment(dagVan(op))}</td>
      <td>
        {terug && `${formatMoment(dagVan(terug.op))}: ${terug.reden}`}
        {!terug && mag && (
          <details>
            <summary>Trek terug</summary>
            <form method="post" action={`/fondsen/${fonds}/boekingen/${id}/terug`}>
              <label for={`reden-${id}`}>Waarom vervalt «{wat}»?</label>
              <input type="text" id={`reden-${id}`} name="reden" required maxlength={200} />
              <button type="submit" class="stil">
                Trek deze boeking terug
              </button>
            </form>
          </details>
        )}
      </td>
    </tr>
  );
}

type Formprops = {
  readonly beeld: Fondsbeeld;
  readonly aanvraag: Boekingsaanvraag | undefined;
};

function BookForm({ beeld: { fonds }, aanvraag }: Formprops) {
  const filled = (naam: keyof Boekingsaanvraag) => aanvraag?.[naam] ?? "";
  return (
    <section aria-labelledby="boeken" class="niet-afdrukken">
      <h2 id="boeken">Een toezegging boeken</h2>
      <form method="post" action={`/fondsen/${fonds.id}/boekingen`}>
        <div class="velden">
          <TextField naam="jaar" label="Jaar" waarde={filled("jaar")} hint={describeJaren(fonds)} />
          <TextField
            naam="bedrag"
            label="Bedrag"
            waarde={filled("bedrag")}
            hint="euro: 12.500 of 1,25 miljoen"
          />
          <TextField
            naam="wat"
            label="Waarvoor"
            waarde={filled("wat")}
            hint="de locatie of het plan"
          />
          <TextField
            naam="stuk"
            label="Besluit of brief"
            waarde={filled("stuk")}
            hint="waar de toezegging op rust"
          />
        </div>
        <button type="submit">Boek de toezegging</button>
      </form>
    </section>
  );
}
