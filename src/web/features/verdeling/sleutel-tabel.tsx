import { Fragment, useMemo } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { isZero } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import { formatProcent } from "#domain/notatie.ts";
import type { Bijcijfer, Kolom } from "#rules/verdeling/index.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import { BijCell } from "./bij-cel.tsx";
import { type Groepstand, GroupRow, groupsOf } from "./deelregios.tsx";
import { Kanttekening, type Kanttekeningen, readKanttekeningen } from "./kanttekening.tsx";
import { uitlegNaam } from "./modus-adres.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly onAsk: (vraag: Uitlegvraag) => void;
  readonly onChange: (next: Partial<Blad>) => void;
  /** Absent where deelregio's stay open. */
  readonly groepen?: Groepstand;
};

type Form = Props & {
  readonly kolommen: readonly Kolom[];
  readonly nu: Bijcijfer | undefined;
  readonly metDeel: boolean;
  readonly bij: Kanttekeningen;
};

/**
 * Keys side by side: per gemeente the number with its room and the part of the own freed homes.
 *
 * The own gemeente first, then by deelregio and alphabet, never by number; no key comes first.
 */
export function SleutelTabel(props: Props) {
  const { uitgerekend, blad, namen, groepen } = props;
  const { gebied, bij } = uitgerekend;
  const kolommen = useMemo(() => shownColumns(uitgerekend), [uitgerekend]);
  const beside = useMemo(() => readKanttekeningen(kolommen, namen), [kolommen, namen]);
  const [first] = kolommen;
  if (!first) return null;
  const form: Form = {
    ...props,
    kolommen,
    nu: bij.nu && bij.nu.waarden.size > 0 ? bij.nu : undefined,
    metDeel: kolommen.some(({ uitkomst }) => uitkomst.eenheden.some((e) => e.deelVanAanbod)),
    bij: beside,
  };
  const own = gebied.eenheden.find(({ id }) => id === blad.gemeente);
  const per = first.document.opgave.periode === "jaar" ? " per jaar" : "";
  return (
    <TableFrame naam="Uitkomst per gemeente">
      <table className="vast uitkomst">
        <caption>
          In{" "}
          <strong>
            {first.uitkomst.eenheid}
            {per}
          </strong>
          ; gemeenten op alfabet. Tussen haakjes staat hoe ver een getal kan afwijken. Kies een
          getal om te zien hoe het tot stand komt.
        </caption>
        <Header form={form} eenheid={first.uitkomst.eenheid} />
        {own && (
          <tbody className="eigen">
            <Row eenheid={own} form={form} pinned />
          </tbody>
        )}
        {groupsOf(gebied).map((groep) => (
          <tbody key={groep.id}>
            {groep.titel && (
              <GroupRow
                groep={groep}
                titel={groep.titel}
                stand={groepen}
                kolommen={kolommen}
                breedte={widthOf(form)}
              />
            )}
            {!(groep.titel && groepen?.dicht.has(groep.id)) &&
              groep.eenheden.map((eenheid) => (
                <Row key={eenheid.id} eenheid={eenheid} form={form} />
              ))}
          </tbody>
        ))}
        <Totals form={form} />
      </table>
    </TableFrame>
  );
}

/** Of keys that cannot be told apart, or may not stand in one table, only the first has a column. */
function shownColumns({ kolommen, paren }: Uitgerekend): readonly Kolom[] {
  const hidden = new Set(
    paren.flatMap(({ tweede, vergelijking }) => (vergelijking.melding ? [tweede] : [])),
  );
  return kolommen.filter(
    ({ uitkomst }, index) => uitkomst.eenheden.length > 0 && !hidden.has(index),
  );
}

