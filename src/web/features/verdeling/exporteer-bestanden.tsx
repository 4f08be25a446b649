import { type ReactNode, useState } from "react";
import { type Blad, uitvoerAdres } from "#contract/rekenblad/blad.ts";
import { listUitvoer } from "#contract/rekenblad/uitvoer.ts";
import { saveFile } from "../../client/stukken.ts";
import { fetchVersiebestand } from "../../client/uitvoer.ts";
import type { Sleutel } from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import { Weigering } from "./versies-tekst.tsx";

/** A sheet as a file, each with what it is for; the links are permanent and name the view. */
export function Bestanden({ blad }: { readonly blad: Blad }) {
  return (
    <Lijst>
      {(naam, label, vorm) => (
        <a href={uitvoerAdres(blad, naam)} aria-label={label} download>
          {vorm}
        </a>
      )}
    </Lijst>
  );
}

/** The same of a kept version, which only opens with its secret. */
export function VersieBestanden({ sleutel }: { readonly sleutel: Sleutel }) {
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [bezig, setBezig] = useState("");
  const fetch = async (naam: string, label: string) => {
    setBezig(label);
    const answer = await fetchVersiebestand(sleutel, naam);
    setBezig("");
    setFouten(refusalOf(answer));
    if (answer.soort === "goed") saveFile(answer.inhoud.inhoud, answer.inhoud.naam);
  };
  return (
    <>
      <Lijst>
        {(naam, label, vorm) => (
          <button
            type="button"
            className="stil"
            aria-label={label}
            disabled={bezig !== ""}
            onClick={() => fetch(naam, label)}
          >
            {vorm}
          </button>
        )}
      </Lijst>
      <p className="klein" aria-live="polite">
        {bezig && `${bezig}: wordt gemaakt…`}
      </p>
      <Weigering regels={fouten} />
    </>
  );
}

type LijstProps = {
  readonly children: (naam: string, label: string, vorm: string) => ReactNode;
};

function Lijst({ children }: LijstProps) {
  return (
    <ul>
      {listUitvoer().map((soorten) => (
        <li key={soorten[0].titel}>
          {soorten[0].titel}:{" "}
          {soorten.map(({ naam, titel, vorm }, nummer) => (
            <span key={naam}>
              {nummer > 0 && " of "}
              {children(naam, `${titel} als ${vorm}`, vorm)}
            </span>
          ))}{" "}
          <span className="klein">{soorten[0].waarvoor}</span>
        </li>
      ))}
    </ul>
  );
}
