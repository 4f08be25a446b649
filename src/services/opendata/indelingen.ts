import { documentnaam } from "#domain/document.ts";
import type { Indeling, Lid, Regio } from "#domain/indeling.ts";
import type { Bron } from "#domain/kop.ts";
import type { Basis } from "#services/basis.ts";
import { EERSTE_DAG } from "./cijfers.ts";
import type { Dataset, Kolom, Rij } from "./dataset.ts";
import { CC_BY, EUPL, type Licentie } from "./licentie.ts";

const KOLOMMEN: readonly Kolom[] = [
  { naam: "indeling", soort: "tekst", uitleg: "id@versie van het document" },
  { naam: "indelingtitel", soort: "tekst", uitleg: "hoe de indeling heet" },
  {
    naam: "soortRegio",
    soort: "tekst",
    uitleg: "woningbouwregio, woningmarktregio, samenwerking, …",
  },
  { naam: "optie", soort: "tekst", uitleg: "voorkeursoptie, alternatief of bestaand" },
  { naam: "status", soort: "tekst", uitleg: "voorbeeld, concept, voorgenomen, vastgesteld, …" },
  { naam: "peildatum", soort: "dag", uitleg: "de dag waarop dit zo was" },
  { naam: "regio", soort: "tekst", uitleg: "de naam van de regio in haar indeling" },
  { naam: "regiotitel", soort: "tekst", uitleg: "hoe de regio heet" },
  { naam: "deelregio", soort: "tekst", uitleg: "het deel van de regio, waar zij delen heeft" },
  { naam: "gemeente", soort: "tekst", uitleg: "de code van het lid" },
  { naam: "gemeentenaam", soort: "tekst", uitleg: "de naam van het lid" },
  { naam: "zekerheid", soort: "tekst", uitleg: "vast (een bron), aanname, of onzeker (een vraag)" },
  { naam: "sinds", soort: "dag", uitleg: "eerste dag als lid, waar die bekend is" },
  { naam: "tot", soort: "dag", uitleg: "laatste dag als lid" },
  { naam: "bron", soort: "tekst", uitleg: "waar het uit blijkt" },
  { naam: "licentie", soort: "tekst", uitleg: "onder welke voorwaarden u het gebruikt" },
];

/** The indelingen that may be passed on: not those that somebody wrote here without a licence. */
export function openIndelingen({ bibliotheek, isEigen }: Basis): readonly Indeling[] {
  return bibliotheek
    .list()
    .filter((document): document is Indeling => document.soort === "indeling")
    .filter((document) => !isEigen(document.id))
    .toSorted((a, b) => (documentnaam(a) < documentnaam(b) ? -1 : 1));
}

/** Which gemeenten form which region, since when, by which source, and how sure that is. */
export function indelingendataset(basis: Basis): Dataset {
  const indelingen = openIndelingen(basis);
  return {
    id: "indelingen",
    soort: "indelingen",
    titel: "Regio's en hun gemeenten",
    omschrijving:
      "Welke gemeenten samen een regio vormen, in elke indeling die hier bekend is: woningbouwregio's, woningmarktregio's, samenwerkingen en indelingen om mee te vergelijken. Bij elk lid staat hoe zeker het is en waar dat uit blijkt.",
    trefwoorden: ["regio", "indeling", "woningmarktregio", "woningbouwregio", "samenwerking"],
    makers: ["Woonregie", "CBS"],
    bronnen: [...new Set(indelingen.map(({ bron }) => describeStuk(bron)))],
    licentie: EUPL,
    tijdvak: spanOf(indelingen),
    kolommen: KOLOMMEN,
    rijen: () => indelingen.flatMap((indeling) => rowsOf(indeling, basis)),
    vormen: { collectie: "regios", op: basis.kennis.peildatum ?? EERSTE_DAG },
  };
}

function spanOf(indelingen: readonly Indeling[]) {
  const dagen = indelingen.map(({ peildatum }) => peildatum).toSorted();
  return { van: dagen[0] ?? EERSTE_DAG, tot: dagen.at(-1) ?? EERSTE_DAG };
}

/** Lists of the statistics office are passed on under its terms, what was written here under ours. */
function licentieVan({ bron }: Indeling): Licentie {
  return bron.stuk === "CBS" ? CC_BY : EUPL;
}

function rowsOf(indeling: Indeling, basis: Basis): readonly Rij[] {
  const vast = {
    indeling: documentnaam(indeling),
    indelingtitel: indeling.titel,
    soortRegio: indeling.soortRegio,
    optie: indeling.optie,
    status: indeling.status,
    peildatum: indeling.peildatum,
    licentie: licentieVan(indeling).naam,
  };
  return Object.entries(indeling.regios).flatMap(([naam, regio]) =>
    regio.gemeenten.map((lid) => ({
      ...vast,
      regio: naam,
      regiotitel: regio.titel,
      deelregio: deelregioVan(regio, lid),
      ...describeLid(lid, indeling.peildatum, basis),
      bron: lid.bron ?? regio.bron ?? describeStuk(indeling.bron),
    })),
  );
}

function describeLid({ gemeente, zekerheid, sinds, tot }: Lid, op: string, { gemeenten }: Basis) {
  const naam = gemeenten.findByCode(gemeente.id, op)?.naam ?? gemeente.naam;
  return { gemeente: gemeente.id, gemeentenaam: naam, zekerheid, sinds, tot };
}

function deelregioVan({ deelregios }: Regio, { gemeente }: Lid): string | undefined {
  return Object.entries(deelregios).find(([, units]) =>
    units.some(({ id }) => id === gemeente.id),
  )?.[0];
}

function describeStuk({ stuk, plaats }: Bron): string {
  return plaats === undefined ? stuk : `${stuk}, ${plaats}`;
}
