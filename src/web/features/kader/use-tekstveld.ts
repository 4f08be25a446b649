import { type RefObject, useEffect, useRef, useState } from "react";
import type { Lezer } from "./lezer.ts";
import type { Begin } from "./paginabegin.ts";
import { createTekstveld, type Tekstveld } from "./tekstveld.ts";

type Opties = {
  readonly begin: Begin;
  readonly lezer: Lezer;
  readonly hulp: string;
  readonly onTekst: (tekst: string) => void;
};

/** The editor in its place on the page, which hides the plain form that stood there. */
export function useTekstveld({ begin, lezer, hulp, onTekst }: Opties): {
  readonly plek: RefObject<HTMLDivElement | null>;
  readonly veld: Tekstveld | undefined;
} {
  const plek = useRef<HTMLDivElement>(null);
  const [veld, setVeld] = useState<Tekstveld>();
  useEffect(() => {
    const ouder = plek.current;
    if (!ouder) return;
    const made = createTekstveld({
      ...{ ouder, hulp, onTekst },
      tekst: begin.tekst,
      nonce: begin.nonce,
      vul: (tekst, bij) => lezer.ask("vul", { tekst, bij }),
    });
    begin.verberg();
    setVeld(made);
    return () => {
      made.weg();
      setVeld(undefined);
    };
  }, [begin, lezer, hulp, onTekst]);
  return { plek, veld };
}
