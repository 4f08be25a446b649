import {
  isWaardekolom,
  KENMERKROLLEN,
  type Kolomkoppeling,
  WAARDEROLLEN,
} from "#domain/inlevering.ts";
import { formatKolom } from "#domain/werkmap.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { type Inleverbeeld, koppenVan } from "#services/inlevering/beeld.ts";
import { celtekst } from "#services/inlevering/celtekst.ts";
import type { Bladvoorstel } from "#services/inlevering/proef.ts";
import { type OokHier, OokHierRegel } from "../aanwezig/ook-hier.tsx";
import { DataTable } from "../page/data-table.tsx";
import { TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { cijferOpties } from "./opties.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly beeld: Inleverbeeld;
  readonly ookHier: OokHier | undefined;
};

const GETOOND = 8;

/** What each column of a file holds: as it looks to us, to be settled by a person. */
export function KolommenPage({ frame, basis, beeld, ookHier }: Props) {
  const { inlevering, bladen, vragen, bestand } = beeld;
  const chosen = new Set(inlevering.koppelingen.map(({ blad }) => blad));
  return (
    <Page frame={frame} titel={`Kolommen van ${inlevering.bestandsnaam}`} deel="/cijfers">
      <Path href="/inleveringen">Cijfers inleveren</Path>
      <h1>Wat staat er in de kolommen?</h1>
      {ookHier && <OokHierRegel {...ookHier} />}
      <p class="inleiding">
        {inlevering.bestandsnaam}, van {inlevering.afzender}. Kijk of elke kolom goed gelezen wordt.
        Een voorstel is een voorstel: u beslist. Wij onthouden het voor de volgende keer.
      </p>
      {vragen.length > 0 && (
        <Notice titel="Dit moeten wij nog weten" kies bovenaan>
          <ul>
            {vragen.map(({ tekst }) => (
              <li>{tekst}</li>
            ))}
          </ul>
        </Notice>
      )}
      {bestand.length > 0 && (
        <Notice titel="Over het bestand" bovenaan>
          <ul>
            {bestand.map(({ tekst }) => (
              <li>{tekst}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={`/inleveringen/${inlevering.id}/kolommen`}>
        <input type="hidden" name="wijziging" value={inlevering.wijziging} />
        <div class="velden">
          <TextField
            naam="moment"
            label="Van wanneer, als een kolom het niet zegt"
            waarde={inlevering.kop.moment ?? ""}
            hint="Een dag (1-1-2026) of een periode (2025, 2026 t/m 2030)."
          />
        </div>
        {bladen.map((voorstel, nummer) => (
          <Blad
            voorstel={voorstel}
            nummer={nummer}
            basis={basis}
            enig={bladen.length === 1}
            gelezen={chosen.size > 0 ? chosen.has(voorstel.blad.naam) : voorstel.herkend}
          />
        ))}
        <button type="submit">Lees de cijfers</button>
      </form>
    </Page>
  );
}

type BladProps = {
  readonly voorstel: Bladvoorstel;
  readonly nummer: number;
  readonly basis: OpenbareBasis;
  readonly enig: boolean;
  /** It is read unless somebody says no. */
  readonly gelezen: boolean;
};

function Blad({ voorstel, nummer, basis, enig, gelezen }: BladProps) {
  const { blad, onthouden } = voorstel;
  const naam = `b${nummer}`;
  const inhoud = (
    <>
      <Voorproef voorstel={voorstel} nummer={nummer} />
      <Regels voorstel={voorstel} naam={naam} />
      <Kolommen voorstel={voorstel} nummer={nummer} basis={basis} />
    </>
  );
  return (
    <section aria-labelledby={`${naam}-naam`}>
      <h2 id={`${naam}-naam`}>Blad {blad.naam}</h2>
      {onthouden && <p>Zo las u een tabel met deze kop de vorige keer.</p>}
      <input type="hidden" name={`${naam}.blad`} value={blad.naam} />
      {enig ? (
        <input type="hidden" name={`${naam}.lees`} value="ja" />
      ) : (
        <label class="vink">
          <input type="checkbox" name={`${naam}.lees`} value="ja" checked={gelezen} />
          Lees dit blad
        </label>
      )}
      {gelezen ? (
        inhoud
      ) : (
        <>
          <p>
            Hierin zien wij geen gemeenten met cijfers. Staan ze er wel? Kruis het blad aan en wijs
            de kolommen aan.
          </p>
          <details>
            <summary>Kolommen van blad {blad.naam}</summary>
            {inhoud}
          </details>
        </>
      )}
    </section>
  );
}

/** Which rows are no figures of a gemeente, by their number in the file. */
function Regels({ voorstel, naam }: { readonly voorstel: Bladvoorstel; readonly naam: string }) {
  const { kopregels, totaalregels = [] } = voorstel.koppeling;
  const numbers = (rijen: readonly number[]) => rijen.map((rij) => rij + 1).join(", ");
  return (
    <div class="velden">
      <TextField
        naam={`${naam}.kop`}
        label="Regels van de kop"
        waarde={numbers(kopregels)}
        hint="De nummers van de regels boven de cijfers: 1, 2 of 1-3."
      />
      <TextField
        naam={`${naam}.totaal`}
        label="Regels met een totaal"
        waarde={numbers(totaalregels)}
        hint="Alleen als wij een totaal niet herkennen. Wij lezen die regels niet als gemeente, en kijken of de som klopt."
      />
    </div>
  );
}

/** The first rows as they stand in the file, so that a person sees what the letters mean. */
function Voorproef({ voorstel, nummer }: Pick<BladProps, "voorstel" | "nummer">) {
  const { blad, koppeling } = voorstel;
  const head = new Set(koppeling.kopregels);
  const rows = blad.rijen.slice(0, Math.max(0, ...head) + GETOOND);
  return (
    <DataTable
      id={`voorproef-${nummer}`}
      klasse="bestand"
      titel="De eerste regels van het blad; de kop is vet."
    >
      <thead>
        <tr>
          <th scope="col">regel</th>
          {koppeling.kolommen.map(({ kolom }) => (
            <th scope="col">{formatKolom(kolom)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((rij, nummer) => (
          <tr class={head.has(nummer) ? "kopregel" : undefined}>
            <th scope="row">{nummer + 1}</th>
            {koppeling.kolommen.map(({ kolom }) => (
              <td>{celtekst(rij[kolom])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Kolommen({ voorstel, nummer, basis }: Omit<BladProps, "enig" | "gelezen">) {
  const { koppeling, onzeker } = voorstel;
  const koppen = koppenVan(voorstel);
  const cijfers = cijferOpties(basis);
  return (
    <DataTable id={`kolommen-${nummer}`} klasse="koppeling" titel="Wat elke kolom is.">
      <thead>
        <tr>
          <th scope="col">kolom</th>
          <th scope="col">wat staat hier</th>
          <th scope="col">welk cijfer</th>
          <th scope="col">van wanneer</th>
          <th scope="col">onderdeel</th>
          <th scope="col">getallen zijn</th>
        </tr>
      </thead>
      <tbody>
        {koppeling.kolommen.map((kolom) => (
          <Kolomregel
            naam={`b${nummer}.k${kolom.kolom}`}
            kolom={kolom}
            kop={koppen[kolom.kolom] ?? ""}
            twijfel={onzeker.get(kolom.kolom)}
            cijfers={cijfers}
          />
        ))}
      </tbody>
    </DataTable>
  );
}

type KolomregelProps = {
  readonly naam: string;
  readonly kolom: Kolomkoppeling;
  readonly kop: string;
  readonly twijfel: string | undefined;
  readonly cijfers: readonly Optie[];
};

type Optie = { readonly waarde: string; readonly label: string };

function Kolomregel({ naam, kolom, kop, twijfel, cijfers }: KolomregelProps) {
  const letter = formatKolom(kolom.kolom);
  const own = isWaardekolom(kolom) ? kolom : undefined;
  const label = (wat: string) => `${wat}, kolom ${letter}`;
  return (
    <tr>
      <th scope="row">
        {letter}
        {kop && <span class="opmerking">{kop}</span>}
        {twijfel && <strong class="kies">Voorstel. {twijfel}</strong>}
      </th>
      <td>
        <Keuze
          naam={`${naam}.rol`}
          label={label("Wat staat hier")}
          waarde={kolom.rol}
          opties={ROLLEN}
        />
      </td>
      <td>
        <Keuze
          naam={`${naam}.indicator`}
          label={label("Welk cijfer")}
          waarde={own?.indicator ?? ""}
          opties={[{ waarde: "", label: "–" }, ...cijfers]}
        />
      </td>
      <td>
        <Kort naam={`${naam}.moment`} label={label("Van wanneer")} waarde={own?.moment ?? ""} />
      </td>
      <td>
        <Kort naam={`${naam}.cel`} label={label("Onderdeel")} waarde={own?.cel?.join(", ") ?? ""} />
      </td>
      <td>
        <Keuze
          naam={`${naam}.maal`}
          label={label("Getallen zijn")}
          waarde={own?.maal ?? ""}
          opties={MALEN}
        />
      </td>
    </tr>
  );
}

const ROLNAMEN: Readonly<Record<Kolomkoppeling["rol"], string>> = {
  negeer: "niet lezen",
  gebied: "gemeente",
  gebiedsnaam: "gemeente, ter controle",
  waarde: "cijfer",
  laag: "laagste waarde",
  hoog: "hoogste waarde",
  indicator: "welk cijfer de regel is",
  moment: "van wanneer de regel is",
  cel: "welk onderdeel de regel is",
  eenheid: "eenheid",
  bron: "bron",
  opmerking: "opmerking",
};

const ROLLEN: readonly Optie[] = [...WAARDEROLLEN, ...KENMERKROLLEN].map((rol) => ({
  waarde: rol,
  label: ROLNAMEN[rol],
}));

const MALEN: readonly Optie[] = [
  { waarde: "", label: "zoals ze er staan" },
  { waarde: "1", label: "een deel (0,12 is 12%)" },
  { waarde: "0.01", label: "procenten (12 is 12%)" },
  { waarde: "1000", label: "× 1.000" },
  { waarde: "1000000", label: "× 1.000.000" },
];

type KeuzeProps = {
  readonly naam: string;
  readonly label: string;
  readonly waarde: string;
  readonly opties: readonly Optie[];
};

function Keuze({ naam, label, waarde, opties }: KeuzeProps) {
  return (
    <select name={naam} aria-label={label}>
      {opties.map((optie) => (
        <option value={optie.waarde} selected={optie.waarde === waarde}>
          {optie.label}
        </option>
      ))}
    </select>
  );
}

function Kort({ naam, label, waarde }: Omit<KeuzeProps, "opties">) {
  return <input type="text" name={naam} aria-label={label} value={waarde} autocomplete="off" />;
}
