import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { computeVerdeling, type Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Basis, Regio } from "../basiscijfers.ts";
import { sleutelDocument } from "../documenten.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Tegenspeler } from "../peers/tegenspeler.ts";
import { compareCells } from "../vergelijken.ts";
import type { Proefverslag } from "../verslag.ts";

/** Figures that are known exactly, with the moment they are of. */
export const SLEUTELS = [
  { cijfer: "inwoners", moment: "2024-01-01" },
  { cijfer: "woningvoorraad", moment: "2024-01-01" },
  { cijfer: "nieuwbouw", moment: "2024" },
] as const;

/** The table that people look at: three keys side by side, with all that the account needs. */
export async function runTabel(basis: Basis, peers: readonly Tegenspeler[]): Promise<Proefverslag> {
  const asked = SLEUTELS.map(({ cijfer }) => basis.vraag(sleutelDocument(cijfer), "nederland"));
  const work = () => asked.map(compute);
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

type Bandsoort = { readonly regio: Regio; readonly doel: number };

/** One key whose figure has a margin: for every gemeente the corners that matter to it. */
export async function runBandbreedte(
  { regio, doel }: Bandsoort,
  basis: Basis,
  peers: readonly Tegenspeler[],
): Promise<Proefverslag> {
  const vraag = basis.vraag(sleutelDocument("sociale-huurwoningen"), regio);
  const work = () => compute(vraag);
  const numbers = (kant: "laag" | "hoog") =>
    work().eenheden.map(({ aantal }) => Number(aantal[kant].teller));
  const own = [numbers("laag"), numbers("hoog")];
  const metingen = await measure([
    ownLoper("Woonregie, met verantwoording", work),
    ...peers.map((peer) => {
      const { naam: peerName, time } = peer.loper("bandbreedte", regio);
      return { naam: `${peerName}, alleen de grenzen`, time };
    }),
  ]);
  const compared = [];
  for (const peer of peers) {
    compared.push(compareCells(peer.naam, own, await peer.uitkomst("bandbreedte", regio)));
  }
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  const aantal = vraag.gebied.eenheden.length;
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

/** The same with a bound per gemeente, where every corner goes through the step; no peer does that. */
export async function runMetGrenzen(basis: Basis): Promise<Proefverslag> {
  const vraag = basis.vraag(
    sleutelDocument("sociale-huurwoningen", "hoogstens: 0.8 % van woningvoorraad"),
    "mra",
  );
  const metingen = await measure([ownLoper("Woonregie, met verantwoording", () => compute(vraag))]);
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  const { eenheden } = compute(vraag);
  const lowered = eenheden.filter(({ open }) => open.teller > 0n).length;
  return {
    titel: "Bandbreedte van één sleutel met een bovengrens over 30 gemeenten",
    invoer:
      "Dezelfde echte cijfers, met hoogstens 0,8 % van de woningvoorraad per gemeente; wat niet " +
      "past blijft open. Er is geen ander programma dat dit doet.",
    metingen,
    vergelijking: [`${lowered} van ${eenheden.length} gemeenten staan op hun grens`],
    doelen: [{ tekst: "30 gemeenten binnen 16 ms", gehaald: ms <= 16 }],
    klopt: lowered > 0,
  };
}

function compute(vraag: Verdelingsvraag): VerdelingUitkomst {
  const outcome = computeVerdeling(vraag);
  if (outcome.meldingen.length > 0) {
    const [first] = outcome.meldingen;
    throw new Error(`${vraag.document.id} gaf meldingen: ${JSON.stringify(first)}`);
  }
  return outcome;
}
