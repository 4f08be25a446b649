import { useState } from "react";
import { parseBreuk } from "#domain/breuk.ts";
import { formatExact, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Herkomst, Verantwoording } from "#domain/verantwoording.ts";
import type { Namen } from "./namen.ts";
import type { Raakvraag } from "./raakt.ts";
import { Raakt } from "./raakt-tekst.tsx";

/** What the lines of an account need to lead on from. */
export type Boomgegevens = {
  readonly namen: Namen;
  /** Where a key path of the document stands, with the words for it. */
  readonly plaatsVan: (pad: string) => Plaats | undefined;
  /** Which outcomes a figure touches. */
  readonly raakt: Raakvraag;
};

export type Plaats = { readonly href: string; readonly tekst: string };

type Props = { readonly boom: Verantwoording; readonly gegevens: Boomgegevens };

/** An account as an indented calculation: from the outcome down to figures, dates and sources. */
export function Boom({ boom, gegevens }: Props) {
  return (
    <ul className="boom">
      <Tak boom={boom} gegevens={gegevens} />
    </ul>
  );
}

type TakProps = Props & {
  /** The line above it, which need not be said again. */
  readonly boven?: Verantwoording;
};

function Tak({ boom, gegevens, boven }: TakProps) {
  const { wat, waarde, herkomst, pad, delen } = boom;
  const { namen, plaatsVan } = gegevens;
  const here = pad === undefined ? undefined : plaatsVan(pad);
  const above = boven?.pad === undefined ? undefined : plaatsVan(boven.pad);
  const plaats = here?.href === above?.href ? undefined : here;
  return (
    <li>
      <span className="boomregel">
        <span className="wat">
          {herkomst ? namen.cijfer(wat) : readable(wat, namen)}
          {plaats && (
            <>
              {" "}
              <a className="plaats niet-afdrukken" href={plaats.href}>
                {plaats.tekst}
              </a>
            </>
          )}
        </span>
        <span className="waarde">{valueText(boom, boven?.waarde, namen)}</span>
      </span>
      {herkomst && <Bron wat={wat} waarde={waarde} herkomst={herkomst} gegevens={gegevens} />}
      {delen.length > 0 && (
        <ul>
          {withKeys(delen).map(({ key, deel }) => (
            <Tak key={key} boom={deel} gegevens={gegevens} boven={boom} />
          ))}
        </ul>
      )}
    </li>
  );
}

type BronProps = {
  readonly wat: string;
  readonly waarde: string | undefined;
  readonly herkomst: Herkomst;
  readonly gegevens: Boomgegevens;
};

/** Where a figure comes from, of when and how sure; and what it touches. */
function Bron({ wat, waarde, herkomst, gegevens }: BronProps) {
  const [open, setOpen] = useState(false);
  const { indicator, gebied, moment, bron, betrouwbaarheid, opmerking } = herkomst;
  const delivered = /^GM\d{4}$/.test(gebied) && moment !== undefined;
  const figure = { ...herkomst, cel: wat.split(".").slice(1), waarde: parseBreuk(waarde ?? "") };
  return (
    <span className="opmerking">
      {delivered ? <a href={`/gemeenten/${gebied}#${indicator}`}>{bron}</a> : bron}
      {moment && `, ${formatMoment(moment)}`}
      {betrouwbaarheid && ` (${betrouwbaarheid})`}
      {opmerking && `. Let op: ${opmerking}`}{" "}
      <button
        type="button"
        className="raakknop niet-afdrukken"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Wat raakt dit cijfer?
      </button>
      {open && <Raakt cijfer={figure} vraag={gegevens.raakt} />}
    </span>
  );
}

/** Names of figures inside a sentence are read as their titles. */
function readable(wat: string, namen: Namen): string {
  const own = (naam: string) => lowerFirst(namen.cijfer(naam));
  return namen.zeg(wat).replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, own);
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function valueText(boom: Verantwoording, deelVan: string | undefined, namen: Namen): string {
  const { wat, waarde, laag, hoog, herkomst, eenheid } = boom;
  if (waarde === undefined) return "";
  const own = herkomst ? namen.maat(wat) : (eenheid ?? "");
  const show = own === "deel" ? asPercent : asNumbers;
  const unit = own === "" || own === "deel" ? "" : ` ${own}`;
  const band = laag && hoog && laag !== hoog ? ` (${show(laag)} tot ${show(hoog)})` : "";
  return `${show(waarde)}${band}${unit}${shareText(waarde, deelVan)}`;
}

/** `122.847 van 298.653` is the share of the line above it. */
function shareText(waarde: string, deelVan: string | undefined): string {
  if (!deelVan?.endsWith("%") || !/^\S+ van \S+$/.test(waarde)) return "";
  return ` = ${asNumbers(deelVan)}`;
}

/** `122847 van 298653 = 41.1336…%`: each number in it as readers write it. */
function asNumbers(text: string): string {
  return text.split(" ").map(formatExact).join(" ");
}

function asPercent(text: string): string {
  const share = parseBreuk(text);
  return share ? formatProcent(share, 2) : text;
}

/** Two lines may say the same of other figures; each keeps its own place. */
function withKeys(delen: readonly Verantwoording[]) {
  const seen = new Map<string, number>();
  return delen.map((deel) => {
    const times = (seen.get(deel.wat) ?? 0) + 1;
    seen.set(deel.wat, times);
    return { key: `${deel.wat} ${times}`, deel };
  });
}
