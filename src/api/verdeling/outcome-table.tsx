import { type Blad, uitlegAdres } from "#contract/rekenblad/blad.ts";
import { isZero } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import { formatProcent } from "#domain/notatie.ts";
import type { Eenheiduitkomst } from "#domain/uitkomst.ts";
import type { Bijcijfer, Bijcijfers } from "#services/verdeling/bijcijfers.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { BandNumber, ShareBar, Unknown } from "../page/numbers.tsx";
import { groupByDeelregio } from "./deelregios.ts";
import type { Genummerd } from "./kolommen.ts";

type Props = {
  readonly blad: Blad;
  readonly gebied: Rekengebied;
  readonly kolommen: readonly Genummerd[];
  readonly bij: Bijcijfers;
};

type Form = Props & { readonly nu: Bijcijfer | undefined; readonly metDeel: boolean };

/**
 * Keys side by side: per gemeente the number with its room and the part of the own freed homes.
 *
 * Rows by deelregio and alphabet, never by number; no key comes first.
 */
export function OutcomeTable(props: Props) {
  const { kolommen, gebied, bij } = props;
  const [first] = kolommen;
  if (!first) return null;
  const form: Form = {
    ...props,
    nu: bij.nu && bij.nu.waarden.size > 0 ? bij.nu : undefined,
    metDeel: kolommen.some(({ uitkomst }) => uitkomst.eenheden.some((e) => e.deelVanAanbod)),
  };
  const what = first.uitkomst.eenheid;
  const per = first.document.opgave.periode === "jaar" ? " per jaar" : "";
  return (
    <DataTable
      id="uitkomst"
      klasse="vast uitkomst"
      titel={
        <>
          In{" "}
          <strong>
            {what}
            {per}
          </strong>
          ; gemeenten op alfabet. Tussen haakjes staat hoe ver een getal kan afwijken. Kies een
          getal om te zien hoe het tot stand komt.
        </>
      }
    >
      <Header form={form} eenheid={what} />
      {groupByDeelregio(gebied).map(({ titel, eenheden }) => (
        <tbody>
          {titel && <GroupRow titel={titel} form={form} />}
          {eenheden.map((eenheid) => (
            <Row eenheid={eenheid} form={form} />
          ))}
        </tbody>
      ))}
      <Totals form={form} />
    </DataTable>
  );
}

function Header({ form, eenheid }: { readonly form: Form; readonly eenheid: string }) {
  const { kolommen, bij, nu, metDeel } = form;
  return (
    <thead>
      <tr>
        <th scope="col" rowspan={2}>
          gemeente
        </th>
        {nu && (
          <th scope="col" rowspan={2} class="getal">
            nu
          </th>
        )}
        {bij.aanbod && (
          <th scope="col" rowspan={2} class="getal">
            komt vrij <span class="eenheid">woningen</span>
          </th>
        )}
        {kolommen.map(({ document }) => (
          <th scope="colgroup" colspan={metDeel ? 2 : 1} class="groep">
            <a href={documentAdres(documentnaam(document))}>{document.titel}</a>
          </th>
        ))}
      </tr>
      <tr>
        {kolommen.map(() => (
          <>
            <th scope="col" class="getal groep">
              <span class="eenheid">{eenheid}</span>
            </th>
            {metDeel && (
              <th scope="col" class="getal">
                <span class="eenheid">deel van de eigen vrijkomende woningen</span>
              </th>
            )}
          </>
        ))}
      </tr>
    </thead>
  );
}

function GroupRow({ titel, form }: { readonly titel: string; readonly form: Form }) {
  const { kolommen, bij, nu, metDeel } = form;
  const span = 1 + (nu ? 1 : 0) + (bij.aanbod ? 1 : 0) + kolommen.length * (metDeel ? 2 : 1);
  return (
    <tr class="deelregio">
      <th scope="rowgroup" colspan={span}>
        {titel}
      </th>
    </tr>
  );
}

function Row({ eenheid, form }: { readonly eenheid: Rekeneenheid; readonly form: Form }) {
  const { kolommen, bij, nu, blad, metDeel } = form;
  const { id, naam } = eenheid;
  return (
    <tr>
      <th scope="row">
        <a href={`/gemeenten/${id}`}>{naam}</a>
      </th>
      {nu && <BijCell cijfer={nu} id={id} />}
      {bij.aanbod && <BijCell cijfer={bij.aanbod} id={id} />}
      {kolommen.map(({ document, uitkomst }) => {
        const found = uitkomst.eenheden.find((item) => item.id === id);
        const kolom = documentnaam(document);
        const about = `${naam}, ${document.titel}`;
        return (
          <Cells
            uitkomst={found}
            href={uitlegAdres(blad, kolom, id)}
            naam={about}
            metDeel={metDeel}
          />
        );
      })}
    </tr>
  );
}

function BijCell({ cijfer, id }: { readonly cijfer: Bijcijfer; readonly id: string }) {
  const band = cijfer.waarden.get(id);
  return <td class="getal">{band ? <BandNumber band={band} /> : <Unknown />}</td>;
}

type CellsProps = {
  readonly uitkomst: Eenheiduitkomst | undefined;
  readonly href: string;
  readonly naam: string;
  readonly metDeel: boolean;
};

function Cells({ uitkomst, href, naam, metDeel }: CellsProps) {
  return (
    <>
      <td class="getal groep">
        {uitkomst ? <BandNumber band={uitkomst.aantal} href={href} naam={naam} /> : <Unknown />}
      </td>
      {metDeel && (
        <td class="getal deel">
          {uitkomst?.deelVanAanbod ? <ShareBar band={uitkomst.deelVanAanbod} /> : <Unknown />}
        </td>
      )}
    </>
  );
}

/** What is divided; and what of it nobody takes, so that the column still adds up. */
function Totals({ form }: { readonly form: Form }) {
  const { kolommen, bij, nu, metDeel } = form;
  const supply = kolommen.find(({ uitkomst }) => uitkomst.opgave?.aanbod)?.uitkomst.opgave?.aanbod;
  const open = kolommen.some(({ uitkomst }) => !isZero(uitkomst.open.midden));
  return (
    <tfoot>
      {open && (
        <tr>
          <th scope="row">blijft open</th>
          {nu && <td />}
          {bij.aanbod && <td />}
          {kolommen.map(({ uitkomst }) => (
            <>
              <td class="getal groep">
                <BandNumber band={uitkomst.open} />
              </td>
              {metDeel && <td />}
            </>
          ))}
        </tr>
      )}
      <tr>
        <th scope="row">te verdelen</th>
        {nu && <td />}
        {bij.aanbod && <td class="getal">{supply ? <BandNumber band={supply} /> : <Unknown />}</td>}
        {kolommen.map((kolom) => (
          <TotalCells kolom={kolom} form={form} />
        ))}
      </tr>
    </tfoot>
  );
}

function TotalCells({ kolom, form }: { readonly kolom: Genummerd; readonly form: Form }) {
  const { document, uitkomst } = kolom;
  const { opgave } = uitkomst;
  const href = uitlegAdres(form.blad, documentnaam(document));
  return (
    <>
      <td class="getal groep">
        {opgave ? (
          <BandNumber band={opgave.aantal} href={href} naam={`Het geheel, ${document.titel}`} />
        ) : (
          <Unknown />
        )}
      </td>
      {form.metDeel && (
        <td class="getal">
          {opgave?.deelVanAanbod ? formatProcent(opgave.deelVanAanbod.midden) : <Unknown />}
        </td>
      )}
    </>
  );
}
