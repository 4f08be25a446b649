import { useMemo, useState } from "react";
import type { Woorden } from "#domain/schermwoorden.ts";
import { type Kant, voegSamen } from "#rules/kader/index.ts";
import type { Woordenlijst } from "../../client/woordenlijsten.ts";
import { Notice } from "../../ui/notice.tsx";

/** Words that somebody sent, what they began with, and the list that came meanwhile. */
export type Woordbotsing = {
  readonly was: Woorden;
  readonly mijn: Woorden;
  readonly nieuwste: Woordenlijst;
};

type Props = {
  readonly botsing: Woordbotsing;
  /** Our own words, by code. */
  readonly ons: Woorden;
  /** Goes on in the form with these words, which nobody has kept yet. */
  readonly onKlaar: (woorden: Woorden) => void;
};

/** A choice for each word that both changed; what one of the two changed is taken over. */
export function WoordBotsing({ botsing: { was, mijn, nieuwste }, ons, onKlaar }: Props) {
  const samen = useMemo(
    () => voegSamen(was, nieuwste.woorden, mijn),
    [was, nieuwste.woorden, mijn],
  );
  const [keuze, setKeuze] = useState<ReadonlyMap<string, Kant>>(new Map());
  const open = samen.botsingen.filter(({ pad }) => !keuze.has(`${pad[0]}`));
  const finish = () => {
    const chosen = samen.kies((pad) => keuze.get(`${pad[0]}`) ?? "mijn");
    onKlaar(Object.fromEntries(Object.entries(chosen).filter(isWoord)));
  };
  return (
    <div role="alert">
      <Notice titel="Een ander bewaarde intussen" kies>
        <p>
          Versie {nieuwste.versie} is bewaard nadat u begon. Wat u typte, is niet weg en er is niets
          overschreven. Wat maar één van u veranderde, staat er zo in.
        </p>
        {samen.botsingen.map(({ pad, ...sides }) => {
          const code = `${pad[0]}`;
          const onKies = (kant: Kant) => setKeuze(new Map(keuze).set(code, kant));
          const woord = ons[code] ?? code;
          return <Keuze key={code} {...{ code, woord, sides, gekozen: keuze.get(code), onKies }} />;
        })}
        <button type="button" disabled={open.length > 0} onClick={finish}>
          Neem dit over in de lijst
        </button>
        <p className="klein" role="status">
          {open.length > 0
            ? `Kies nog ${open.length === 1 ? "één woord" : `${open.length} woorden`}.`
            : "Daarna ziet u de hele lijst, en bewaart u haar zelf."}
        </p>
      </Notice>
    </div>
  );
}

function isWoord(pair: [string, unknown]): pair is [string, string] {
  return typeof pair[1] === "string";
}

type Keuzeprops = {
  readonly code: string;
  readonly woord: string;
  readonly sides: { readonly was?: unknown; readonly ander?: unknown; readonly mijn?: unknown };
  readonly gekozen: Kant | undefined;
  readonly onKies: (kant: Kant) => void;
};

function Keuze({ code, woord, sides, gekozen, onKies }: Keuzeprops) {
  const say = (side: unknown) => (typeof side === "string" ? side : "ons eigen woord");
  const labels = { ander: "Wat de ander ervan maakte", mijn: "Wat u ervan maakte" } as const;
  return (
    <fieldset className="botsing">
      <legend>{woord}</legend>
      <p className="klein">Het was: {say(sides.was)}</p>
      {(["ander", "mijn"] as const).map((kant) => (
        <label key={kant} className="vink">
          <input
            type="radio"
            name={`botsing-${code}`}
            checked={gekozen === kant}
            onChange={() => onKies(kant)}
          />
          <span>
            <span className="klein">{labels[kant]}: </span>
            {say(sides[kant])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
