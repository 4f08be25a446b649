import { useLayoutEffect, useMemo, useRef } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { isZero } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import { formatProcent } from "#domain/notatie.ts";
import type { Kolom } from "#rules/verdeling/index.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import { type Nagekeken, withNagekeken } from "./correctie-stand.ts";
import { type Groepstand, GroupRow, groupsOf } from "./deelregios.tsx";
import { readKanttekeningen } from "./kanttekening.tsx";
import { uitlegNaam } from "./modus-adres.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";
import { type Handlers, Rij } from "./tabel-rij.tsx";
import { useRows, type Vorm } from "./tabel-rijen.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly blad: Blad;
  readonly namen: Namen;
  /** What each gemeente said of its own figures; absent where no round was named. */
  readonly nagekeken?: Nagekeken | undefined;
  readonly onAsk: (vraag: Uitlegvraag) => void;
  readonly onChange: (next: Partial<Blad>) => void;
  /** Absent where deelregio's stay open. */
  readonly groepen?: Groepstand;
};

type Form = Props & Vorm;

/**
 * Keys side by side: per gemeente the number with its room and the part of the own freed homes.
 *
 * The own gemeente first, then by deelregio and alphabet, never by number; no key comes first.
 */
export function SleutelTabel(props: Props) {
  const { uitgerekend, blad, namen, nagekeken, groepen } = props;
  const { gebied, bij } = uitgerekend;
  const kolommen = useMemo(() => shownColumns(uitgerekend), [uitgerekend]);
  const beside = useMemo(
    () => withNagekeken(readKanttekeningen(kolommen, namen), nagekeken),
    [kolommen, namen, nagekeken],
  );
  const groepenVan = useMemo(() => groupsOf(gebied), [gebied]);
  const handlers = useStable(props);
  const shape: Vorm = useMemo(
    () => ({
      uitgerekend,
      kolommen,
      nu: bij.nu && bij.nu.waarden.size > 0 ? bij.nu : undefined,
      metDeel: kolommen.some(({ uitkomst }) => uitkomst.eenheden.some((e) => e.deelVanAanbod)),
      bij: beside,
    }),
    [uitgerekend, kolommen, bij, beside],
  );
  const rowOf = useRows(shape, handlers, groepenVan);
  const [first] = kolommen;
  if (!first) return null;
  const form: Form = { ...props, ...shape };
  const own = gebied.eenheden.find(({ id }) => id === blad.gemeente);
  const per = first.document.opgave.periode === "jaar" ? " per jaar" : "";
  return (
    <TableFrame naam={`Uitkomst per gemeente, ${gebied.titel}`}>
      <table className="vast uitkomst verkennen">
        <caption>
          In{" "}
          <strong>
            {first.uitkomst.eenheid}
            {per}
          </strong>
          ; gemeenten op alfabet. Tussen haakjes staat hoe ver een getal kan afwijken.
          {shape.metDeel && " Daaronder staat welk deel van de eigen vrijkomende woningen dat is."}{" "}
          Kies een getal om te zien hoe het tot stand komt.
        </caption>
        <Header form={form} eenheid={first.uitkomst.eenheid} />
        {own && (
          <tbody className="eigen">
            <Rij {...rowOf(own, true)} pinned />
          </tbody>
        )}
        {groepenVan.map((groep) => (
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
              groep.eenheden.map((eenheid) => <Rij key={eenheid.id} {...rowOf(eenheid)} />)}
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
  const { kolommen, uitgerekend, nu, bij } = form;
  return (
    <thead>
      <tr>
        <th scope="col">gemeente</th>
        {nu && (
          <th scope="col" className="getal">
            nu
          </th>
        )}
        {uitgerekend.bij.aanbod && (
          <th scope="col" className="getal">
            komt vrij <span className="eenheid blok">woningen</span>
          </th>
        )}
        {kolommen.map(({ document }) => (
          <th key={documentnaam(document)} scope="col" className="getal groep">
            {document.titel} <span className="eenheid blok">{eenheid}</span>
          </th>
        ))}
        {bij.erbij && (
          <th scope="col" className="kanttekening">
            erbij of eraf, door een grens
            {bij.grens && <span className="eenheid"> {bij.grens}</span>}
          </th>
        )}
        {bij.ernaast && (
          <th scope="col" className="kanttekening">
            kanttekening
            {bij.soort && <span className="eenheid"> {bij.soort}</span>}
          </th>
        )}
      </tr>
    </thead>
  );
}

/** How many columns stand before the keys, and behind the last. */
function widthOf({ uitgerekend, nu, bij }: Form) {
  return {
    voor: (nu ? 1 : 0) + (uitgerekend.bij.aanbod ? 1 : 0),
    achter: (bij.erbij ? 1 : 0) + (bij.ernaast ? 1 : 0),
  };
}

/** The same two functions for every paint, so that a row is not made again for them. */
function useStable(props: Props): Handlers {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      onAsk: (vraag) => latest.current.onAsk(vraag),
      onPin: (gemeente) => latest.current.onChange({ gemeente }),
    }),
    [],
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
            <td key={documentnaam(document)} className="getal groep">
              <BandNumber
                band={uitkomst.open}
                naam={`blijft open, ${document.titel}`}
                onOpen={() => onAsk({ kolom: documentnaam(document) })}
              />
            </td>
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
          <td key={documentnaam(document)} className="getal groep">
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
            {metDeel && (
              <span className="deel">
                {opgave?.deelVanAanbod ? formatProcent(opgave.deelVanAanbod.midden) : <Unknown />}
              </span>
            )}
          </td>
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
