import { useMemo, useState } from "react";
import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { Alternatief } from "./alternatief.tsx";
import { BesideNotes } from "./beside-notes.tsx";
import { CijfersForm } from "./cijfers-form.tsx";
import { ErnaastForm } from "./ernaast-form.tsx";
import { FoutenLijst } from "./fouten-lijst.tsx";
import { Meldingen } from "./meldingen.tsx";
import { createNamen } from "./namen.ts";
import { NietPast } from "./niet-past.tsx";
import { OpgaveLines } from "./opgave-lines.tsx";
import { Pad } from "./pad.tsx";
import { Sentence } from "./sentence.tsx";
import { SleutelTabel } from "./sleutel-tabel.tsx";
import { StatusLines } from "./status-lines.tsx";
import { Uitleg, type Uitlegvraag } from "./uitleg.tsx";
import { useVerkennen, type Verkenning } from "./use-verkennen.ts";

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

function Rekenpagina({ stand, data }: Props) {
  const { blad, uitgerekend, fouten, change } = stand;
  const namen = useMemo(() => createNamen(data), [data]);
  const [vraag, setVraag] = useState<Uitlegvraag>();
  const document = uitgerekend?.document ?? data.sleutels[0]?.document;
  if (!document) return null;
  return (
    <>
      <StatusLines document={document} gebied={data.gebied} blad={blad} />
      <Sentence document={document} data={data} blad={blad} onChange={change} />
      <FoutenLijst fouten={fouten} />
      <p className="klein" aria-live="polite">
        {progressText(stand, data)}
      </p>
      {uitgerekend && (
        <>
          <OpgaveLines uitgerekend={uitgerekend} namen={namen} />
          <SleutelTabel
            uitgerekend={uitgerekend}
            blad={blad}
            namen={namen}
            onAsk={setVraag}
            onChange={change}
          />
          <Meldingen uitgerekend={uitgerekend} namen={namen} />
          <ErnaastForm data={data} blad={blad} onChange={change} />
          <BesideNotes uitgerekend={uitgerekend} namen={namen} />
          <NietPast uitgerekend={uitgerekend} blad={blad} namen={namen} onChange={change} />
          <Pad uitgerekend={uitgerekend} namen={namen} />
        </>
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
          onAsk={setVraag}
          onChange={change}
        />
      )}
      {vraag && uitgerekend && (
        <Uitleg
          vraag={vraag}
          uitgerekend={uitgerekend}
          namen={namen}
          onClose={() => setVraag(undefined)}
        />
      )}
    </>
  );
}

/** The same sheet over the other region. */
function alternativeQuery(blad: Blad): string {
  const other = { ...blad, regio: blad.alternatief ?? blad.regio };
  return new URL(verkenAdres(other), window.location.origin).search.slice(1);
}

function progressText({ bezig, uitgerekend }: Verkenning, { op }: Rekenblad): string {
  if (bezig) return "Bezig met de cijfers…";
  const when = `Gerekend met de cijfers van ${formatMoment(op)}.`;
  return uitgerekend?.voorlopig ? `${when} Hoe ver getallen kunnen afwijken, komt zo.` : when;
}
