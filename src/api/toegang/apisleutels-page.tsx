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
      <Path href="/account">Uw account</Path>
      <h1>Sleutels voor programma's</h1>
      <p class="inleiding">
        Met een sleutel haalt een programma gegevens op of levert het ze in, namens uw organisatie.
      </p>
      <p>
        Voor wie het programma maakt: de adressen beginnen met <code>/v1</code> en staan in{" "}
        <a href="/v1/openapi.json">openapi.json</a>; de sleutel gaat mee in de kop{" "}
        <code>X-API-Key</code>. Wilt u dat een programma vanzelf hoort dat er iets is gebeurd? Maak
        dan een <a href="/webhooks">webhook</a>.
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
      klasse="woorden"
    >
      <thead>
        <tr>
          {["naam", "begint met", "mag", "laatst gebruikt", "tot en met", "intrekken"].map(
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
      <td data-kop="begint met">
        <code>{begin}…</code>
      </td>
      <td data-kop="mag">
        als {ROLNAMEN[rol]}: {rechten.map((recht) => APIRECHTEN[recht]).join("; ")}
      </td>
      <td data-kop="laatst gebruikt">
        {laatstGebruiktOp ? formatMoment(dagVan(laatstGebruiktOp)) : "nooit"}
      </td>
      <td data-kop="tot en met">{formatMoment(tot)}</td>
      <td>
        {ingetrokkenOp ? (
          `ingetrokken op ${formatMoment(dagVan(ingetrokkenOp))}`
        ) : tot < dagVan(nu) ? (
          "verlopen"
        ) : (
          <form method="post" action={`/apisleutels/${id}/intrekken`}>
            <button type="submit" class="stil" aria-label={`Trek sleutel ${naam} in`}>
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
          <label class="vink">
            <input
              type="checkbox"
              id={id(recht)}
              name="recht"
              value={recht}
              checked={own ? own.rechten.includes(recht) : recht === "lezen"}
            />
            {naam}
          </label>
        ))}
      </fieldset>
      <div class="veld">
        <label for={id("tot")}>Tot en met welke dag?</label>
        <span class="hint" id={id("tot-hint")}>
          Hoogstens een jaar, tot en met {formatMoment(laatsteDag(nu))}
        </span>
        <input
          type="date"
          id={id("tot")}
          name="tot"
          required
          aria-describedby={id("tot-hint")}
          min={dagVan(nu)}
          max={laatsteDag(nu)}
          value={own?.tot}
        />
      </div>
      <button type="submit">Maak de sleutel</button>
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
