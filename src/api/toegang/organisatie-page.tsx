import type { Child } from "hono/jsx";
import { formatMoment } from "#domain/notatie.ts";
import { ROLLEN_VAN, ROLNAMEN, SOORTNAMEN } from "#domain/toegang.ts";
import type { Ingevuld } from "#services/toegang/beheer-invoer.ts";
import type { Organisatiebeeld } from "#services/toegang/organisatiebeeld.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Bestuursmandaten, Kringen } from "./organisatie-kringen.tsx";
import { Termvelden, Veld } from "./organisatie-velden.tsx";

/** What was wrong with what somebody asked, and where on the page they asked it. */
export type Gezegd = {
  readonly deel: string;
  readonly fouten: readonly string[];
  readonly ingevuld: Ingevuld;
};

type Props = {
  readonly frame: Frame;
  readonly beeld: Organisatiebeeld;
  readonly gezegd?: Gezegd;
};

/** A body: who acts for it until when, and for a beheerder all that changes it. */
export function OrganisatiePage({ frame, beeld, gezegd }: Props) {
  const { organisatie, mag } = beeld;
  const said = (deel: string) => (gezegd?.deel === deel ? gezegd : undefined);
  return (
    <Page frame={frame} titel={organisatie.naam}>
      <Path href="/account">Uw account</Path>
      <h1>{organisatie.naam}</h1>
      <p class="stand">{describeSoort(beeld)}</p>
      <Mensen beeld={beeld} fouten={<Fouten gezegd={said("mensen")} />} />
      {mag.personen && (
        <>
          <Uitnodigen beeld={beeld} gezegd={said("uitnodigen")} />
          <AnderMandaat beeld={beeld} gezegd={said("mandaat")} />
        </>
      )}
      <Kringen beeld={beeld} fouten={<Fouten gezegd={said("kringen")} />} />
      {mag.personen && (
        <p>
          <a href="/apisleutels">Sleutels en webhooks voor programma's</a>
        </p>
      )}
      <Bestuursmandaten
        beeld={beeld}
        ingevuld={said("bestuursmandaten")?.ingevuld ?? {}}
        fouten={<Fouten gezegd={said("bestuursmandaten")} />}
      />
    </Page>
  );
}

function describeSoort({ organisatie: { soort, tot } }: Organisatiebeeld): string {
  const kind = SOORTNAMEN[soort];
  const first = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return tot === undefined ? `${first}.` : `${first}, doet mee tot en met ${formatMoment(tot)}.`;
}

