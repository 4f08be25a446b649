import { useState } from "react";
import { Notice } from "../../ui/notice.tsx";
import type { Concept, Concepten } from "./concepten.ts";

type Props = {
  readonly concepten: Concepten;
  /** The text that the server gave. */
  readonly nu: string;
  readonly onNeem: (van: number, tekst: string) => void;
};

/** Texts that were written here before, or in another tab, and not kept: to go on with, or to leave. */
export function Conceptkeuze({ concepten, nu, onNeem }: Props) {
  const [list, setList] = useState(() => concepten.andere().filter(({ tekst }) => tekst !== nu));
  const done = ({ sleutel }: Concept) => {
    concepten.vergeet(sleutel);
    setList((known) => known.filter((other) => other.sleutel !== sleutel));
  };
  if (list.length === 0) return null;
  return (
    <Notice titel="Er staat nog tekst van u die niet is bewaard" kies>
      <ul>
        {list.map((concept) => (
          <li key={concept.sleutel}>
            Van {describe(concept)}
            <span className="knoppen">
              <button
                type="button"
                className="stil"
                onClick={() => {
                  onNeem(concept.van, concept.tekst);
                  done(concept);
                }}
              >
                Ga verder met deze tekst
              </button>
              <button type="button" className="sluiten" onClick={() => done(concept)}>
                Gooi weg
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function describe({ op, van, tekst }: Concept): string {
  const when = new Date(op).toLocaleString("nl-NL", { dateStyle: "long", timeStyle: "short" });
  const from = van === 0 ? "nog nooit bewaard" : `geschreven vanaf versie ${van}`;
  return `${when}, ${from}, ${tekst.split("\n").length} regels.`;
}
