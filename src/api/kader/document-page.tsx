import { createRegelvinder } from "#contract/kader/regelvinder.ts";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import { warnOwnDefinition } from "#services/cijfers/eigen-definitie.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import { vastgesteldVan } from "#services/vaststelling/vastgesteld-van.ts";
import { documentAdres, regioAdres } from "../adres.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Vaststellingen } from "../vaststelling/vaststellingen.tsx";
import { BladForm } from "../verdeling/blad-form.tsx";
import { FilledIn } from "../verdeling/filled-in.tsx";
import { Meenemen } from "../verdeling/meenemen.tsx";
import { describePath } from "../verdeling/namen.ts";
import { Outcome } from "../verdeling/outcome.tsx";
import type { Bladuitkomst } from "../verdeling/run-blad.ts";
import { OwnDefinition } from "../vergelijk/own-definition.tsx";
import { Facts } from "./facts.tsx";
import { Parameters } from "./parameters.tsx";
import { Sentence } from "./sentence.tsx";
import { StatusLine } from "./status.tsx";
import { WritersText } from "./writers-text.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly document: RegieDocument;
  readonly tekst: string;
  readonly zin: Zinmaker;
  /** Only of a verdeling; without an outcome while no region is chosen. */
  readonly blad: Blad;
  /** Whether who asks acts for a body that can adopt something. */
  readonly vaststelbaar: boolean;
  readonly uitkomst?: Bladuitkomst;
};

/** One document: its sentence, what it rests on, its text, and where it can be run its outcome. */
export function DocumentPage(props: Props) {
  const { frame, document, tekst, zin, basis, blad, uitkomst } = props;
  const { vaststelbaar } = props;
  const ran = uitkomst?.ok ? uitkomst.tabel.vraag : undefined;
  return (
    <Page
      frame={frame}
      titel={ran ? describeBlad(blad, document, ran.gebied) : `${document.titel} (${document.id})`}
      deel="/documenten"
    >
      <Path href="/documenten">Documenten</Path>
      <h1>{document.titel}</h1>
      <StatusLine document={document} basis={basis} />
      <Sentence zin={zin(document, ran?.ingevuld)} adresVan={createRegelvinder(tekst)} />
      {document.toelichting && <p>{document.toelichting}</p>}
      <Vaststellingen
        vaststellingen={vastgesteldVan(basis, document)}
        bevoegdheden={basis.kennis.bevoegdheden ?? new Map()}
      />
      <Doen document={document} eigen={basis.isEigen(document.id)} vaststelbaar={vaststelbaar} />
      {document.soort === "indicator" && <OfIndicator document={document} basis={basis} />}
      <Run {...props} />
      {document.soort === "indeling" && <Regions document={document} />}
      <Facts document={document} />
      <Parameters document={document} />
      <h2>De tekst van het document</h2>
      <p>Zo heeft de schrijver het opgeschreven. Dit is wat de computer uitvoert.</p>
      <WritersText tekst={tekst} />
      {basis.kennis.peildatum && (
        <p class="klein">Gemeenten gecontroleerd op {formatMoment(basis.kennis.peildatum)}.</p>
      )}
    </Page>
  );
}

type Doenprops = Pick<Props, "document" | "vaststelbaar"> & { readonly eigen: boolean };

/** What somebody can do with the document itself. */
function Doen({ document, eigen, vaststelbaar }: Doenprops) {
  const own = documentAdres(document.id);
  return (
    <p class="knoppen">
      {eigen ? (
        <>
          <a class="knop" href={`${own}/bewerken`}>
            Bewerk de tekst
          </a>
          <a href={`${own}/geschiedenis`}>Geschiedenis</a>
          <a href={`${own}/overnemen`}>Neem over</a>
          <a href={`${own}/weg`}>Gooi weg</a>
        </>
      ) : (
        <a class="knop" href={`${documentAdres(documentnaam(document))}/overnemen`}>
          Neem over voor mijn regio
        </a>
      )}
      {!eigen && <a href={`${own}/geschiedenis`}>Geschiedenis</a>}
      {vaststelbaar && (
        <a href={`${documentAdres(documentnaam(document))}/vaststellen`}>Leg een besluit vast</a>
      )}
      <a href={`${documentAdres(documentnaam(document))}.yaml`}>Download de tekst</a>
    </p>
  );
}

