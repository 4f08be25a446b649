import type { Indicator } from "#domain/indicator.ts";
import type { Cbstabel, Koppeling } from "#services/ophalen/kamer.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Fouten } from "./fouten.tsx";
import { describePeriode } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  /** The task that looked into the table. */
  readonly taak: string;
  readonly tabel: Cbstabel;
  readonly indicatoren: readonly Indicator[];
  readonly koppelingen: readonly Koppeling[];
  /** What was chosen before there were mistakes. */
  readonly gekozen: (naam: string) => readonly string[];
  readonly fouten: readonly string[];
};

const SHOWN_PERIODS = 24;

/** Then what of the table: which measure, which figure it becomes, when, where, and of which members. */
export function CbsKeuzePage(props: Props) {
  const { frame, taak, tabel, fouten } = props;
  return (
    <Page frame={frame} titel={`Kiezen uit ${tabel.tabel}`} deel="/cijfers">
      <Path href="/bronnen/cbs">Cijfers van CBS</Path>
      <h1>Kiezen uit CBS-tabel {tabel.tabel}</h1>
      <p>
        Wat u hier ophaalt, gaat voor het cijfer dat met Woonregie meekomt over hetzelfde moment.
        Spreekt het een cijfer tegen dat iemand inleverde, dan kiest Woonregie niet: dan ziet u
        beide.
      </p>
      <Fouten fouten={fouten} />
      <form class="bronvraag" method="post" action={`/bronnen/cbs/${taak}`}>
        <Maten {...props} />
        <Cijfer {...props} />
        <Perioden {...props} />
        <Niveaus {...props} />
        {tabel.dimensies.map((dimensie) => (
          <Dimensie {...props} dimensie={dimensie} />
        ))}
        <button type="submit">Haal deze cijfers op</button>
      </form>
    </Page>
  );
}

/** Measures with their unit and the words of CBS: a person knows which one is meant. */
function Maten({ tabel, koppelingen, gekozen }: Props) {
  const wanted = koppelingen.map(({ titel }) => titel.toLowerCase());
  const guess = tabel.maten.find(({ titel }) =>
    wanted.some((start) => titel.toLowerCase().startsWith(start)),
  );
  const chosen = gekozen("maat")[0] ?? guess?.code;
  return (
    <fieldset>
      <legend>Welke maat van CBS</legend>
      {tabel.maten.map(({ code, titel, eenheid, omschrijving }) => (
        <label class="vink">
          <input type="radio" name="maat" value={code} checked={code === chosen} />
          <span>
            {titel} ({eenheid || "zonder eenheid"})
            {code === guess?.code && <strong> Vermoedelijk deze; kijk dat na.</strong>}
            {omschrijving && <span class="opmerking">{omschrijving}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Cijfer({ indicatoren, koppelingen, gekozen }: Props) {
  const chosen = gekozen("indicator")[0] ?? koppelingen[0]?.indicator;
  const stand = gekozen("stand")[0] ?? koppelingen[0]?.stand ?? "";
  const kanten = [
    ["begin", "Aan het begin van de periode (1 januari)"],
    ["einde", "Aan het einde van de periode (31 december)"],
    ["", "Het is geen stand: het gaat over wat er in de hele periode gebeurde"],
  ] as const;
  return (
    <>
      <div class="veld">
        <label for="indicator">Welk cijfer van Woonregie dit wordt</label>
        <select id="indicator" name="indicator">
          <option value="">Kies een cijfer</option>
          {indicatoren.map(({ id, titel, eenheid }) => (
            <option value={id} selected={id === chosen}>
              {titel} ({eenheid})
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>Wanneer CBS een stand telt</legend>
        {kanten.map(([value, label]) => (
          <label class="vink">
            <input type="radio" name="stand" value={value} checked={value === stand} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The newest first: older ones are in the same list, further down. */
function Perioden({ tabel, gekozen }: Props) {
  const newest = tabel.perioden.toReversed().slice(0, SHOWN_PERIODS);
  return (
    <fieldset>
      <legend>Welke perioden</legend>
      {tabel.perioden.length > SHOWN_PERIODS && (
        <p>
          De nieuwste {SHOWN_PERIODS} van {tabel.perioden.length}. Oudere haalt u op met de
          opdrachtregel.
        </p>
      )}
      {newest.map(({ code, titel, status }) => (
        <label class="vink">
          <input
            type="checkbox"
            name="periode"
            value={code}
            checked={gekozen("periode").includes(code)}
          />
          <span>
            {titel || describePeriode(code)}
            {status && ` (${status.toLowerCase()})`}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Niveaus({ gekozen }: Props) {
  const chosen = gekozen("niveau");
  const niveaus = [
    ["gemeente", "Alle gemeenten"],
    ["provincie", "De provincies"],
    ["nederland", "Nederland"],
  ] as const;
  return (
    <fieldset>
      <legend>Voor welke gebieden</legend>
      {niveaus.map(([value, label]) => (
        <label class="vink">
          <input
            type="checkbox"
            name="niveau"
            value={value}
            checked={chosen.length === 0 ? value === "gemeente" : chosen.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

type DimensieProps = Props & { readonly dimensie: Cbstabel["dimensies"][number] };

function Dimensie({ dimensie: { naam, codes }, koppelingen, gekozen }: DimensieProps) {
  const veld = `dimensie.${naam}`;
  const chosen = gekozen(veld)[0] ?? koppelingen[0]?.dimensies[naam];
  return (
    <div class="veld">
      <label for={veld}>Welk onderdeel van {naam}</label>
      <select id={veld} name={veld}>
        <option value="">Kies een onderdeel</option>
        {codes.map(({ code, titel }) => (
          <option value={code} selected={code === chosen?.trim()}>
            {titel} ({code})
          </option>
        ))}
      </select>
    </div>
  );
}
