import { APIRECHTEN, type Apirecht } from "#domain/apisleutel.ts";
import { formatMoment } from "#domain/notatie.ts";
import { type Organisatie, ROLNAMEN } from "#domain/toegang.ts";
import {
  laatsteDag,
  rollenVoorSleutel,
  type Sleutelaanvraag,
} from "#services/toegang/apisleutels.service.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import type { Apisleutel } from "#storage/apisleutel.repository.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";

/** A body with its keys. */
export type Beheerde = {
  readonly organisatie: Organisatie;
  readonly sleutels: readonly Apisleutel[];
};

/** What somebody filled in, and what was wrong with it. */
export type Ingevuld = { readonly aanvraag: Sleutelaanvraag; readonly fouten: readonly string[] };

type Props = {
  readonly frame: Frame;
  readonly beheerde: readonly Beheerde[];
  readonly ingevuld: Ingevuld | undefined;
  readonly nu: Date;
};

const RECHTEN = Object.entries(APIRECHTEN) as [Apirecht, string][];

/** The keys of the bodies that somebody looks after. */
export function SleutelsPage({ frame, beheerde, ingevuld, nu }: Props) {
  return (
    <Page frame={frame} titel="Sleutels voor programma's">
      <h1>Sleutels voor programma's</h1>
      <p class="inleiding">
        Met een sleutel vraagt een programma iets namens uw organisatie, bij de API onder /v1. Het
        stuurt haar mee in de kop X-API-Key.
      </p>
      <p>
        Wilt u dat een programma van u vanzelf hoort dat er iets is gebeurd? Maak dan een{" "}
        <a href="/webhooks">webhook</a>.
      </p>
      {ingevuld && (
        <Notice titel="De sleutel is niet gemaakt" kies bovenaan>
          <ul>
            {ingevuld.fouten.map((fout) => (
              <li>{fout}</li>
            ))}
          </ul>
        </Notice>
      )}
      {beheerde.map((one) => (
        <section>
          <h2>{one.organisatie.naam}</h2>
          <Keys {...one} nu={nu} />
          <MakeForm organisatie={one.organisatie} nu={nu} ingevuld={ingevuld?.aanvraag} />
        </section>
      ))}
    </Page>
  );
}

function Keys({ organisatie, sleutels, nu }: Beheerde & { readonly nu: Date }) {
  if (sleutels.length === 0) return <p>Er zijn nog geen sleutels.</p>;
  return (
    <DataTable
      id={`sleutels-${organisatie.id}`}
      titel={`Sleutels van ${organisatie.naam}`}
      klasse="lijst"
    >
      <thead>
        <tr>
          {["Naam", "Begint met", "Mag", "Laatst gebruikt", "Tot en met", "Intrekken"].map(
            (kop) => (
              <th scope="col">{kop}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {sleutels.map((sleutel) => (
          <Row sleutel={sleutel} nu={nu} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ sleutel, nu }: { readonly sleutel: Apisleutel; readonly nu: Date }) {
  const { id, naam, begin, rol, rechten, laatstGebruiktOp, tot, ingetrokkenOp } = sleutel;
  return (
    <tr>
      <th scope="row">{naam}</th>
      <td>
        <code>{begin}…</code>
      </td>
      <td>
        als {ROLNAMEN[rol]}: {rechten.map((recht) => APIRECHTEN[recht]).join("; ")}
      </td>
      <td>{laatstGebruiktOp ? formatMoment(dagVan(laatstGebruiktOp)) : "nooit"}</td>
      <td>{formatMoment(tot)}</td>
      <td>
        {ingetrokkenOp ? (
          `ingetrokken op ${formatMoment(dagVan(ingetrokkenOp))}`
        ) : tot < dagVan(nu) ? (
          "verlopen"
        ) : (
          <form method="post" action={`/apisleutels/${id}/intrekken`}>
            <button type="submit" aria-label={`Trek sleutel ${naam} in`}>
              Trek in
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

type FormProps = {
  readonly organisatie: Organisatie;
  readonly nu: Date;
  readonly ingevuld: Sleutelaanvraag | undefined;
};

function MakeForm({ organisatie, nu, ingevuld }: FormProps) {
  const own = ingevuld?.organisatie === organisatie.id ? ingevuld : undefined;
  const id = (naam: string) => `${naam}-${organisatie.id}`;
  return (
    <form method="post" action="/apisleutels" class="formulier">
      <h3>Een sleutel maken</h3>
      <input type="hidden" name="organisatie" value={organisatie.id} />
      <div class="veld">
        <label for={id("naam")}>Waar is zij voor?</label>
        <input type="text" id={id("naam")} name="naam" required maxlength={80} value={own?.naam} />
      </div>
      <div class="veld">
        <label for={id("rol")}>In welke rol handelt het programma?</label>
        <select id={id("rol")} name="rol">
          {rollenVoorSleutel(organisatie).map((rol) => (
            <option value={rol} selected={own?.rol === rol}>
              {ROLNAMEN[rol]}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>Wat mag het?</legend>
        {RECHTEN.map(([recht, naam]) => (
          <p class="vink">
            <input
              type="checkbox"
              id={id(recht)}
              name="recht"
              value={recht}
              checked={own ? own.rechten.includes(recht) : recht === "lezen"}
            />{" "}
            <label for={id(recht)}>{naam}</label>
          </p>
        ))}
      </fieldset>
      <div class="veld">
        <label for={id("tot")}>Tot en met welke dag? (hoogstens een jaar)</label>
        <input
          type="date"
          id={id("tot")}
          name="tot"
          required
          min={dagVan(nu)}
          max={laatsteDag(nu)}
          value={own?.tot}
        />
      </div>
      <p>
        <button type="submit">Maak de sleutel</button>
      </p>
    </form>
  );
}

type NieuwProps = { readonly frame: Frame; readonly sleutel: Apisleutel; readonly geheim: string };

/** The one time that the secret of a key is shown. */
export function NieuwPage({ frame, sleutel, geheim }: NieuwProps) {
  return (
    <Page frame={frame} titel="Sleutel gemaakt">
      <Path href="/apisleutels">Sleutels</Path>
      <h1>Sleutel gemaakt</h1>
      <p>
        Dit is de sleutel «{sleutel.naam}», geldig tot en met {formatMoment(sleutel.tot)}. U ziet
        haar <strong>alleen nu</strong>. Bewaar haar waar u ook wachtwoorden bewaart.
      </p>
      <p>
        <code id="sleutel" class="adres">
          {geheim}
        </code>
      </p>
      <p>Kwijt of uitgelekt? Trek haar in bij de sleutels, en maak een nieuwe.</p>
    </Page>
  );
}
