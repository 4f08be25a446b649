import { useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { readAccount } from "../../client/account.ts";
import { refusalOf } from "../../client/vraag.ts";
import { startLijst } from "../../client/woordenlijsten.ts";
import { LinkVeld, makeLink } from "./versies-link.tsx";
import { Weigering } from "./versies-tekst.tsx";

type Props = { readonly blad: Blad; readonly onChange: (next: Partial<Blad>) => void };

/** Begins a word list of the region of this sheet; the sheet then says its words. */
export function WoordenlijstBegin({ blad, onChange }: Props) {
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [link, setLink] = useState<string>();
  const { deelt, nietWoorden } = readAccount();
  const start = async () => {
    const begun = await startLijst(blad.regio);
    setFouten(refusalOf(begun));
    if (begun.soort !== "goed") return;
    setLink(makeLink("woordenlijsten", begun.inhoud.lijst, begun.inhoud.geheim ?? ""));
    onChange({ woorden: begun.inhoud.lijst });
  };
  return (
    <details>
      <summary>Gebruik woorden van de eigen regio</summary>
      <p>
        Een regio kan dingen anders noemen, zoals «fair share» voor evenwichtige verdeling. De
        woorden veranderen dan op het blad; wat zij betekenen niet.
      </p>
      <Weigering regels={fouten} />
      {!link && nietWoorden !== undefined && <p className="klein">{nietWoorden}</p>}
      {link && (
        <>
          <p role="status">
            Er is een woordenlijst begonnen.{" "}
            {deelt ? (
              "Uw organisatie kan de woorden wijzigen. Iedereen met een account hier kan ze lezen."
            ) : (
              <>
                <strong>U ziet deze link nu één keer.</strong> Wie haar heeft, kan de woorden
                wijzigen.
              </>
            )}
          </p>
          <LinkVeld link={link} naam="Link van de woordenlijst" />
          <p>
            <a href={link} target="_blank" rel="noopener noreferrer">
              Vul de woorden in (opent ernaast)
            </a>
          </p>
        </>
      )}
      {!link && nietWoorden === undefined && (
        <p>
          <button type="button" className="stil" onClick={start}>
            Begin een woordenlijst
          </button>
        </p>
      )}
    </details>
  );
}
