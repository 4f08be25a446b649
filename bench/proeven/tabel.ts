import type { Rekengebied } from "#domain/gebied.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import type { Basis } from "../basiscijfers.ts";
import { sleutelDocument } from "../documenten.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Tegenspeler } from "../peers/tegenspeler.ts";
import { compareCells } from "../vergelijken.ts";
import type { Proefverslag } from "../verslag.ts";

/** Figures that are known exactly, with the file they come from. */
export const SLEUTELS = [
  { cijfer: "inwoners", bestand: "inwoners-2024-01-01.csv" },
  { cijfer: "woningvoorraad", bestand: "woningvoorraad-2024-01-01.csv" },
  { cijfer: "nieuwbouw", bestand: "nieuwbouw-2024.csv" },
] as const;

const OP = "2024-12-31";

/** The table that people look at: three keys side by side, with all that the account needs. */
export async function runTabel(basis: Basis, peers: readonly Tegenspeler[]): Promise<Proefverslag> {
  const documents = SLEUTELS.map(({ cijfer }) => sleutelDocument(cijfer));
  const work = () => documents.map((document) => compute(document, basis.nederland, basis));
  const own = work().map(({ eenheden }) =>
    eenheden.map(({ aantal }) => Number(aantal.midden.teller)),
  );
  const metingen = await measure([
    ownLoper("Woonregie, hele tabel met verantwoording", work),
    ...peers.map((peer) => {
      const { naam, time } = peer.loper("grootste-rest", "tabel");
      return { naam: `${naam}, alleen de getallen`, time };
    }),
  ]);
  const compared = [];
  for (const peer of peers) {
    compared.push(compareCells(peer.naam, own, await peer.uitkomst("grootste-rest", "tabel")));
  }
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  return {
    titel: "De hele tabel: 342 gemeenten, drie sleutels",
    invoer:
      "Echte cijfers van 2024: inwoners, woningen, nieuwbouw; 10.000 te verdelen. Woonregie " +
      "leest de cijfers per gemeente, rekent in breuken en maakt de hele verantwoording; de " +
      "anderen maken alleen de 1.026 getallen.",
    metingen,
    vergelijking: compared.map(({ tekst }) => tekst),
    doelen: [{ tekst: "de hele tabel binnen 20 ms", gehaald: ms <= 20 }],
    klopt: compared.every(({ klopt }) => klopt),
  };
}

type Bandsoort = { readonly gebied: Rekengebied; readonly naam: string; readonly doel: number };

/** One key whose figure has a margin: for every gemeente the corners that matter to it. */
export async function runBandbreedte(
  { gebied, naam, doel }: Bandsoort,
  basis: Basis,
  peers: readonly Tegenspeler[],
): Promise<Proefverslag> {
  const document = sleutelDocument("sociale-huurwoningen");
  const work = () => compute(document, gebied, basis);
  const numbers = (kant: "laag" | "hoog") =>
    work().eenheden.map(({ aantal }) => Number(aantal[kant].teller));
  const own = [numbers("laag"), numbers("hoog")];
  const metingen = await measure([
    ownLoper("Woonregie, met verantwoording", work),
    ...peers.map((peer) => {
      const { naam: peerName, time } = peer.loper("bandbreedte", naam);
      return { naam: `${peerName}, alleen de grenzen`, time };
    }),
  ]);
  const compared = [];
  for (const peer of peers) {
    compared.push(compareCells(peer.naam, own, await peer.uitkomst("bandbreedte", naam)));
  }
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  const aantal = gebied.eenheden.length;
  return {
    titel: `Bandbreedte van één sleutel over ${aantal} gemeenten`,
    invoer:
      "Echte cijfers: woningen van 2024 maal het corporatieaandeel van 2021, dat in hele " +
      "procenten bekend is en dus een halve procentpunt speling heeft. numpy rekent alleen de " +
      "uiterste getallen uit, met de formule die zonder grenzen per gemeente geldt.",
    metingen,
    vergelijking: compared.map(({ tekst }) => tekst),
    doelen: [{ tekst: `${aantal} gemeenten binnen ${doel} ms`, gehaald: ms <= doel }],
    klopt: compared.every(({ klopt }) => klopt),
  };
}

function compute(document: Verdeling, gebied: Rekengebied, basis: Basis): VerdelingUitkomst {
  const { cijfers, bibliotheek } = basis;
  const vraag = { document, gebied, cijfers, op: OP, bibliotheek, ingevuld: NIETS_INGEVULD };
  const outcome = computeVerdeling(vraag);
  if (outcome.meldingen.length > 0) {
    throw new Error(`${document.id} gaf meldingen: ${JSON.stringify(outcome.meldingen[0])}`);
  }
  return outcome;
}
