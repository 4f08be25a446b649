import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import {
  explainAanbod,
  explainBijcijfer,
  explainUitkomst,
  type Kolom,
} from "#rules/verdeling/index.ts";
import { questionOf } from "./bladvraag.ts";
import type { Namen } from "./namen.ts";
import { findTouched, type Raakcijfer } from "./raakt.ts";
import type { Uitgerekend } from "./reken.ts";
import { Boom, type Boomgegevens, type Plaats } from "./uitleg-boom.tsx";
import { UitlegUitersten } from "./uitleg-uitersten.tsx";

/** Which number is asked about: of one unit or of the whole, in a key or in a figure beside them. */
export type Uitlegvraag = {
  /** The name of a document, or `nu` or `aanbod`. */
  readonly kolom: string;
  readonly eenheid?: string;
  /** Of the other indeling that is laid beside. */
  readonly naast?: boolean;
};

type Props = {
  readonly vraag: Uitlegvraag;
  readonly uitgerekend: Uitgerekend;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly namen: Namen;
};

/** How a number came about, beside the table; Escape closes it. */
export function Uitleg({ onClose, ...props }: Props & { readonly onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = `${props.vraag.kolom} ${props.vraag.eenheid ?? ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number moves the focus again
  useEffect(() => heading.current?.focus(), [asked]);
  return (
    <aside
      className="paneel"
      aria-labelledby="uitleg-kop"
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <div className="paneelkop">
        <h2 id="uitleg-kop" ref={heading} tabIndex={-1}>
          {titleOf(props)}: hoe komt dit tot stand?
        </h2>
        <button type="button" className="sluiten niet-afdrukken" onClick={onClose}>
          Sluit
        </button>
      </div>
      <Uitlegtekst {...props} />
      <p className="klein niet-afdrukken">
        Het adres van deze pagina brengt u precies hier terug. Zolang deze uitleg open staat, drukt
        u alleen de uitleg af.
      </p>
      <p className="niet-afdrukken">
        <button type="button" className="stil" onClick={() => window.print()}>
          Druk deze uitleg af
        </button>
      </p>
    </aside>
  );
}

function titleOf({ vraag, data, namen }: Props): string {
  return vraag.eenheid ? namen.eenheid(vraag.eenheid) : data.gebied.titel;
}

/** The account itself, without anything around it. */
export function Uitlegtekst(props: Props) {
  const { vraag, uitgerekend, data, namen } = props;
  const kolom = uitgerekend.kolommen.find(({ document }) => documentnaam(document) === vraag.kolom);
  const gegevens = useBoomgegevens(props, kolom);
  const moment = `${data.gebied.titel}, ${formatMoment(data.op)}`;
  const bij = vraag.eenheid ? bijcijferOf(vraag, uitgerekend) : undefined;
  if (bij && vraag.eenheid) {
    return (
      <Met titel={namen.cijfer(bij.cijfer)} moment={moment}>
        <Boom boom={explainBijcijfer(bij, vraag.eenheid)} gegevens={gegevens} />
      </Met>
    );
  }
  if (!kolom) return <p>Dit getal staat niet (meer) op dit rekenblad.</p>;
  return (
    <Met titel={kolom.document.titel} moment={moment}>
      <Sleuteluitleg {...props} kolom={kolom} gegevens={gegevens} />
    </Met>
  );
}

type MetProps = {
  readonly titel: string;
  readonly moment: string;
  readonly children: ReactNode;
};

function Met({ titel, moment, children }: MetProps) {
  return (
    <>
      <p className="klein">
        {titel} · {moment}
      </p>
      {children}
    </>
  );
}

function bijcijferOf({ kolom }: Uitlegvraag, { bij }: Uitgerekend) {
  if (kolom === "nu") return bij.nu;
  return kolom === "aanbod" ? bij.aanbod : undefined;
}

type SleutelProps = Props & { readonly kolom: Kolom; readonly gegevens: Boomgegevens };

/** The number in a key: its ends, the calculation, and the part of what comes free. */
function Sleuteluitleg({ vraag, uitgerekend, data, namen, kolom, gegevens }: SleutelProps) {
  const { eenheid } = vraag;
  const { document } = uitgerekend;
  const asked = useMemo(() => questionOf(data, { document }).vraag, [data, document]);
  const aanbod = eenheid && explainAanbod(kolom.uitkomst, uitgerekend.bij.aanbod, eenheid);
  return (
    <>
      {eenheid && !uitgerekend.voorlopig && (
        <UitlegUitersten vraag={asked} kolom={kolom} eenheid={eenheid} namen={namen} />
      )}
      <Boom boom={explainUitkomst(kolom.uitkomst, eenheid)} gegevens={gegevens} />
      {aanbod && (
        <>
          <h3>Welk deel van de eigen vrijkomende woningen</h3>
          <Boom boom={aanbod} gegevens={gegevens} />
        </>
      )}
    </>
  );
}

/** What the lines lead on to: the writer's text, and what a figure touches. */
function useBoomgegevens(props: Props, kolom: Kolom | undefined): Boomgegevens {
  const { uitgerekend, data, blad, namen } = props;
  const place = useRegelvinder(data, kolom);
  return useMemo(() => {
    const forAll = new Set([...blad.cijfers.keys()].filter((key) => !key.includes("@")));
    return {
      namen,
      plaatsVan: (pad) => {
        const found = place(pad);
        const changed = kolom === uitgerekend.kolommen[0] && isChanged(pad, blad);
        return found && changed ? { ...found, tekst: `${found.tekst}, hier gewijzigd` } : found;
      },
      raakt: {
        naam: namen.eenheid,
        ask: (cijfer: Raakcijfer) => findTouched(data, uitgerekend, cijfer, forAll),
      },
    };
  }, [uitgerekend, data, blad, namen, kolom, place]);
}

/** Whether this sheet says something else at a key path, or anywhere below it. */
function isChanged(pad: string, { wijzigingen }: Blad): boolean {
  return [...wijzigingen.keys()].some((key) => key === pad || key.startsWith(`${pad}.`));
}

type Regelvinder = (pad: string) => Plaats | undefined;

/** Where a key path stands in the document; its reader is fetched when somebody first asks. */
function useRegelvinder({ sleutels }: Rekenblad, kolom: Kolom | undefined): Regelvinder {
  const naam = kolom && documentnaam(kolom.document);
  const tekst = sleutels.find(({ document }) => documentnaam(document) === naam)?.tekst;
  const [find, setFind] = useState<(pad: string) => string | undefined>();
  useEffect(() => {
    let stopped = false;
    import("#contract/kader/regelvinder.ts").then(({ createRegelvinder }) => {
      if (!stopped && tekst !== undefined) setFind(() => createRegelvinder(tekst));
    });
    return () => {
      stopped = true;
    };
  }, [tekst]);
  return useMemo(
    () => (pad) => {
      const regel = find?.(pad);
      if (!regel || naam === undefined) return undefined;
      const [number] = /\d+$/.exec(regel) ?? [];
      return { href: `/documenten/${naam}${regel}`, tekst: `regel ${number}` };
    },
    [find, naam],
  );
}