/** All mistakes at once, above the form they are of. */
function Fouten({ gezegd }: { readonly gezegd: Gezegd | undefined }) {
  if (!gezegd) return null;
  return (
    <Notice titel="Dit is nog niet gedaan" kies>
      <ul>
        {gezegd.fouten.map((fout) => (
          <li>{fout}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Deelprops = { readonly beeld: Organisatiebeeld; readonly fouten: Child };

function Mensen({ beeld, fouten }: Deelprops) {
  const { leden, mag } = beeld;
  return (
    <section id="mensen" aria-labelledby="mensen-kop">
      <h2 id="mensen-kop">Wie handelt voor deze organisatie</h2>
      {fouten}
      {leden.length === 0 ? (
        <p>Nog niemand.</p>
      ) : (
        <DataTable id="leden" titel="Mensen en hun mandaten" klasse="woorden">
          <thead>
            <tr>
              <th scope="col">naam</th>
              <th scope="col">als</th>
              <th scope="col">van</th>
              <th scope="col">tot en met</th>
              <th scope="col">stand</th>
              {mag.personen && (
                <th scope="col" class="niet-afdrukken">
                  veranderen
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {leden.map((lid) => (
              <Lidrij beeld={beeld} lid={lid} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

type Lid = Organisatiebeeld["leden"][number];

function Lidrij({ beeld, lid }: { readonly beeld: Organisatiebeeld; readonly lid: Lid }) {
  const { naam, email, rol, van, tot } = lid;
  const { mag } = beeld;
  return (
    <tr>
      <th scope="row">
        {naam}
        {mag.personen && email !== undefined && <span class="opmerking">{email}</span>}
      </th>
      <td data-kop="als">{ROLNAMEN[rol]}</td>
      <td data-kop="van">{formatMoment(van)}</td>
      <td data-kop="tot en met">{tot === undefined ? "geen einddatum" : formatMoment(tot)}</td>
      <td data-kop="stand">{describeStand(lid, beeld.dag)}</td>
      {mag.personen && (
        <td class="niet-afdrukken">
          <Daden beeld={beeld} lid={lid} />
        </td>
      )}
    </tr>
  );
}

function describeStand({ beeindigd, uitgeschakeld, geweest, van, tot }: Lid, dag: string): string {
  if (beeindigd !== undefined) return `beëindigd op ${formatMoment(beeindigd)}`;
  if (uitgeschakeld) return "account staat uit";
  if (tot !== undefined && tot < dag) return "afgelopen";
  if (dag < van) return "begint nog";
  return geweest ? "telt" : "telt; nog niet aangemeld geweest";
}

function Daden({ beeld, lid }: { readonly beeld: Organisatiebeeld; readonly lid: Lid }) {
  const base = `/organisaties/${beeld.organisatie.id}`;
  const { naam, rol } = lid;
  const switched = lid.uitgeschakeld ? "inschakelen" : "uitschakelen";
  return (
    <>
      {lid.beeindigd === undefined && (
        <form method="post" action={`${base}/mandaten/${lid.mandaat}/beeindigen`}>
          <button class="stil" type="submit" aria-label={`Beëindig: ${naam}, ${ROLNAMEN[rol]}`}>
            Beëindig mandaat
          </button>
        </form>
      )}
      <form method="post" action={`${base}/personen/${lid.persoon}/${switched}`}>
        <button
          class="stil"
          type="submit"
          aria-label={lid.uitgeschakeld ? `Zet account aan: ${naam}` : `Zet account uit: ${naam}`}
        >
          {lid.uitgeschakeld ? "Zet account aan" : "Zet account uit"}
        </button>
      </form>
    </>
  );
}

type Formprops = { readonly beeld: Organisatiebeeld; readonly gezegd: Gezegd | undefined };

function Uitnodigen({ beeld, gezegd }: Formprops) {
  const { organisatie } = beeld;
  const ingevuld = gezegd?.ingevuld ?? {};
  return (
    <section id="uitnodigen" aria-labelledby="uitnodigen-kop" class="niet-afdrukken">
      <h2 id="uitnodigen-kop">Iemand uitnodigen</h2>
      <p>
        Wij sturen geen bericht: zeg het zelf. Wie zich daarna aanmeldt met dit adres of kenmerk,
        komt binnen. Wie al een account heeft, kan daarmee ook voor deze organisatie handelen.
      </p>
      <Fouten gezegd={gezegd} />
      <form method="post" action={`/organisaties/${organisatie.id}/uitnodigen`}>
        <div class="velden">
          <Veld naam="naam" label="Naam" ingevuld={ingevuld} verplicht />
          <Veld
            naam="email"
            label="E-mailadres bij de aanmelddienst"
            hint="Het adres waarmee iemand zich bij de eigen organisatie aanmeldt"
            ingevuld={ingevuld}
            soort="email"
          />
          <Veld
            naam="sub"
            label="Of het kenmerk"
            hint="Wie zich te vroeg aanmeldde, leest het op de pagina «U bent nog niet uitgenodigd»"
            ingevuld={ingevuld}
          />
          <Rolveld beeld={beeld} ingevuld={ingevuld} id="uitnodigen" />
          <Termvelden beeld={beeld} ingevuld={ingevuld} id="uitnodigen" />
        </div>
        <button type="submit">Nodig uit</button>
      </form>
    </section>
  );
}

function AnderMandaat({ beeld, gezegd }: Formprops) {
  const { organisatie, leden } = beeld;
  const ingevuld = gezegd?.ingevuld ?? {};
  const people = new Map(leden.map(({ persoon, naam }) => [persoon, naam]));
  if (people.size === 0) return null;
  return (
    <section id="mandaat" aria-labelledby="mandaat-kop" class="niet-afdrukken">
      <h2 id="mandaat-kop">Een ander mandaat geven</h2>
      <Fouten gezegd={gezegd} />
      <form method="post" action={`/organisaties/${organisatie.id}/mandaten`}>
        <div class="velden">
          <div class="veld">
            <label for="mandaat-persoon">Aan wie</label>
            <select id="mandaat-persoon" name="persoon">
              {[...people].map(([id, naam]) => (
                <option value={id} selected={ingevuld.persoon === id}>
                  {naam}
                </option>
              ))}
            </select>
          </div>
          <Rolveld beeld={beeld} ingevuld={ingevuld} id="mandaat" />
          <Termvelden beeld={beeld} ingevuld={ingevuld} id="mandaat" />
        </div>
        <button type="submit">Geef mandaat</button>
      </form>
    </section>
  );
}

function Rolveld({
  beeld,
  ingevuld,
  id,
}: {
  readonly beeld: Organisatiebeeld;
  readonly ingevuld: Ingevuld;
  readonly id: string;
}) {
  return (
    <div class="veld">
      <label for={`${id}-rol`}>Als</label>
      <select id={`${id}-rol`} name="rol">
        {ROLLEN_VAN[beeld.organisatie.soort].map((rol) => (
          <option value={rol} selected={ingevuld.rol === rol}>
            {ROLNAMEN[rol]}
          </option>
        ))}
      </select>
    </div>
  );
}
