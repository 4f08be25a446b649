import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { type GeopendeRonde, openRonde } from "../../client/correcties.ts";
import { refusalOf } from "../../client/vraag.ts";
import { LinkVeld, makeLink } from "./versies-link.tsx";
import { Weigering } from "./versies-tekst.tsx";

type Props = {
  readonly blad: Blad;
  readonly data: Rekenblad;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** Begins a round in which every gemeente looks at its own figures; the sheet then follows it. */
export function CorrectieBegin({ blad, data, onChange }: Props) {
  const id = useId();
  const [naam, setNaam] = useState("");
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [ronde, setRonde] = useState<GeopendeRonde>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await openRonde({ naam: naam.trim(), regio: blad.regio, op: blad.op });
    setFouten(refusalOf(opened));
    if (opened.soort !== "goed") return;
    setRonde(opened.inhoud);
    onChange({ ronde: opened.inhoud.ronde });
  };
  return (
    <details>
      <summary>Laat gemeenten hun cijfers nakijken</summary>
      {blad.ronde && (
        <p>
          Op dit blad staat bij elke gemeente hoe ver zij is. Wat een gemeente corrigeerde, gaat
          hier voor.
        </p>
      )}
      {ronde ? (
        <Links ronde={ronde} />
      ) : (
        <form onSubmit={submit}>
          <p>
            Elke gemeente van {data.gebied.titel} krijgt een eigen link. Daarmee ziet zij haar
            cijfers, en zegt zij: gezien, of dit cijfer is anders.
          </p>
          <Weigering regels={fouten} />
          <div className="veld">
            <label htmlFor={id}>Naam van de ronde</label>
            <input
              id={id}
              type="text"
              required
              autoComplete="off"
              maxLength={120}
              value={naam}
              onChange={(event) => setNaam(event.target.value)}
            />
          </div>
          <button type="submit" className="stil">
            Begin de ronde
          </button>
        </form>
      )}
    </details>
  );
}

function Links({ ronde }: { readonly ronde: GeopendeRonde }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        De ronde is begonnen
      </h3>
      <p>
        Geef elke gemeente haar eigen link. <strong>U ziet deze links nu één keer.</strong> Wie een
        link heeft, spreekt voor die gemeente.
      </p>
      {ronde.gemeenten.map(({ gemeente, naam, geheim }) => (
        <LinkVeld key={gemeente} naam={naam} link={makeLink("correcties", ronde.ronde, geheim)} />
      ))}
    </>
  );
}