/** Whether it is counted in a way of its own, and where it says how complete it is. */
function OfIndicator({ document, basis }: { document: Indicator; basis: Basis }) {
  const waarschuwing = warnOwnDefinition(document, basis.bibliotheek);
  return (
    <>
      {waarschuwing && <OwnDefinition waarschuwing={waarschuwing} />}
      <p>
        <a href={`/indicatoren/${document.id}`}>Van welke jaren en gemeenten dit cijfer er is</a>
      </p>
    </>
  );
}

/** The form and the outcome; or that there is nothing to run yet. */
function Run({ basis, document, blad, uitkomst }: Props) {
  const command = commandFor(document);
  if (document.soort !== "verdeling") {
    return command ? (
      <Notice titel="Uitrekenen kan nog niet op het scherm" bovenaan>
        <p>
          Wie Woonregie op een eigen computer of server heeft, laat dit document uitrekenen met de
          opdracht <code>{command}</code>.
        </p>
      </Notice>
    ) : null;
  }
  const fouten = uitkomst && !uitkomst.ok ? uitkomst.fouten : [];
  return (
    <>
      {uitkomst?.ok && (
        <section aria-labelledby="uitkomst-kop">
          <h2 id="uitkomst-kop">
            Uitgerekend voor {uitkomst.tabel.vraag.gebied.titel}, {formatMoment(blad.op)}
          </h2>
          <FilledIn basis={basis} blad={blad} />
          <Outcome basis={basis} blad={blad} tabel={uitkomst.tabel} />
          <Meenemen
            blad={blad}
            naamVan={(code) => basis.gemeenten.findByCode(code, blad.op.slice(0, 10))?.naam ?? code}
          />
        </section>
      )}
      <section aria-labelledby="reken-kop">
        <h2 id="reken-kop">{uitkomst?.ok ? "Reken het anders uit" : "Reken het uit"}</h2>
        {fouten.length > 0 && (
          <Notice titel="Dit is zo niet uit te rekenen" kies>
            <ul>
              {fouten.map((fout) => (
                <li>
                  {"veld" in fout ? (
                    <a href={`#veld-${fout.veld}`}>
                      {describeField(basis, fout.veld)}: {fout.tekst}
                    </a>
                  ) : (
                    fout.tekst
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <BladForm
          basis={basis}
          document={document}
          blad={blad}
          {...(uitkomst ? { uitkomst } : {})}
        />
      </section>
    </>
  );
}

/** What sets this rekenblad apart, for the name of the tab. */
function describeBlad(blad: Blad, document: RegieDocument, gebied: Rekengebied): string {
  const naast = blad.naast.length > 0 ? [`naast ${blad.naast.join(", ")}`] : [];
  const keuzes = [...blad.keuzes].map(([naam, keuze]) => `${naam.replaceAll("-", " ")}: ${keuze}`);
  return [document.titel, gebied.titel, ...naast, ...keuzes].join(", ");
}

/** `cijfer.urgenten` or `kies.drempel` as the label of its field. */
function describeField(basis: Basis, veld: string): string {
  const [soort, ...rest] = veld.split(".");
  const path = rest.join(".").split("@")[0] ?? "";
  return soort === "cijfer" ? describePath(basis, path).titel : path.replaceAll("-", " ");
}

function Regions({
  document,
}: {
  readonly document: Extract<RegieDocument, { soort: "indeling" }>;
}) {
  return (
    <>
      <h2>Regio's in deze indeling</h2>
      <ul class="kolommen">
        {Object.entries(document.regios).map(([id, { titel, gemeenten }]) => (
          <li>
            <a href={regioAdres(`${document.id}@${document.versie}#${id}`)}>{titel}</a>{" "}
            <span class="klein">{gemeenten.length}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