function Header({ form, eenheid }: { readonly form: Form; readonly eenheid: string }) {
  const { kolommen, uitgerekend, nu, metDeel } = form;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          gemeente
        </th>
        {nu && (
          <th scope="col" rowSpan={2} className="getal">
            nu
          </th>
        )}
        {uitgerekend.bij.aanbod && (
          <th scope="col" rowSpan={2} className="getal">
            komt vrij <span className="eenheid">woningen</span>
          </th>
        )}
        {kolommen.map(({ document }) => (
          <th
            key={documentnaam(document)}
            scope="colgroup"
            colSpan={metDeel ? 2 : 1}
            className="groep"
          >
            {document.titel}
          </th>
        ))}
        {form.bij.erbij && (
          <th scope="col" rowSpan={2}>
            erbij of eraf
          </th>
        )}
        {form.bij.ernaast && (
          <th scope="col" rowSpan={2}>
            kanttekening
            {form.bij.soort && <span className="eenheid"> {form.bij.soort}</span>}
          </th>
        )}
      </tr>
      <tr>
        {kolommen.map(({ document }) => (
          <Fragment key={documentnaam(document)}>
            <th scope="col" className="getal groep">
              <span className="eenheid">{eenheid}</span>
            </th>
            {metDeel && (
              <th scope="col" className="getal">
                <span className="eenheid">deel van de eigen vrijkomende woningen</span>
              </th>
            )}
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}

/** How many columns stand before the keys, in each key, and behind the last. */
function widthOf({ uitgerekend, nu, metDeel, bij }: Form) {
  return {
    voor: (nu ? 1 : 0) + (uitgerekend.bij.aanbod ? 1 : 0),
    per: metDeel ? 2 : 1,
    achter: (bij.erbij ? 1 : 0) + (bij.ernaast ? 1 : 0),
  };
}

type RowProps = { readonly eenheid: Rekeneenheid; readonly form: Form; readonly pinned?: boolean };

function Row({ eenheid, form, pinned = false }: RowProps) {
  const { kolommen, uitgerekend, nu, metDeel, onAsk, onChange } = form;
  const { id, naam } = eenheid;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="naamknop"
          aria-pressed={pinned}
          onClick={() => onChange({ gemeente: pinned ? "" : id })}
        >
          {naam}
        </button>
        {pinned && <span className="bereik"> uw gemeente</span>}
      </th>
      {nu && <BijCell kolom="nu" cijfer={nu} eenheid={eenheid} onAsk={onAsk} />}
      {uitgerekend.bij.aanbod && (
        <BijCell kolom="aanbod" cijfer={uitgerekend.bij.aanbod} eenheid={eenheid} onAsk={onAsk} />
      )}
      {kolommen.map(({ document, uitkomst }) => {
        const found = uitkomst.eenheden.find((item) => item.id === id);
        const kolom = documentnaam(document);
        return (
          <Fragment key={kolom}>
            <td className="getal groep">
              {found ? (
                <BandNumber
                  band={found.aantal}
                  naam={`${naam}, ${document.titel}`}
                  uitleg={uitlegNaam({ kolom, eenheid: id })}
                  onOpen={() => onAsk({ kolom, eenheid: id })}
                />
              ) : (
                <Unknown />
              )}
            </td>
            {metDeel && (
              <td className="getal deel">
                {found?.deelVanAanbod ? <ShareBar band={found.deelVanAanbod} /> : <Unknown />}
              </td>
            )}
          </Fragment>
        );
      })}
      {form.bij.erbij && <Kanttekening regels={form.bij.erbij.get(id)} />}
      {form.bij.ernaast && <Kanttekening regels={form.bij.ernaast.get(id)} />}
    </tr>
  );
}

/** What is divided; and what of it nobody takes, so that the column still adds up. */
function Totals({ form }: { readonly form: Form }) {
  const { kolommen, uitgerekend, nu, metDeel, onAsk } = form;
  const supply = kolommen.find(({ uitkomst }) => uitkomst.opgave?.aanbod)?.uitkomst.opgave?.aanbod;
  const open = kolommen.some(({ uitkomst }) => !isZero(uitkomst.open.midden));
  return (
    <tfoot>
      {open && (
        <tr>
          <th scope="row">blijft open</th>
          {nu && <td />}
          {uitgerekend.bij.aanbod && <td />}
          {kolommen.map(({ document, uitkomst }) => (
            <Fragment key={documentnaam(document)}>
              <td className="getal groep">
                <BandNumber band={uitkomst.open} />
              </td>
              {metDeel && <td />}
            </Fragment>
          ))}
          <EmptyCells form={form} />
        </tr>
      )}
      <tr>
        <th scope="row">te verdelen</th>
        {nu && <td />}
        {uitgerekend.bij.aanbod && (
          <td className="getal">{supply ? <BandNumber band={supply} /> : <Unknown />}</td>
        )}
        {kolommen.map(({ document, uitkomst: { opgave } }) => (
          <Fragment key={documentnaam(document)}>
            <td className="getal groep">
              {opgave ? (
                <BandNumber
                  band={opgave.aantal}
                  naam={`het geheel, ${document.titel}`}
                  uitleg={uitlegNaam({ kolom: documentnaam(document) })}
                  onOpen={() => onAsk({ kolom: documentnaam(document) })}
                />
              ) : (
                <Unknown />
              )}
            </td>
            {metDeel && (
              <td className="getal">
                {opgave?.deelVanAanbod ? formatProcent(opgave.deelVanAanbod.midden) : <Unknown />}
              </td>
            )}
          </Fragment>
        ))}
        <EmptyCells form={form} />
      </tr>
    </tfoot>
  );
}

function EmptyCells({ form }: { readonly form: Form }) {
  const { achter } = widthOf(form);
  return achter > 0 ? <td colSpan={achter} /> : null;
}
