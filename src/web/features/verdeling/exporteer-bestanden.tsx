import { useState } from "react";
import { type Blad, uitvoerAdres } from "#contract/rekenblad/blad.ts";
import { UITVOERSOORTEN } from "#contract/rekenblad/uitvoer.ts";
import { saveFile } from "../../client/stukken.ts";
import { fetchVersiebestand } from "../../client/uitvoer.ts";
import type { Sleutel } from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import { Weigering } from "./versies-tekst.tsx";

/** A sheet as a file, each with what it is for; the links are permanent and name the view. */
export function Bestanden({ blad }: { readonly blad: Blad }) {
  return (
    <ul>
      {UITVOERSOORTEN.map(({ naam, titel, waarvoor }) => (
        <li key={naam}>
          <a href={uitvoerAdres(blad, naam)} download>
            {titel}
          </a>{" "}
          <span className="klein">{waarvoor}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same of a kept version, which only opens with its secret. */
export function VersieBestanden({ sleutel }: { readonly sleutel: Sleutel }) {
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [bezig, setBezig] = useState("");
  const fetch = async (naam: string, titel: string) => {
    setBezig(titel);
    const answer = await fetchVersiebestand(sleutel, naam);
    setBezig("");
    setFouten(refusalOf(answer));
    if (answer.soort === "goed") saveFile(answer.inhoud.inhoud, answer.inhoud.naam);
  };
  return (
    <>
      <ul>
        {UITVOERSOORTEN.map(({ naam, titel, waarvoor }) => (
          <li key={naam}>
            <button
              type="button"
              className="stil"
              disabled={bezig !== ""}
              onClick={() => fetch(naam, titel)}
            >
              {titel}
            </button>{" "}
            <span className="klein">{waarvoor}</span>
          </li>
        ))}
      </ul>
      <p className="klein" aria-live="polite">
        {bezig && `${bezig} wordt gemaakt…`}
      </p>
      <Weigering regels={fouten} />
    </>
  );
}
