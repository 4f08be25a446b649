import { type Breuk, breuk, floor, multiply, parseBreuk } from "#domain/breuk.ts";
import { formatExact, formatGetal, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Herkomst, Verantwoording } from "#domain/verantwoording.ts";
import { gemeenteAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";

type Props = {
  /** Unique on the page. */
  readonly id: string;
  readonly account: Verantwoording;
  readonly titel: string;
  readonly cijfer: (naam: string) => { readonly titel: string; readonly eenheid: string };
  /** Where a key path stands in the writer's text. */
  readonly adresVan: (pad: string) => string | undefined;
};

/**
 * How a number came about: an indented calculation from the outcome down to figure, date, source
 * and rounding, with each line leading on to where it stands.
 */
export function AccountTable({ id, account, titel, cijfer, adresVan }: Props) {
  return (
    <DataTable id={id} klasse="verantwoording" titel={titel}>
      <thead>
        <tr>
          <th scope="col">stap</th>
          <th scope="col" class="getal">
            getal
          </th>
          <th scope="col">waar dit staat of vandaan komt</th>
        </tr>
      </thead>
      <tbody>
        {flatten(account).map(({ regel, diep }) => {
          const own = regel.herkomst && cijfer(regel.wat);
          return (
            <tr class={`diep${Math.min(diep, 4)}`}>
              <th scope="row">{own ? own.titel : readable(regel.wat)}</th>
              <td class="getal">
                <Value regel={regel} eenheid={own?.eenheid} />
              </td>
              <td>
                <Origin regel={regel} adresVan={adresVan} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

type Line = { readonly regel: Verantwoording; readonly diep: number };

function flatten(regel: Verantwoording, diep = 0): readonly Line[] {
  return [{ regel, diep }, ...regel.delen.flatMap((deel) => flatten(deel, diep + 1))];
}

/** Names of figures inside a sentence are read as words. */
function readable(wat: string): string {
  return wat.replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, (naam) => naam.replaceAll("-", " "));
}

type ValueProps = { readonly regel: Verantwoording; readonly eenheid: string | undefined };

function Value({ regel, eenheid }: ValueProps) {
  const { waarde, laag, hoog } = regel;
  if (waarde === undefined) return null;
  const unit = eenheid === "deel" ? undefined : (regel.eenheid ?? eenheid);
  const show = (text: string) => (eenheid === "deel" ? asPercent(text) : asNumber(text));
  return (
    <>
      {show(waarde)}
      {unit && ` ${unit}`}
      {laag && hoog && (
        <span class="bereik">
          {" "}
          ({show(laag)} tot {show(hoog)})
        </span>
      )}
    </>
  );
}

/** `122847 van 298653 = 41.1336…%`: each number in it as readers write it. */
function asNumber(text: string): string {
  return text
    .split(/( van | = )/)
    .map(shorten)
    .join("");
}

const MOST_DECIMALS = 4;

/** At most four decimals for reading; marked where more stand behind it. */
function shorten(text: string): string {
  const number = parseBreuk(text);
  const long = /\.\d{5,}$|\/\d{4,}$/.test(text);
  if (!number || !long) return formatExact(text);
  return `${formatGetal(number, MOST_DECIMALS, floor)}…`;
}

function asPercent(text: string): string {
  const share = parseBreuk(text);
  return share ? `${exactPercent(share)}` : text;
}

function exactPercent(share: Breuk): string {
  const percent = multiply(share, breuk(100n));
  const whole = percent.noemer === 1n;
  return whole ? `${formatGetal(percent)}%` : formatProcent(share, 4);
}

type OriginProps = Pick<Props, "adresVan"> & { readonly regel: Verantwoording };

function Origin({ regel, adresVan }: OriginProps) {
  if (regel.herkomst) return <Source herkomst={regel.herkomst} />;
  const href = regel.pad === undefined ? undefined : adresVan(regel.pad);
  if (href === undefined) return null;
  return <a href={href}>{placeWords(href)}</a>;
}

function placeWords(href: string): string {
  const line = /regel-(\d+)$/.exec(href)?.[1];
  return line ? `het document, regel ${line}` : "het document";
}

function Source({ herkomst }: { readonly herkomst: Herkomst }) {
  const { indicator, gebied, moment, bron, betrouwbaarheid, opmerking } = herkomst;
  const when = moment ? `, ${formatMoment(moment)}` : "";
  const sure = betrouwbaarheid ? ` (${betrouwbaarheid})` : "";
  const delivered = /^GM\d{4}$/.test(gebied) && moment !== undefined;
  return (
    <>
      {delivered ? <a href={gemeenteAdres(gebied, indicator)}>{bron}</a> : bron}
      {when}
      {sure}
      {opmerking && <span class="opmerking">{opmerking}</span>}
    </>
  );
}
