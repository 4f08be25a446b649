import { useEffect, useRef, useState } from "react";
import { readAccount } from "../../client/account.ts";
import { markVersie, throwAway, type Versieregel } from "../../client/versies.ts";
import { type Antwoord, refusalOf } from "../../client/vraag.ts";
import type { Namen } from "./namen.ts";
import { DeelMetKring } from "./versies-delen.tsx";
import { LinkVeld, makeLink } from "./versies-link.tsx";
import { dagVan, Weigering } from "./versies-tekst.tsx";

type Props = {
  readonly regel: Versieregel;
  readonly geheim: string;
  readonly namen: Namen;
  /** Just kept: it says so, and takes the focus. */
  readonly nieuw?: boolean;
  readonly onGone: () => void;
};

/** What can be done with a version of one's own: hand it on, put it ready, share it, throw it away. */
export function VersieBeheer({ regel, geheim, namen, nieuw = false, onGone }: Props) {
  const [status, setStatus] = useState(regel.status);
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (nieuw) heading.current?.focus();
  }, [nieuw]);
  const sleutel = { id: regel.versie, geheim };
  const { deelt, nietVersies } = readAccount();
  const byAccount = deelt && geheim === "";
  const done = (antwoord: Antwoord<unknown>, then: () => void) => {
    setFouten(refusalOf(antwoord));
    if (antwoord.soort === "goed") then();
  };
  if (byAccount && nietVersies !== undefined) return <p className="klein">{nietVersies}</p>;
  const ready = status === "klaar voor bespreking";
  const link = makeLink("versies", regel.versie, geheim);
  const toggle = async () => {
    const next = ready ? "concept" : "klaar voor bespreking";
    done(await markVersie(sleutel, next), () => setStatus(next));
  };
  return (
    <div className="melding versiebeheer">
      <h3 ref={heading} tabIndex={-1}>
        {nieuw ? `Bewaard als versie ${regel.nummer}` : `Wat u met versie ${regel.nummer} kunt`}
      </h3>
      {byAccount ? (
        <p>
          U vindt haar terug bij <a href="/verdeling/versies">bewaarde versies</a>. Wie de link
          opent, ziet haar als u met hem deelt.
        </p>
      ) : (
        <p>
          <strong>Wie deze link heeft, kan deze versie zien</strong>, en ook delen en weggooien.
          Bewaar de link goed: wij kunnen haar niet opnieuw geven. Geef anderen de link van een
          kring.
        </p>
      )}
      <LinkVeld link={link} naam={`${byAccount ? "Link" : "Uw link"} van versie ${regel.nummer}`} />
      <p role="status">
        {ready ? "Zij staat klaar voor bespreking." : "Zij is een concept."}{" "}
        {ready === (regel.status === "klaar voor bespreking")
          ? `De inhoud wordt bewaard tot ${dagVan(regel.vervaltOp)}.`
          : `De inhoud wordt vanaf nu ${ready ? "een jaar" : "90 dagen"} bewaard.`}
      </p>
      <Weigering regels={fouten} />
      <p className="knoppen">
        {byAccount && (
          <a className="knop" href={`/verdeling/versies/${regel.versie}/delen`}>
            Kies wie haar ziet
          </a>
        )}
        <button type="button" className="stil" onClick={toggle}>
          {ready ? "Zet terug naar concept" : "Zet klaar voor bespreking"}
        </button>
        {nieuw && <a href={link}>Bekijk deze versie</a>}
      </p>
      {!byAccount && <DeelMetKring regel={regel} geheim={geheim} namen={namen} />}
      <Weggooien
        nummer={regel.nummer}
        onThrow={async () => done(await throwAway(sleutel), onGone)}
      />
    </div>
  );
}

type WegProps = { readonly nummer: number; readonly onThrow: () => void };

/** Asks once more, and says what is gone and what stays. */
function Weggooien({ nummer, onThrow }: WegProps) {
  const [asked, setAsked] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) no.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <p>
        <button type="button" className="stil" onClick={() => setAsked(true)}>
          Gooi deze versie weg
        </button>
      </p>
    );
  }
  return (
    <div className="melding kies">
      <p>
        De inhoud van versie {nummer} is dan weg, ook voor wie haar mocht zien. Dat kan niet terug.
        Dat zij er was, blijft in de lijst staan. Het blad dat u nu ziet, verandert niet.
      </p>
      <p className="knoppen">
        <button type="button" className="stil" ref={no} onClick={() => setAsked(false)}>
          Bewaar haar toch
        </button>
        <button type="button" onClick={onThrow}>
          Gooi versie {nummer} weg
        </button>
      </p>
    </div>
  );
}
