import type { Child } from "hono/jsx";
import { formatMoment } from "#domain/notatie.ts";
import type { Deelsoort } from "#services/toegang/delen.service.ts";
import type {
  Gedeeld,
  GedeeldeLijst,
  GedeeldeRonde,
  GedeeldeVersie,
} from "#storage/gedeeld.repository.ts";
import type { Invoeroordeel } from "../invoer.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { dingAdres, ZICHTWOORDEN } from "./delen-page.tsx";

type Props = {
  readonly frame: Frame;
  readonly versies: readonly GedeeldeVersie[];
  readonly rondes: readonly GedeeldeRonde[];
  readonly lijsten: readonly GedeeldeLijst[];
  /** What bodies of government adopted, in words, by the version. */
  readonly vastgesteld: ReadonlyMap<string, string>;
  /** The circles that who asks is in, by id. */
  readonly kringen: ReadonlyMap<string, string>;
  readonly aangemeld: boolean;
  readonly macht: Invoeroordeel;
};

/** What was kept, begun and worded, of one's own body and of others who share it. */
export function GedeeldPage(props: Props) {
  const { frame, versies, rondes, lijsten, kringen, vastgesteld, aangemeld, macht } = props;
  const known = { kringen, vastgesteld };
  const own = versies.filter(({ wijzigbaar }) => wijzigbaar);
  const others = versies.filter(({ wijzigbaar }) => !wijzigbaar);
  return (
    <Page frame={frame} titel="Bewaarde versies" deel="/verdeling">
      <Path href="/verdeling">Verdeling</Path>
      <h1>Bewaarde versies</h1>
      <p class="inleiding">
        Een versie houdt vast wat er op een moment stond: de zin, de cijfers en de uitkomst. U ziet
        hier wat uw organisatie bewaarde, en wat anderen met u delen.
      </p>
      {versies.length === 0 && <Leeg aangemeld={aangemeld} macht={macht} />}
      <Versies id="eigen" titel="Van uw organisatie" rows={own} {...known} />
      <Versies id="gedeeld" titel="Door anderen met u gedeeld" rows={others} {...known} />
      {rondes.length > 0 && (
        <Tabel id="rondes" titel="Correctierondes: gemeenten kijken hun cijfers na">
          {rondes.map((ronde) => (
            <Rij soort="ronde" ding={ronde} naam={ronde.naam} kringen={kringen}>
              {ronde.uiterlijk && (
                <span class="opmerking">
                  reageren kan tot en met {formatMoment(ronde.uiterlijk)}
                </span>
              )}
            </Rij>
          ))}
        </Tabel>
      )}
      {lijsten.length > 0 && (
        <Tabel id="lijsten" titel="Woordenlijsten: hoe een regio dingen noemt">
          {lijsten.map((lijst) => (
            <Rij soort="lijst" ding={lijst} naam={`Woorden van ${lijst.regio}`} kringen={kringen} />
          ))}
        </Tabel>
      )}
    </Page>
  );
}

function Leeg({ aangemeld, macht }: Pick<Props, "aangemeld" | "macht">) {
  return (
    <Notice titel="Er zijn nog geen versies voor u" bovenaan>
      {!aangemeld && (
        <p>Meld u aan: dan ziet u ook wat van uw organisatie is en wat met u is gedeeld.</p>
      )}
      {aangemeld && !macht.mag && <p>{macht.waarom}</p>}
      {aangemeld && macht.mag && (
        <p>
          Maak een rekenblad, en kies daar «Bewaar als versie».{" "}
          <a href="/verdeling/verkennen?document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01">
            Open een voorbeeld
          </a>
          .
        </p>
      )}
    </Notice>
  );
}

type Versieprops = {
  readonly id: string;
  readonly titel: string;
  readonly rows: readonly GedeeldeVersie[];
  readonly kringen: Props["kringen"];
  readonly vastgesteld: Props["vastgesteld"];
};

function Versies({ id, titel, rows, kringen, vastgesteld }: Versieprops) {
  if (rows.length === 0) return null;
  return (
    <Tabel id={id} titel={titel}>
      {rows.map((versie) => (
        <Rij soort="versie" ding={versie} naam={versie.naam} kringen={kringen}>
          <span class="opmerking">
            versie {versie.nummer}, {vastgesteld.get(versie.id) ?? versie.status}
            {versie.maker && `, bewaard door ${versie.maker}`}
          </span>
        </Rij>
      ))}
    </Tabel>
  );
}

type Tabelprops = { readonly id: string; readonly titel: string; readonly children?: Child };

function Tabel({ id, titel, children }: Tabelprops) {
  return (
    <DataTable id={id} titel={titel} klasse="woorden">
      <thead>
        <tr>
          <th scope="col">naam</th>
          <th scope="col">regio</th>
          <th scope="col">van wie</th>
          <th scope="col">dag</th>
          <th scope="col">wie ziet het</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </DataTable>
  );
}

type Rijprops = {
  readonly soort: Deelsoort;
  readonly ding: Gedeeld & { readonly regio: string };
  readonly naam: string;
  readonly kringen: Props["kringen"];
  readonly children?: Child;
};

function Rij({ soort, ding, naam, kringen, children }: Rijprops) {
  const { id, regio, vanWie, gemaaktOp, wijzigbaar } = ding;
  const own = dingAdres(soort, id);
  const seen = describeZicht(ding, kringen);
  return (
    <tr>
      <th scope="row">
        <a href={own}>{naam}</a>
        {children}
      </th>
      <td data-kop="regio">{regio}</td>
      <td data-kop="van wie">{vanWie ?? "een persoon"}</td>
      <td data-kop="dag">{formatMoment(gemaaktOp.slice(0, 10))}</td>
      <td data-kop="wie ziet het">
        {wijzigbaar ? (
          <a href={`${own}/delen`} aria-label={`${seen}: kies wie ${naam} ziet`}>
            {seen}
          </a>
        ) : (
          seen
        )}
      </td>
    </tr>
  );
}

/** Who sees something, with a circle by name where who asks is in it. */
export function describeZicht(
  { eigendom, wijzigbaar }: Gedeeld,
  kringen: Props["kringen"],
): string {
  const { zichtbaarheid, kring } = eigendom;
  if (zichtbaarheid === "kring") {
    const naam = kringen.get(kring ?? "");
    return naam === undefined ? "een kring" : `kring «${naam}»`;
  }
  if (zichtbaarheid === "organisatie" && !wijzigbaar) return "die organisatie";
  return ZICHTWOORDEN[zichtbaarheid];
}
