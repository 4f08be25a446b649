import { MELDINGNAMEN, type Meldingkeuze, WAAROM_ALTIJD } from "#domain/aandacht.ts";
import type { Meldinginstelling } from "#services/aandacht/aandacht.service.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";

type Props = {
  readonly frame: Frame;
  readonly instellingen: readonly Meldinginstelling[];
  /** They were kept just now. */
  readonly bewaard: boolean;
};

const KEUZENAMEN: Readonly<Record<Meldingkeuze, string>> = {
  meteen: "meteen",
  dagoverzicht: "in het dagoverzicht",
  niet: "niet",
};

/** Where one chooses what comes on one's first page at once, once a day, or not. */
export function MeldingenPage({ frame, instellingen, bewaard }: Props) {
  return (
    <Page frame={frame} titel="Meldingen">
      <Path href="/account">Uw account</Path>
      <h1>Meldingen</h1>
      <p class="inleiding">
        Kies wat u meteen op de startpagina ziet, wat één keer per dag in een overzicht komt, en wat
        u niet wilt zien. Alleen u ziet wat u hier kiest.
      </p>
      {bewaard && (
        <p role="status">
          <strong>Bewaard.</strong> <a href="/">Naar de startpagina</a>
        </p>
      )}
      <form method="post" action="/account/meldingen">
        <div class="meldingen">
          {instellingen.map((instelling) => (
            <Melding {...instelling} />
          ))}
        </div>
        <button type="submit">Bewaar</button>
      </form>
    </Page>
  );
}

function Melding({ soort, keuze, mogelijk }: Meldinginstelling) {
  const waarom = WAAROM_ALTIJD[soort];
  return (
    <fieldset>
      <legend>{MELDINGNAMEN[soort]}</legend>
      {mogelijk.map((one) => (
        <label>
          <input type="radio" name={soort} value={one} checked={one === keuze} /> {KEUZENAMEN[one]}
        </label>
      ))}
      {waarom !== undefined && <p class="klein">Altijd te zien. {waarom}</p>}
    </fieldset>
  );
}
