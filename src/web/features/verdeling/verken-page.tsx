import { memo, useMemo } from "react";
import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { Alternatief } from "./alternatief.tsx";
import { BesideNotes } from "./beside-notes.tsx";
import { CijfersForm } from "./cijfers-form.tsx";
import { type Nagekeken, useNagekeken } from "./correctie-stand.ts";
import { ErnaastForm } from "./ernaast-form.tsx";
import { FoutenLijst } from "./fouten-lijst.tsx";
import { KaartDeel } from "./kaart-deel.tsx";
import { Meldingen } from "./meldingen.tsx";
import { EigenUitleg } from "./modus-afdruk.tsx";
import { EigenBlad, ModusBalk } from "./modus-balk.tsx";
import { PrincipeEerst } from "./modus-principe.tsx";
import { ModusTabel } from "./modus-tabel.tsx";
import { createNamen, type Namen } from "./namen.ts";
import { NietPast } from "./niet-past.tsx";
import { Onderaan } from "./onderaan.tsx";
import { OpgaveLines } from "./opgave-lines.tsx";
import { Pad } from "./pad.tsx";
import type { Uitgerekend } from "./reken.ts";
import { Sentence } from "./sentence.tsx";
import { paperText, StatusLines } from "./status-lines.tsx";
import { Uitleg, type Uitlegvraag } from "./uitleg.tsx";
import { useLater, useLatest } from "./use-later.ts";
import { useAfdrukken, useKantlijn, useModus, useVoetadres } from "./use-modus.ts";
import { useVerkennen, type Verkenning } from "./use-verkennen.ts";
import { useUitleg, useWeergave } from "./use-weergave.ts";
import { listUnknowns } from "./weet-niet.ts";
import { WeetNiet } from "./weet-niet-lijst.tsx";
import { withWoorden } from "./woordenlijst.ts";

/** The page where people look together at what keys would do. */
export function VerkenPage() {
  const stand = useVerkennen();
  if (!stand.data) {
    if (stand.fouten.length > 0) return <FoutenLijst fouten={stand.fouten} />;
    return <p role="status">Het rekenblad wordt klaargezet…</p>;
  }
  return <Rekenpagina stand={stand} data={stand.data} />;
}

type Props = { readonly stand: Verkenning; readonly data: Rekenblad };

function Rekenpagina({ stand, data: delivered }: Props) {
  const { blad, uitgerekend, fouten, change } = stand;
  const data = useMemo(() => withWoorden(delivered), [delivered]);
  const nagekeken = useNagekeken(blad.ronde);
  const namen = useMemo(() => createNamen(data), [data]);
  const kijk = useWeergave();
  const { weergave, look } = kijk;
  const { modus } = weergave;
  const uitleg = useUitleg(kijk);
  const onChange = useLatest(change);
  const later = useLater({ uitgerekend, data, blad, namen });
  const document = uitgerekend?.document ?? data.sleutels[0]?.document;
  useModus(modus);
  useVoetadres(modus === "principe");
  useKantlijn(document ? paperText(document, blad, modus === "eigen") : "", paperDate(data));
  const onPaper = useAfdrukken() || modus === "afdruk";
  const balk = <ModusBalk weergave={weergave} onLook={look} />;
  if (!document) return null;
  if (modus === "principe") {
    return (
      <>
        {balk}
        {uitgerekend && <PrincipeEerst {...{ uitgerekend, data, blad, namen }} />}
      </>
    );
  }
  return (
    <>
      {balk}
      {modus === "eigen" && <EigenBlad />}
      <StatusLines document={document} gebied={data.gebied} blad={blad} />
      <Sentence document={document} data={data} blad={blad} onChange={change} />
      <FoutenLijst fouten={fouten} />
      <p className="klein" aria-live="polite">
        {progressText(stand, data)}
      </p>
      {uitgerekend && (
        <Uitkomst
          {...{ uitgerekend, data, blad, namen, kijk, uitleg, nagekeken }}
          onChange={change}
        />
      )}
      <CijfersForm
        uitgerekend={uitgerekend}
        data={data}
        blad={blad}
        namen={namen}
        onChange={change}
      />
      {blad.alternatief && (
        <Alternatief
          blad={blad}
          query={alternativeQuery(blad)}
          eigen={data}
          uitleg={uitleg}
          onChange={change}
        />
      )}
      {uitgerekend && (
        <>
          {onPaper && <EigenUitleg {...{ uitgerekend, data, blad, namen }} />}
          <Onderaan gegevens={later} onChange={onChange} />
        </>
      )}
      {uitleg.vraag && !uitleg.vraag.naast && uitgerekend && (
        <Uitleg
          vraag={uitleg.vraag}
          {...{ uitgerekend, data, blad, namen }}
          onClose={uitleg.close}
        />
      )}
    </>
  );
}

