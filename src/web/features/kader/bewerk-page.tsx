import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BewaardDocument } from "#contract/api/eigen-document.ts";
import { Bewaren } from "./bewaren.tsx";
import { createConcepten } from "./concepten.ts";
import { Conceptkeuze } from "./conceptkeuze.tsx";
import { Editorzin } from "./editorzin.tsx";
import { FoutenPaneel } from "./fouten-paneel.tsx";
import { type Lezer, startLezer } from "./lezer.ts";
import { type Begin, readBegin } from "./paginabegin.ts";
import { Rekenproef } from "./rekenproef.tsx";
import type { Tekstveld } from "./tekstveld.ts";
import { type Leesstand, useLezing } from "./use-lezing.ts";
import { useTekstveld } from "./use-tekstveld.ts";

/** A document as text beside the sentence it is; the server made the page, and its text. */
export function BewerkPage() {
  const begin = useMemo(() => readBegin(document), []);
  return <Werkblad begin={begin} />;
}

/** Where in the page the help for the keyboard stands, which the editor points to. */
const HULP = "editor-hulp";

const TAB = crypto.randomUUID();

function Werkblad({ begin }: { readonly begin: Begin }) {
  const lezer = useMemo(startLezer, []);
  const [welk, setWelk] = useState({ id: begin.id, van: begin.van });
  const [tekst, setTekst] = useState(begin.tekst);
  const concepten = useMemo(
    () => createConcepten(localStorage, welk.id || "nieuw", TAB, () => new Date()),
    [welk.id],
  );
  const onTekst = useCallback((next: string) => setTekst(next), []);
  const { plek, veld } = useTekstveld({ begin, lezer, hulp: HULP, onTekst });
  const stand = useLezing(lezer, tekst, welk.id, welk.van);
  const bewaard = useRef(begin.tekst);
  useEffect(() => {
    if (tekst === bewaard.current) concepten.vergeet();
    else concepten.bewaar(tekst, welk.van);
  }, [concepten, tekst, welk.van]);
  useMeldingen(veld, stand.lezing);

  const onBewaard = ({ id, versie, tekst: kept }: BewaardDocument) => {
    const text = kept.replaceAll("\r\n", "\n");
    bewaard.current = text;
    veld?.zet(text);
    concepten.vergeet();
    setWelk({ id, van: versie });
    window.history.replaceState(null, "", `/documenten/${id}/bewerken`);
  };
  const onVan = (van: number, theirs?: string) => {
    if (theirs !== undefined) veld?.zet(theirs.replaceAll("\r\n", "\n"));
    setWelk({ ...welk, van });
  };
  const oud = stand.lezing?.document === undefined;
  const asKept = () => (veld?.tekst() ?? tekst).replaceAll("\n", begin.regeleinde);
  return (
    <>
      <Conceptkeuze
        concepten={concepten}
        nu={begin.tekst}
        onNeem={(van, text) => {
          veld?.zet(text);
          setWelk({ ...welk, van: Math.max(van, 0) });
        }}
      />
      <div className="werkblad">
        <div>
          <div className="editor" ref={plek} />
          <p className="klein" id={HULP}>
            Ctrl+spatie stelt voor wat hier kan staan. Ctrl+F zoekt, Ctrl+Z maakt ongedaan. Tab
            springt in; met Escape en dan Tab verlaat u de tekst.
          </p>
          <FoutenPaneel stand={stand} onGa={(fout) => veld?.ga(fout)} />
          <Bewaren
            id={welk.id}
            van={welk.van}
            tekst={asKept}
            invoer={begin.invoer}
            goed={!oud && !stand.bezig}
            onBewaard={onBewaard}
            onVan={onVan}
          />
        </div>
        <Zijkant lezer={lezer} veld={veld} stand={stand} tekst={asKept} />
      </div>
    </>
  );
}

type Zijkantprops = {
  readonly lezer: Lezer;
  readonly veld: Tekstveld | undefined;
  readonly stand: Leesstand;
  readonly tekst: () => string;
};

/** What the text says and does, which follows it at once. */
function Zijkant({ lezer, veld, stand: { goed, lezing }, tekst }: Zijkantprops) {
  const oud = lezing?.document === undefined;
  return (
    <aside aria-label="De zin en wat eruit komt">
      <h2>De zin</h2>
      {goed?.document && veld ? (
        <>
          {oud && (
            <p className="klein">
              Zo luidde de zin voor de fout. Herstel de fout; dan klopt hij weer.
            </p>
          )}
          <Editorzin lezer={lezer} veld={veld} document={goed.document} oud={oud} />
          <Rekenproef lezer={lezer} document={goed.document} tekst={tekst} oud={oud} />
        </>
      ) : (
        <p className="klein">Zodra de tekst te lezen is, staat hier de zin die hij is.</p>
      )}
    </aside>
  );
}

/** Marks in the text what was found in it. */
function useMeldingen(
  veld: Tekstveld | undefined,
  lezing: ReturnType<typeof useLezing>["lezing"],
): void {
  useEffect(() => {
    if (veld && lezing) veld.meld(lezing.fouten, lezing.opmerkingen);
  }, [veld, lezing]);
}
