import { useEffect, useMemo, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { formatVanTot, listWords } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { fetchRekenblad } from "../../client/fetch-rekenblad.ts";
import { createNamen } from "./namen.ts";
import { reckon } from "./reken.ts";
import { SleutelTabel } from "./sleutel-tabel.tsx";
import { Uitleg } from "./uitleg.tsx";
import type { Uitlegstand } from "./use-weergave.ts";

type Props = {
  readonly blad: Blad;
  readonly query: string;
  readonly eigen: Rekenblad;
  readonly uitleg: Uitlegstand;
  readonly onChange: (next: Partial<Blad>) => void;
};

type Stand =
  | { readonly soort: "laden" }
  | { readonly soort: "fout"; readonly tekst: string }
  | { readonly soort: "blad"; readonly data: Rekenblad };

/** The same division over another indeling: who else is in it, and what that does. */
export function Alternatief({ blad, query, eigen, uitleg, onChange }: Props) {
  const [stand, setStand] = useState<Stand>({ soort: "laden" });
  useEffect(() => {
    const stop = new AbortController();
    fetchRekenblad(query, stop.signal).then(
      (got) =>
        setStand(
          got.soort === "blad"
            ? { soort: "blad", data: got.blad }
            : { soort: "fout", tekst: got.fouten.join(" ") },
        ),
      () => {
        if (!stop.signal.aborted) {
          setStand({ soort: "fout", tekst: "De server is niet te bereiken. Probeer het opnieuw." });
        }
      },
    );
    return () => stop.abort();
  }, [query]);
  if (stand.soort === "laden") return <p role="status">De andere indeling wordt klaargezet…</p>;
  if (stand.soort === "fout") return <p role="alert">{stand.tekst}</p>;
  return <Naast data={stand.data} eigen={eigen} blad={blad} uitleg={uitleg} onChange={onChange} />;
}

type NaastProps = Omit<Props, "query"> & { readonly data: Rekenblad };

function Naast({ data, eigen, blad, uitleg, onChange }: NaastProps) {
  const uitgerekend = useMemo(() => reckon(data), [data]);
  const namen = useMemo(() => createNamen(data), [data]);
  const own = new Set(eigen.gebied.eenheden.map(({ id }) => id));
  const there = new Set(data.gebied.eenheden.map(({ id }) => id));
  const extra = data.gebied.eenheden.filter(({ id }) => !own.has(id)).map(({ naam }) => naam);
  const gone = eigen.gebied.eenheden.filter(({ id }) => !there.has(id)).map(({ naam }) => naam);
  const opgave = uitgerekend.kolommen[0].uitkomst.opgave;
  return (
    <section aria-labelledby="alternatief-kop">
      <h2 id="alternatief-kop">Dezelfde verdeling over {data.gebied.titel}</h2>
      <p>
        {data.gebied.eenheden.length} gemeenten
        {opgave && `, te verdelen ${formatVanTot(opgave.aantal)}`}.{" "}
        {extra.length > 0 && `Erbij: ${listWords(extra)}. `}
        {gone.length > 0 && `Niet erbij: ${listWords(gone)}.`}
      </p>
      <SleutelTabel
        uitgerekend={uitgerekend}
        blad={blad}
        namen={namen}
        onAsk={(vraag) => uitleg.ask({ ...vraag, naast: true })}
        onChange={onChange}
      />
      {uitleg.vraag?.naast && (
        <Uitleg
          vraag={uitleg.vraag}
          {...{ uitgerekend, data, blad, namen }}
          onClose={uitleg.close}
        />
      )}
    </section>
  );
}
