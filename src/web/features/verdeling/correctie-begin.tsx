import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { readAccount } from "../../client/account.ts";
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
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [ronde, setRonde] = useState<GeopendeRonde>();
  const { deelt, nietRonde } = readAccount();
  const begin = async (gevraagd: Gevraagd) => {
    const opened = await openRonde({ ...gevraagd, regio: blad.regio, op: blad.op });
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
      {ronde && <Begonnen ronde={ronde} deelt={deelt} />}
      {!ronde && nietRonde !== undefined && <p className="klein">{nietRonde}</p>}
      {!ronde && nietRonde === undefined && (
        <BeginForm titel={data.gebied.titel} deelt={deelt} fouten={fouten} onBegin={begin} />
      )}
    </details>
  );
}

type Gevraagd = { readonly naam: string; readonly uiterlijk?: string };

type Formprops = {
  /** The region, as people call it. */
  readonly titel: string;
  readonly deelt: boolean;
  readonly fouten: readonly string[];
  readonly onBegin: (gevraagd: Gevraagd) => void;
};

function BeginForm({ titel, deelt, fouten, onBegin }: Formprops) {
  const id = useId();
  const [naam, setNaam] = useState("");
  const [uiterlijk, setUiterlijk] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onBegin({ naam: naam.trim(), ...(uiterlijk === "" ? {} : { uiterlijk }) });
  };
  return (
    <form onSubmit={submit}>
      <p>
        Elke gemeente van {titel}{" "}
        {deelt ? "kijkt met haar eigen account" : "krijgt een eigen link. Daarmee ziet zij"} haar
        cijfers{deelt ? " na" : ""}, en zegt{deelt ? "" : " zij"}: gezien, of dit cijfer is anders.
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
      <div className="veld">
        <label htmlFor={`${id}-uiterlijk`}>Laatste dag om te reageren</label>
        <span className="hint" id={`${id}-hint`}>
          mag leeg blijven; elke gemeente ziet deze dag op haar startpagina
        </span>
        <input
          id={`${id}-uiterlijk`}
          type="date"
          aria-describedby={`${id}-hint`}
          value={uiterlijk}
          onChange={(event) => setUiterlijk(event.target.value)}
        />
      </div>
      <button type="submit" className="stil">
        Begin de ronde
      </button>
    </form>
  );
}

type BegonnenProps = { readonly ronde: GeopendeRonde; readonly deelt: boolean };

function Begonnen({ ronde, deelt }: BegonnenProps) {
  return deelt ? <Adres ronde={ronde} /> : <Links ronde={ronde} />;
}

/** With accounts one address is for all: whoever comes sees the figures of their own gemeente. */
function Adres({ ronde }: { readonly ronde: GeopendeRonde }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        De ronde is begonnen
      </h3>
      <p>
        Geef de gemeenten dit adres. Wie zich aanmeldt en voor een gemeente handelt, ziet de cijfers
        van die gemeente. Iedereen met een account hier kan de ronde lezen;{" "}
        <a href={`/verdeling/correcties/${ronde.ronde}/delen`}>kies wie haar ziet</a>.
      </p>
      <LinkVeld naam="Adres van de ronde" link={makeLink("correcties", ronde.ronde, "")} />
    </>
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
        <LinkVeld
          key={gemeente}
          naam={naam}
          link={makeLink("correcties", ronde.ronde, geheim ?? "")}
        />
      ))}
    </>
  );
}
