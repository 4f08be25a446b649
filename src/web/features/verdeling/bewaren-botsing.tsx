import { useEffect, useRef } from "react";
import type { Botsing } from "../../client/versies.ts";
import { makeLink } from "./versies-link.tsx";
import { tijdVan } from "./versies-tekst.tsx";

type Props = {
  readonly botsing: Botsing;
  readonly geheim: string;
  readonly onBeside: () => void;
  readonly onLeave: () => void;
};

/** Somebody else kept a version meanwhile: both are shown, and people choose. */
export function BewaarBotsing({ botsing, geheim, onBeside, onLeave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { nieuwste, ingediend } = botsing;
  return (
    <div className="melding kies" role="alert">
      <h3 ref={heading} tabIndex={-1}>
        Een ander heeft intussen bewaard
      </h3>
      <p>Er is niets weg. Dit zijn de twee:</p>
      <ul>
        <li>
          van een ander:{" "}
          <a
            href={makeLink("versies", nieuwste.versie, geheim)}
            target="_blank"
            rel="noopener noreferrer"
          >
            versie {nieuwste.nummer}, bewaard op {tijdVan(nieuwste.gemaaktOp)} (opent ernaast)
          </a>
        </li>
        <li>van u: «{ingediend.naam}», zoals het hier op het blad staat</li>
      </ul>
      <p className="knoppen">
        <button type="button" onClick={onBeside}>
          Bewaar de mijne ernaast
        </button>
        <button type="button" className="stil" onClick={onLeave}>
          Nog niet bewaren
        </button>
      </p>
    </div>
  );
}
