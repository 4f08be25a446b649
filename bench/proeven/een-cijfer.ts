import type { Wijziging } from "#domain/afhankelijkheid.ts";
import { breuk } from "#domain/breuk.ts";
import type { RegieDocument } from "#domain/document.ts";
import { documentnaam } from "#domain/document.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import {
  type Loop,
  rerunAffected,
  runLoop,
  type Wereld,
  wereldOp,
} from "#services/afhankelijkheid/lopen.ts";
import { loadBasis } from "#services/basis.service.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Proefverslag } from "../verslag.ts";

const OP = "2026-07-01";
const WIJZIGING: Wijziging = { soort: "cijfer", indicator: "inwoners", gebied: "GM0505" };

/** Everything that ships, for every region: all of it again, beside what one figure touches. */
export async function runEenCijfer(): Promise<Proefverslag> {
  const basis = loadBasis();
  const before = wereldOp(basis, OP);
  const after = withOneMore(before);
  const regios = basis.regios().map(({ indeling, naam }) => `${indeling}#${naam}`);
  const lopen = basis.bibliotheek
    .list()
    .filter(({ soort }) => ["verdeling", "toets", "traject", "kader"].includes(soort))
    .flatMap((document) => regios.map((regio) => toLoop(document, regio)));
  const start = lopen.map((loop) => runLoop(loop, before));
  const { gelopen, opnieuw } = rerunAffected(start, WIJZIGING, after);
  const full = lopen.map((loop) => runLoop(loop, after));
  const metingen = await measure(
    [
      ownLoper("alleen wat het cijfer raakt", () => rerunAffected(start, WIJZIGING, after)),
      ownLoper("alles opnieuw", () => lopen.map((loop) => runLoop(loop, after))),
    ],
    ROUNDS,
  );
  const klopt = gelopen.every((run, i) => isSame(run.uitkomst, full[i]?.uitkomst));
  const ratio = metingen[1]?.verhouding?.midden ?? Number.NaN;
  return {
    titel: "Eén cijfer verandert",
    invoer: `Alles wat is meegeleverd en over een regio loopt (verdelingen, toetsen, trajecten en kaders), voor alle ${regios.length} regio's: ${lopen.length} keer rekenen. Dordrecht krijgt één inwoner erbij. Met opzoeken wat dat raakt.`,
    metingen,
    vergelijking: [
      `${opnieuw.length} van de ${lopen.length} lopen opnieuw`,
      klopt ? "elke uitkomst is gelijk aan die van alles opnieuw" : "uitkomsten verschillen",
    ],
    doelen: [{ tekst: "ten minste tien keer zo snel als alles opnieuw", gehaald: ratio >= 10 }],
    klopt,
  };
}

/** Everything again takes seconds, so that fewer rounds are enough. */
const ROUNDS = 3;

function toLoop(document: RegieDocument, regio: string): Loop {
  const naam = documentnaam(document);
  return { naam: `${naam} ${regio}`, document: naam, regio };
}

function withOneMore(world: Wereld): Wereld {
  const own = (found: readonly Waarneming[]): readonly Waarneming[] =>
    found.map((item) =>
      item.inhoud.soort === "getal"
        ? { ...item, inhoud: { soort: "getal", waarde: breuk(item.inhoud.waarde.teller + 1n) } }
        : item,
    );
  const { cijfers } = world;
  return {
    ...world,
    cijfers: {
      find: (indicator, gebied) => {
        const found = cijfers.find(indicator, gebied);
        return indicator === "inwoners" && gebied === "GM0505" ? own(found) : found;
      },
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return toCanoniek(a) === toCanoniek(b);
}
