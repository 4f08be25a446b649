import { useEffect, useMemo, useState } from "react";
import { documentnaam } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { carryUitkomst, describeHerkomstNa, type RijNa } from "#rules/verdeling/index.ts";
import { fetchHerindelingen, type Gebeurtenis } from "../../client/herindelingen.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = {
  readonly uitgerekend: Uitgerekend;
  /** The day of the sheet: what happened before it is in its gemeenten already. */
  readonly op: string;
  readonly namen: Namen;
};

/** The same outcome in the gemeenten of later, beside it; nothing where none of them changes. */
export function NaHerindeling({ uitgerekend, op, namen }: Props) {
  const [all, setAll] = useState<readonly Gebeurtenis[]>([]);
  useEffect(() => {
    let here = true;
    fetchHerindelingen().then((found) => here && setAll(found));
    return () => {
      here = false;
    };
  }, []);
  const touching = useMemo(
    () => all.filter((gebeurtenis) => touches(gebeurtenis, uitgerekend, op)),
    [all, uitgerekend, op],
  );
  return touching.map((gebeurtenis) => (
    <Naast key={gebeurtenis.id} {...{ gebeurtenis, uitgerekend, op, namen }} />
  ));
}

function touches({ datum, overgangen }: Gebeurtenis, { gebied }: Uitgerekend, op: string): boolean {
  const members = new Set(gebied.eenheden.map(({ id }) => id));
  return datum > op && overgangen.some(({ van }) => members.has(van));
}

type NaastProps = Props & { readonly gebeurtenis: Gebeurtenis };

/** Worked out when somebody opens it: a change of the sheet does not wait for what nobody sees. */
function Naast(props: NaastProps) {
  const [open, setOpen] = useState(false);
  const { datum, zekerheid } = props.gebeurtenis;
  return (
    <details
      className="na-herindeling"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {zekerheid === "vast"
          ? `In de gemeenten van ${formatMoment(datum)}`
          : `Reken alsof de herindeling van ${formatMoment(datum)} doorgaat`}
      </summary>
      {open && <Nieuw {...props} />}
    </details>
  );
}

function Nieuw({ gebeurtenis, uitgerekend, op, namen }: NaastProps) {
  const { zekerheid, bronnen, overgangen } = gebeurtenis;
  const { kolommen } = uitgerekend;
  const naamVan = (code: string) => gebeurtenis.namen.get(code) ?? namen.eenheid(code);
  const carry = (columns: readonly { readonly eenheden: Eenheden }[]) =>
    carryUitkomst(
      columns.map(({ eenheden }) => byUnit(eenheden)),
      overgangen,
      op,
    );
  const { eenheid, jaren: all } = kolommen[0].uitkomst;
  const jaren = all.filter(({ eenheden }) => eenheden.length > 0);
  return (
    <>
      <p>
        Er wordt niet opnieuw verdeeld: wat gemeenten samen doen, is opgeteld. Het totaal blijft
        gelijk.{" "}
        {zekerheid === "aangekondigd" && "Deze herindeling is aangekondigd en telt nergens mee. "}
        Bron: {bronnen.join("; ")}.
      </p>
      <Tabel
        naam="Uitkomst na de herindeling"
        koppen={kolommen.map(({ document }) => ({
          id: documentnaam(document),
          tekst: document.titel,
        }))}
        rijen={carry(kolommen.map(({ uitkomst }) => uitkomst))}
        {...{ naamVan, eenheid }}
      />
      {jaren.length > 0 && (
        <Tabel
          naam="Pad over de jaren na de herindeling"
          koppen={jaren.map(({ periode }) => ({ id: periode, tekst: periode }))}
          rijen={carry(jaren)}
          {...{ naamVan, eenheid }}
        />
      )}
    </>
  );
}

type Eenheden = readonly { readonly id: string; readonly aantal: Bandbreedte }[];

function byUnit(eenheden: Eenheden): ReadonlyMap<string, Bandbreedte> {
  return new Map(eenheden.map(({ id, aantal }) => [id, aantal]));
}

type TabelProps = {
  readonly naam: string;
  readonly koppen: readonly { readonly id: string; readonly tekst: string }[];
  readonly rijen: readonly RijNa[];
  readonly naamVan: (code: string) => string;
  readonly eenheid: string;
};

function Tabel({ naam, koppen, rijen, naamVan, eenheid }: TabelProps) {
  const sorted = rijen.toSorted((a, b) => naamVan(a.id).localeCompare(naamVan(b.id), "nl"));
  return (
    <TableFrame naam={naam}>
      <table className="vast">
        <caption>
          {naam}, in <strong>{eenheid}</strong>; gemeenten op alfabet. Bij wie samengaat, is tussen
          haakjes de ruimste marge genomen: niet alles kan tegelijk hoog zijn.
        </caption>
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            {koppen.map(({ id, tekst }) => (
              <th key={id} scope="col" className="getal">
                {tekst}
              </th>
            ))}
            <th scope="col" className="kanttekening">
              hoe
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((rij) => (
            <tr key={rij.id}>
              <th scope="row">{naamVan(rij.id)}</th>
              {koppen.map(({ id }, nummer) => (
                <td key={id} className="getal">
                  <Getal band={rij.aantallen[nummer]} />
                </td>
              ))}
              <td className="kanttekening">{describeHerkomstNa(rij, naamVan)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Getal({ band }: { readonly band: Bandbreedte | undefined }) {
  return band ? <BandNumber band={band} /> : <Unknown />;
}
