import type { Ophaaluitkomst } from "#services/ophalen/uitkomst.ts";
import type { Ophaaltaak } from "#storage/ophaaltaak.repository.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Uitkomst } from "./uitkomst.tsx";
import {
  describeStand,
  describeTijd,
  describeVoortgang,
  describeVraag,
  type Woordenboek,
} from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly taak: Ophaaltaak;
  readonly woorden: Woordenboek;
  readonly invoer: boolean;
  readonly now: Date;
  /** The page comes again by itself, because the reader asked for that. */
  readonly volgt: boolean;
  readonly melding?: string;
};

/** One task: how far it is, or what came of it, and what can be done about it. */
export function TaakPage({ frame, taak, woorden, invoer, now, volgt, melding }: Props) {
  const titel = describeVraag(taak, woorden.titelVan);
  const busy = taak.stand === "bezig" || taak.stand === "wacht";
  return (
    <Page frame={frame} titel={`${titel}: ${describeStand(taak)}`} deel="/cijfers">
      <Path href="/bronnen">Ophalen bij de bron</Path>
      <h1>{titel}</h1>
      <p class="stand">
        <strong>{describeStand(taak)}</strong>
        {taak.vanzelf && " · vanzelf begonnen, omdat er nog geen grenzen waren"}
        {` · gevraagd ${describeTijd(taak.gemaaktOp)}`}
        {taak.klaarOp && ` · klaar ${describeTijd(taak.klaarOp)}`}
      </p>
      {melding && (
        <Notice titel="Let op" bovenaan>
          <p>{melding}</p>
        </Notice>
      )}
      {busy && <Busy taak={taak} now={now} volgt={volgt} />}
      {taak.stand === "gestopt" && (
        <p>Het ophalen is gestopt. Wat al binnen was, is bewaard: u kunt verdergaan.</p>
      )}
      {taak.fout && (
        <div class="melding kies" role="alert">
          <h2>Dit is niet gelukt</h2>
          <p>{taak.fout}</p>
        </div>
      )}
      {invoer && <Actions taak={taak} />}
      {taak.stand === "klaar" && (
        <Uitkomst uitkomst={taak.uitkomst as Ophaaluitkomst} taak={taak.id} woorden={woorden} />
      )}
    </Page>
  );
}

type BusyProps = Pick<Props, "taak" | "now" | "volgt">;

function Busy({ taak, now, volgt }: BusyProps) {
  const here = `/bronnen/taken/${taak.id}`;
  const { gedaan, totaal } = taak;
  return (
    <>
      <p role="status">{describeVoortgang(taak, now) || "Wacht op zijn beurt."}</p>
      {totaal !== undefined && totaal > 0 && (
        <progress value={Math.min(gedaan, totaal)} max={totaal} aria-label="Hoe ver het is" />
      )}
      <p>
        <a href={volgt ? `${here}?volg=ja` : here}>Ververs deze pagina</a>
        {" · "}
        {volgt ? (
          <a href={here}>Ververs niet meer vanzelf</a>
        ) : (
          <a href={`${here}?volg=ja`}>Ververs elke 5 seconden vanzelf</a>
        )}
      </p>
    </>
  );
}

type Action = { readonly pad: string; readonly tekst: string; readonly rustig?: boolean };

/** What can be done now; each is a form, so that it works everywhere. */
function Actions({ taak }: Pick<Props, "taak">) {
  const { stand, id, stopGevraagd, teruggezetOp, uitkomst } = taak;
  const changed = (uitkomst as Ophaaluitkomst | undefined)?.soort !== "tabel";
  const actions: readonly Action[] = [
    ...(stand === "wacht" || (stand === "bezig" && !stopGevraagd)
      ? [{ pad: "stop", tekst: "Stop met ophalen" }]
      : []),
    ...(stand === "gestopt" ? [{ pad: "hervat", tekst: "Ga verder waar het was" }] : []),
    ...(stand === "mislukt" ? [{ pad: "hervat", tekst: "Probeer het opnieuw" }] : []),
    ...(stand === "klaar" && changed
      ? [{ pad: "opnieuw", tekst: "Haal dit opnieuw op", rustig: true }]
      : []),
    ...(stand === "klaar" && changed && !teruggezetOp
      ? [{ pad: "terug", tekst: "Maak ongedaan", rustig: true }]
      : []),
  ];
  if (actions.length === 0) return null;
  return (
    <div class="taakknoppen">
      {actions.map(({ pad, tekst, rustig = false }) => (
        <form method="post" action={`/bronnen/taken/${id}/${pad}`}>
          <button type="submit" class={rustig ? "rustig" : undefined}>
            {tekst}
          </button>
        </form>
      ))}
    </div>
  );
}
