import { type FormEvent, useId, useState } from "react";
import type { Rekenblad } from "#domain/rekenblad.ts";
import {
  compareVersies,
  fetchVersieblad,
  type Sleutel,
  type Versiereeks,
  type WasWordt,
} from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import { ExporteerWasWordt } from "./exporteer.tsx";
import { readLink } from "./versies-link.tsx";
import { Weigering } from "./versies-tekst.tsx";
import { WasWordtDeel } from "./was-wordt.tsx";

type Props = {
  readonly versies: Versiereeks["versies"];
  readonly geheim: string;
  readonly hier: string | undefined;
};

const PLAK = "plak";
const GEEN_LINK =
  "Dit is geen link van een versie. Plak de hele link, ook het stuk achter het hekje (#).";

type Uitslag = {
  readonly wasWordt: WasWordt;
  readonly data: Rekenblad;
  readonly was: Sleutel;
  readonly wordt: Sleutel;
};

/** Which two versions are laid beside each other: from the chain, or from a link one was given. */
export function WasWordtKeuze({ versies, geheim, hier }: Props) {
  const there = versies.filter(({ weg }) => !weg);
  const [after, setAfter] = useState(hier ?? there.at(-1)?.versie ?? PLAK);
  const [before, setBefore] = useState(() => previousOf(there, after));
  const [pasted, setPasted] = useState({ was: "", wordt: "" });
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [uitslag, setUitslag] = useState<Uitslag>();
  if (there.length === 0) return null;
  const sideOf = (picked: string, link: string): Sleutel | undefined => {
    if (picked !== PLAK) return { id: picked, geheim };
    const read = readLink(link);
    return read?.plek === "versies" ? read : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [was, wordt] = [sideOf(before, pasted.was), sideOf(after, pasted.wordt)];
    if (!was || !wordt) return setFouten([GEEN_LINK]);
    const [laid, data] = await Promise.all([compareVersies(was, wordt), fetchVersieblad(wordt)]);
    setFouten([...refusalOf(laid), ...(laid.soort === "goed" ? refusalOf(data) : [])]);
    if (laid.soort !== "goed" || data.soort !== "goed") return setUitslag(undefined);
    return setUitslag({ wasWordt: laid.inhoud, data: data.inhoud, was, wordt });
  };
  return (
    <section aria-labelledby="waswordt-kop">
      <h2 id="waswordt-kop">Was en wordt</h2>
      <form onSubmit={submit} className="niet-afdrukken">
        <div className="velden">
          <Kant
            naam="Was"
            versies={there}
            {...{ picked: before, onPick: setBefore, link: pasted.was }}
            onPaste={(was) => setPasted({ ...pasted, was })}
          />
          <Kant
            naam="Wordt"
            versies={there}
            {...{ picked: after, onPick: setAfter, link: pasted.wordt }}
            onPaste={(wordt) => setPasted({ ...pasted, wordt })}
          />
        </div>
        <button type="submit" className="stil">
          Leg deze twee naast elkaar
        </button>
      </form>
      <Weigering regels={fouten} />
      {uitslag && (
        <>
          <WasWordtDeel wasWordt={uitslag.wasWordt} data={uitslag.data} />
          <ExporteerWasWordt was={uitslag.was} wordt={uitslag.wordt} />
        </>
      )}
    </section>
  );
}

function previousOf(versies: Props["versies"], versie: string): string {
  const place = versies.findIndex((item) => item.versie === versie);
  return versies[place - 1]?.versie ?? PLAK;
}

type KantProps = {
  readonly naam: string;
  readonly versies: Props["versies"];
  readonly picked: string;
  readonly onPick: (versie: string) => void;
  readonly link: string;
  readonly onPaste: (link: string) => void;
};

function Kant({ naam, versies, picked, onPick, link, onPaste }: KantProps) {
  const id = useId();
  return (
    <div className="veld">
      <label htmlFor={id}>{naam}</label>
      <select id={id} value={picked} onChange={(event) => onPick(event.target.value)}>
        {versies.map(({ versie, nummer, naam: titel }) => (
          <option key={versie} value={versie}>
            versie {nummer}
            {titel && `: ${titel}`}
          </option>
        ))}
        <option value={PLAK}>een andere versie, van een link</option>
      </select>
      {picked === PLAK && (
        <>
          <label htmlFor={`${id}-link`}>Link van die versie</label>
          <input
            id={`${id}-link`}
            type="text"
            autoComplete="off"
            value={link}
            onChange={(event) => onPaste(event.target.value)}
          />
        </>
      )}
    </div>
  );
}
