import type { Opmerking } from "#domain/opmerking.ts";
import type { Opmerkingbeeld } from "#services/opmerking/opmerking.service.ts";
import { gemeenteAdres } from "../adres.ts";
import { TextArea } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { formatDag } from "./dag.ts";
import { describeStand } from "./opmerkingen-page.tsx";

type Props = {
  readonly frame: Frame;
  readonly beeld: Opmerkingbeeld;
  readonly naamVan: (code: string) => string;
  /** What is wrong with the answer, and what was typed. */
  readonly fout?: string;
  readonly getypt?: string;
};

/** One remark about a gemeente, with what the gemeente says beside it. */
export function OpmerkingPage({ frame, beeld, naamVan, fout, getypt }: Props) {
  const { opmerking, magAntwoorden } = beeld;
  const { gemeente, waarover, adres, tekst, van, op, antwoorden } = opmerking;
  return (
    <Page frame={frame} titel={`Opmerking: ${waarover}, ${naamVan(gemeente)}`} deel="/toezicht">
      <Path href="/opmerkingen">Opmerkingen over gemeenten</Path>
      <h1>{waarover}</h1>
      <p class="stand">
        Over <a href={gemeenteAdres(gemeente)}>{naamVan(gemeente)}</a> · <strong>{van}</strong>,{" "}
        {formatDag(op)} · <a href={adres}>de pagina waar het over gaat</a>
      </p>
      <p class="opmerkingtekst">{tekst}</p>
      <p class="klein">
        {describeStand(opmerking)} {describeDeling(opmerking)}
      </p>
      {antwoorden.map((antwoord) => (
        <section class="antwoord">
          <h2>Antwoord van {antwoord.van}</h2>
          <p class="opmerkingtekst">{antwoord.tekst}</p>
          <p class="klein">{formatDag(antwoord.op)}</p>
        </section>
      ))}
      {magAntwoorden && <Beantwoorden opmerking={opmerking} {...{ fout, getypt }} />}
    </Page>
  );
}

function describeDeling({ zichtbaarheid, gezienOp, van }: Opmerking): string {
  const later = gezienOp === undefined ? "Daarna ziet" : "Nu ziet";
  switch (zichtbaarheid) {
    case "organisatie":
      return `Alleen de gemeente en ${van} zien haar, ook later.`;
    case "kring":
      return `${later} ook de kring haar die ${van} koos.`;
    case "regio":
      return `${later} iedereen met een account haar ook.`;
    case "openbaar":
      return `${later} iedereen haar ook.`;
  }
}

type Antwoordprops = {
  readonly opmerking: Opmerking;
  readonly fout: string | undefined;
  readonly getypt: string | undefined;
};

function Beantwoorden({ opmerking: { id, gezienOp }, fout, getypt = "" }: Antwoordprops) {
  return (
    <section aria-labelledby="antwoorden" class="niet-afdrukken">
      <h2 id="antwoorden">Uw antwoord</h2>
      {gezienOp === undefined && (
        <Notice titel="Alleen uw gemeente en de maker zien deze opmerking">
          <p>
            Zet u haar op gezien of geeft u antwoord, dan zien anderen haar ook. Dat kunt u niet
            terugdraaien. Uw antwoord blijft altijd naast de opmerking staan.
          </p>
        </Notice>
      )}
      <form method="post" action={`/opmerkingen/${id}/antwoorden`}>
        <TextArea
          naam="tekst"
          label="Antwoord"
          waarde={getypt}
          hint="Schrijf geen namen of gegevens van personen. Een antwoord verandert niet meer; u kunt er wel een bij schrijven."
          fout={fout}
        />
        <button type="submit">Geef antwoord</button>
      </form>
      {gezienOp === undefined && (
        <form method="post" action={`/opmerkingen/${id}/gezien`}>
          <button type="submit" class="stil">
            Zet op gezien, zonder antwoord
          </button>
        </form>
      )}
    </section>
  );
}
