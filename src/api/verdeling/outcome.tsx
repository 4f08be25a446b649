import type { Blad } from "#contract/rekenblad/blad.ts";
import { formatProcent, formatVanTot, listWords } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { comparePairs, type Paar } from "#services/verdeling/paren.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { Notice } from "../page/notice.tsx";
import { Unknown } from "../page/numbers.tsx";
import { BesideTable, PartsTable, RestTable, YearTable } from "./extra-tables.tsx";
import { type Genummerd, type Kolomstand, sortKolommen } from "./kolommen.ts";
import { MeldingNotice } from "./melding.tsx";
import { createNamen, type Namen } from "./namen.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { Sources } from "./sources.tsx";

type Props = { readonly basis: Basis; readonly blad: Blad; readonly tabel: Verdeeltabel };

/** The outcome of a rekenblad, from what is divided to what it does not know. */
export function Outcome({ basis, blad, tabel }: Props) {
  const { gebied } = tabel.vraag;
  const namen = createNamen(basis, gebied);
  const paren = comparePairs(tabel);
  const stand = sortKolommen(tabel, paren);
  const bij = readBijcijfers(tabel.vraag);
  const [only, ...others] = stand.metGetallen;
  const gebruikt = [
    ...tabel.kolommen.flatMap(({ uitkomst }) => uitkomst.gebruikt),
    ...(bij.aanbod?.gebruikt ?? []),
    ...(bij.nu?.gebruikt ?? []),
  ];
  return (
    <>
      <Summary tabel={tabel} />
      <OutcomeTable blad={blad} gebied={gebied} kolommen={stand.metGetallen} bij={bij} />
      <Comparisons paren={paren} tabel={tabel} stand={stand} namen={namen} />
      {stand.zonderGetallen.map((kolom) => (
        <Meldingen kolom={kolom} namen={namen} enige={tabel.kolommen.length === 1} />
      ))}
      {stand.metGetallen.map((kolom) => (
        <Meldingen kolom={kolom} namen={namen} enige={tabel.kolommen.length === 1} />
      ))}
      {only && others.length === 0 && (
        <>
          <PartsTable uitkomst={only.uitkomst} gebied={gebied} namen={namen} />
          <YearTable uitkomst={only.uitkomst} gebied={gebied} namen={namen} />
          <RestTable uitkomst={only.uitkomst} gebied={gebied} namen={namen} />
        </>
      )}
      <BesideTable uitkomst={tabel.kolommen[0].uitkomst} gebied={gebied} namen={namen} />
      <NotKnown tabel={tabel} nuBekend={(bij.nu?.waarden.size ?? 0) > 0} />
      <Sources gebruikt={gebruikt} namen={namen} />
    </>
  );
}

/** What is divided, what comes free, and which part of it that is. */
function Summary({ tabel }: { readonly tabel: Verdeeltabel }) {
  const { eenheid, opgave } = tabel.kolommen[0].uitkomst;
  if (!opgave) return null;
  const { aantal, aanbod, deelVanAanbod, behoefte } = opgave;
  return (
    <dl class="kenmerken">
      <dt>{opgave.maximum ? "Te verdelen, hoogstens" : "Te verdelen"}</dt>
      <dd>
        {formatVanTot(aantal)} {eenheid}
      </dd>
      {aanbod && (
        <>
          <dt>Komt vrij</dt>
          <dd>
            {formatVanTot(aanbod)} woningen
            {deelVanAanbod && `; daarvan is ${shareWords(deelVanAanbod)} nodig`}
          </dd>
        </>
      )}
      {behoefte && (
        <>
          <dt>Behoefte</dt>
          <dd>{behoefte === "onbekend" ? <Unknown /> : `${formatVanTot(behoefte)} ${eenheid}`}</dd>
        </>
      )}
    </dl>
  );
}

function shareWords(band: Parameters<typeof formatVanTot>[0]): string {
  const range = formatVanTot(band, "procent");
  return range || formatProcent(band.midden);
}

type ComparisonProps = {
  readonly paren: readonly Paar[];
  readonly tabel: Verdeeltabel;
  readonly stand: Kolomstand;
  readonly namen: Namen;
};

/** Where two keys cannot be told apart, or not with these figures. */
function Comparisons({ paren, tabel, stand, namen }: ComparisonProps) {
  const shown = new Set(stand.metGetallen.map(({ nummer }) => nummer));
  const titel = (nummer: number) => tabel.kolommen[nummer]?.document.titel ?? "";
  const unsure = paren.filter(
    ({ eerste, tweede, vergelijking }) =>
      shown.has(eerste) && shown.has(tweede) && vergelijking.binnenDeOnzekerheid.length > 0,
  );
  const refused = paren.flatMap(({ vergelijking }) =>
    vergelijking.melding?.soort === "geweigerd" ? [vergelijking.melding.reden] : [],
  );
  return (
    <>
      {stand.tweelingen.map(({ getoond, weg, cijfer }) => (
        <Notice titel={`«${weg.document.titel}» is hier niet te onderscheiden`}>
          <p>
            Die sleutel geeft elke gemeente precies hetzelfde deel als «{getoond}». Met een eigen
            cijfer per gemeente voor «{namen.cijfer(cijfer)}» zou dat anders kunnen zijn.
          </p>
        </Notice>
      ))}
      {unsure.map(({ eerste, tweede, vergelijking }) => (
        <Notice titel="Verschil binnen de onzekerheid">
          <p>
            Tussen «{titel(eerste)}» en «{titel(tweede)}» is het verschil te klein om iets te zeggen
            over {listWords(vergelijking.binnenDeOnzekerheid.map(namen.eenheid))}.
          </p>
        </Notice>
      ))}
      {[...new Set(refused)].map((reden) => (
        <Notice titel="Deze twee horen niet naast elkaar">
          <p>{reden}.</p>
        </Notice>
      ))}
    </>
  );
}

type MeldingenProps = {
  readonly kolom: Genummerd;
  readonly namen: Namen;
  /** Only key on the page: its name need not be said again. */
  readonly enige: boolean;
};

function Meldingen({ kolom, namen, enige }: MeldingenProps) {
  const { meldingen, eenheid } = kolom.uitkomst;
  if (meldingen.length === 0) return null;
  return (
    <>
      {!enige && <h3>{kolom.document.titel}</h3>}
      {meldingen.map((melding, i) => (
        <MeldingNotice
          melding={melding}
          id={`melding-${kolom.nummer}-${i}`}
          eenheid={eenheid}
          namen={namen}
        />
      ))}
    </>
  );
}

/** Said aloud, so that nobody reads more into the numbers than is there. */
function NotKnown({
  tabel,
  nuBekend,
}: {
  readonly tabel: Verdeeltabel;
  readonly nuBekend: boolean;
}) {
  const aannames = new Set(tabel.kolommen.flatMap(({ uitkomst }) => uitkomst.aannames));
  const now = tabel.vraag.document.spoor === 2 && !nuBekend;
  if (aannames.size === 0 && !now) return null;
  return (
    <Notice titel="Wat dit rekenblad niet weet">
      <ul>
        {now && <li>Wat gemeenten nu al doen, is onbekend.</li>}
        {[...aannames].map((aanname) => (
          <li>{aanname}</li>
        ))}
      </ul>
    </Notice>
  );
}
