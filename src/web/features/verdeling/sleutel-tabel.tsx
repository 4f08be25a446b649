import { Fragment, useMemo } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { isZero } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import { formatProcent } from "#domain/notatie.ts";
import type { Bijcijfer, Kolom } from "#rules/verdeling/index.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly onAsk: (vraag: Uitlegvraag) => void;
  readonly onChange: (next: Partial<Blad>) => void;
};

type Form = Props & {
  readonly kolommen: readonly Kolom[];
  readonly nu: Bijcijfer | undefined;
  readonly metDeel: boolean;
};

/**
 * Keys side by side: per gemeente the number with its room and the part of the own freed homes.
 *
 * The own gemeente first, then by deelregio and alphabet, never by number; no key comes first.
 */
export function SleutelTabel(props: Props) {
  const { uitgerekend, blad } = props;
  const { gebied, bij } = uitgerekend;
  const kolommen = useMemo(() => shownColumns(uitgerekend), [uitgerekend]);
  const [first] = kolommen;
  if (!first) return null;
  const form: Form = {
    ...props,
    kolommen,
    nu: bij.nu && bij.nu.waarden.size > 0 ? bij.nu : undefined,
    metDeel: kolommen.some(({ uitkomst }) => uitkomst.eenheden.some((e) => e.deelVanAanbod)),
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
        {groups(gebied).map(({ titel, eenheden }) => (
          <tbody key={titel ?? ""}>
            {titel && <GroupRow titel={titel} form={form} />}
            {eenheden.map((eenheid) => (
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

function GroupRow({ titel, form }: { readonly titel: string; readonly form: Form }) {
  const { kolommen, uitgerekend, nu, metDeel } = form;
  const beside = (nu ? 1 : 0) + (uitgerekend.bij.aanbod ? 1 : 0);
  return (
    <tr className="deelregio">
      <th scope="rowgroup" colSpan={1 + beside + kolommen.length * (metDeel ? 2 : 1)}>
        {titel}
      </th>
    </tr>
  );
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
      {nu && <BijCell cijfer={nu} id={id} />}
      {uitgerekend.bij.aanbod && <BijCell cijfer={uitgerekend.bij.aanbod} id={id} />}
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
    </tr>
  );
}

function BijCell({ cijfer, id }: { readonly cijfer: Bijcijfer; readonly id: string }) {
  const band = cijfer.waarden.get(id);
  return <td className="getal">{band ? <BandNumber band={band} /> : <Unknown />}</td>;
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
      </tr>
    </tfoot>
  );
}

type Groep = { readonly titel?: string; readonly eenheden: readonly Rekeneenheid[] };

/** By deelregio where the region has them, and by name inside; who is in none comes last. */
function groups({ eenheden, deelregios }: Rekengebied): readonly Groep[] {
  const sorted = eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  const known = Object.entries(deelregios).toSorted(([, a], [, b]) => a.localeCompare(b, "nl"));
  const groepen = known.map(([id, titel]) => ({
    titel,
    eenheden: sorted.filter(({ deelregio }) => deelregio === id),
  }));
  const others = sorted.filter(({ deelregio }) => !deelregio || !(deelregio in deelregios));
  const filled = groepen.filter((groep) => groep.eenheden.length > 0);
  if (filled.length === 0) return [{ eenheden: others }];
  if (others.length === 0) return filled;
  return [...filled, { titel: "Buiten de deelregio's", eenheden: others }];
}