type UitkomstProps = {
  readonly uitgerekend: Uitgerekend;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly kijk: ReturnType<typeof useWeergave>;
  readonly uitleg: ReturnType<typeof useUitleg>;
  readonly nagekeken: Nagekeken | undefined;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** What came of it: first the whole, then each gemeente, then what does not fit, then the map. */
function Uitkomst(props: UitkomstProps) {
  const { uitgerekend, data, blad, namen, kijk, uitleg, nagekeken, onChange } = props;
  const onAsk = useLatest(uitleg.ask);
  const later = useLater({ uitgerekend, data, blad, namen });
  return (
    <>
      <OpgaveLines uitgerekend={uitgerekend} namen={namen} />
      <div id="uitkomst">
        <ModusTabel
          {...{ uitgerekend, blad, namen, nagekeken }}
          weergave={kijk.weergave}
          onLook={kijk.look}
          onAsk={uitleg.ask}
          onChange={onChange}
        />
      </div>
      <Meldingen uitgerekend={uitgerekend} namen={namen} />
      <ErnaastForm data={data} blad={blad} onChange={onChange} />
      <BesideNotes uitgerekend={uitgerekend} namen={namen} />
      <NietPast uitgerekend={uitgerekend} blad={blad} namen={namen} onChange={onChange} />
      <Onder gegevens={later} onAsk={onAsk} />
    </>
  );
}

type OnderProps = {
  readonly gegevens: Pick<UitkomstProps, "uitgerekend" | "data" | "blad" | "namen">;
  readonly onAsk: (vraag: Uitlegvraag) => void;
};

/** What follows below the table; it is made when the numbers in the table are on the screen. */
const Onder = memo(function Onder({ gegevens, onAsk }: OnderProps) {
  const { uitgerekend, data, blad, namen } = gegevens;
  return (
    <>
      <KaartDeel
        uitgerekend={uitgerekend}
        op={data.op}
        gemeente={blad.gemeente}
        tabel="uitkomst"
        onAsk={onAsk}
      />
      <Pad uitgerekend={uitgerekend} namen={namen} />
      <WeetNiet zinnen={listUnknowns({ uitgerekend, data, blad, namen })} />
    </>
  );
});

/** The same sheet over the other region. */
function alternativeQuery(blad: Blad): string {
  const other = { ...blad, regio: blad.alternatief ?? blad.regio };
  return new URL(verkenAdres(other), window.location.origin).search.slice(1);
}

function progressText({ bezig, uitgerekend }: Verkenning, { op }: Rekenblad): string {
  if (bezig) return "Bezig met de cijfers…";
  // One line for another: what stands below may not move when the bands come.
  return uitgerekend?.voorlopig
    ? "Hoe ver getallen kunnen afwijken, komt zo."
    : `Gerekend met de cijfers van ${formatMoment(op)}.`;
}

function paperDate({ op }: Rekenblad): string {
  const today = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
  return `afgedrukt ${today}, met de cijfers van ${formatMoment(op)}`;
}
