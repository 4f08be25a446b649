import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Inleverbeeld } from "#services/inlevering/beeld.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import { type OokHier, OokHierRegel } from "../aanwezig/ook-hier.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { FoutenForm } from "./fouten-form.tsx";
import { Bevestigd, Overgeslagen } from "./gezegd.tsx";
import { EigenBetekenis, Inhoud } from "./inhoud.tsx";
import { KeuzesForm } from "./keuzes-form.tsx";
import { OpmerkingenForm } from "./opmerkingen-form.tsx";
import { Rijen } from "./rijen.tsx";
import { VerschilTabel } from "./verschil-tabel.tsx";
import { aantalVan, toonDag } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly beeld: Inleverbeeld;
  readonly proef: Proef;
  /** Why what was asked just now did not happen. */
  readonly melding?: string;
  /** It is of a body with accounts, and not of the browser in which it began. */
  readonly vanOrganisatie: boolean;
  /** Who else is mending it now. */
  readonly ookHier: OokHier | undefined;
};

/** What a delivery would bring, what is wrong with it, and what people must still say. */
export function ProefPage(props: Props) {
  const { frame, basis, beeld, proef, melding, vanOrganisatie, ookHier } = props;
  const { inlevering } = beeld;
  const { open, klaar } = proef;
  const adres = `/inleveringen/${inlevering.id}`;
  return (
    <Page frame={frame} titel={`Controle van ${inlevering.bestandsnaam}`} deel="/cijfers">
      <Path href="/inleveringen">Cijfers inleveren</Path>
      <h1>{inlevering.bestandsnaam}</h1>
      <p class="stand">
        <strong>Er geldt nog niets</strong> · van {inlevering.afzender} · bron:{" "}
        {inlevering.kop.bron} · te openen tot {toonDag(inlevering.vervaltOp)},{" "}
        {vanOrganisatie ? "door uw organisatie" : "alleen in deze browser"}
      </p>
      {ookHier && <OokHierRegel {...ookHier} />}
      {melding && (
        <Notice titel="Dit is niet gebeurd" kies bovenaan>
          <p>{melding}</p>
        </Notice>
      )}
      <Inhoud proef={proef} basis={basis} />
      <EigenBetekenis proef={proef} basis={basis} />
      <Nog open={open} />
      {klaar && <Overnemen adres={adres} wijziging={inlevering.wijziging} />}
      <FoutenForm adres={adres} fouten={open.fouten} />
      <OpmerkingenForm adres={adres} opmerkingen={open.opmerkingen} />
      <KeuzesForm adres={adres} botsingen={open.botsingen} basis={basis} />
      <VerschilTabel proef={proef} basis={basis} eigen />
      <Bevestigd inlevering={inlevering} proef={proef} basis={basis} />
      <Overgeslagen regels={proef.controle.overgeslagen} />
      <Rijen beeld={beeld} bevindingen={proef.controle.bevindingen} />
      <h2>Verder</h2>
      <ul>
        <li>
          <a href={`${adres}/kolommen`}>Wat staat er in de kolommen?</a>
        </li>
        <li>
          <a href={`${adres}/opmerkingen?vorm=xlsx`}>Lijst van opmerkingen (xlsx)</a>,{" "}
          <a href={`${adres}/opmerkingen?vorm=csv`}>csv</a>: om terug te sturen
        </li>
        <li>
          <a href={`${adres}/bestand`}>Het bestand zoals het is ingeleverd</a>
        </li>
        {vanOrganisatie && (
          <li>
            <a href={`${adres}/delen`}>Wie ziet deze levering?</a>
          </li>
        )}
      </ul>
      <Terugleggen adres={adres} wijziging={inlevering.wijziging} />
    </Page>
  );
}

function Nog({ open }: { readonly open: Proef["open"] }) {
  const parts = [
    [open.fouten.length, "fout", "fouten", "fouten"],
    [open.opmerkingen.length, "opmerking", "opmerkingen", "opmerkingen"],
    [open.botsingen.length, "keuze", "keuzes", "keuzes"],
  ] as const;
  const todo = parts.filter(([aantal]) => aantal > 0);
  if (todo.length === 0) return null;
  return (
    <Notice titel="Nog te doen" kies bovenaan>
      <ul>
        {todo.map(([aantal, een, meer, anker]) => (
          <li>
            <a href={`#${anker}`}>{aantalVan(aantal, een, meer)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Daad = { readonly adres: string; readonly wijziging: number };

function Overnemen({ adres, wijziging }: Daad) {
  return (
    <form method="post" action={`${adres}/overnemen`}>
      <input type="hidden" name="wijziging" value={wijziging} />
      <p>Alles is gezegd. Na overnemen tellen deze cijfers mee voor iedereen op deze server.</p>
      <button type="submit">Neem over</button>
    </form>
  );
}

function Terugleggen({ adres, wijziging }: Daad) {
  return (
    <form method="post" action={`${adres}/terugleggen`}>
      <input type="hidden" name="wijziging" value={wijziging} />
      <p>
        Kan dit zo niet? Leg het terug: er geldt niets, en de lijst van opmerkingen blijft staan.
      </p>
      <button type="submit" class="rustig">
        Leg terug met opmerkingen
      </button>
    </form>
  );
}
