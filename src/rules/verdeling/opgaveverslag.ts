import {
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  formatBreuk,
  isPositive,
  isZero,
  NUL,
  subtract,
} from "#domain/breuk.ts";
import type { Bandbreedte, Melding, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { between, exact } from "#rules/cijfers/band.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import { bandOver, hasRoom, hoekenFor } from "./hoeken.ts";
import { type Opgavegetal, readOpgave, supplyOf } from "./opgave.ts";
import { createPas, LEGE_STAND } from "./pas.ts";
import type { Run } from "./run.ts";
import { eislezerFor } from "./stapcontext.ts";

type Opgaveverslag = NonNullable<VerdelingUitkomst["opgave"]>;

/** What is divided, of which supply, beside which need; undefined where the total is not known. */
export function reportOpgave(run: Run): Opgaveverslag | undefined {
  const { kern } = run.loop;
  const middle = kern.opgave;
  if (!middle) return undefined;
  const { opgave, spoor } = run.vraag.document;
  const corners = opgaveInCorners(run);
  const aantal = wholeBand(
    middle.totaal,
    corners.map(({ totaal }) => totaal),
    opgave.heel,
  );
  const supply = supplyOf(opgave, spoor);
  const aanbod = supply && run.zijlezer.band(supply, HET_GEHEEL);
  const behoefte = readBehoefte(run);
  const used = run.vraag.verloop?.alToegewezen;
  const maximum = opgave.als === "maximum";
  return {
    aantal,
    onderdelen: Object.fromEntries(
      middle.onderdelen.flatMap((naam, i) => {
        const parts = corners.map(({ delen }) => delen[i] ?? NUL);
        return naam ? [[naam, wholeBand(middle.delen[i] ?? NUL, parts, opgave.heel)]] : [];
      }),
    ),
    ...(aanbod ? { aanbod, ...shareOf(aantal, aanbod) } : {}),
    ...(behoefte ? { behoefte } : {}),
    ...(behoefte && behoefte !== "onbekend" ? { verschil: minus(aantal, behoefte) } : {}),
    maximum,
    ...(maximum && used ? { ruimte: subtract(aantal.midden, used) } : {}),
  };
}

/** Refuses an offer past the maximum (F126), with the rule and its number. */
export function refuseAanbod(run: Run, { ruimte, aantal }: Opgaveverslag): readonly Melding[] {
  const aanbod = run.vraag.verloop?.aanbod;
  if (!ruimte || !aanbod || compare(aanbod, ruimte) <= 0) return [];
  const { periode } = run.vraag.document.opgave;
  const per = periode === "eenmalig" ? "" : ` per ${periode}`;
  const full = `het maximum van ${formatBreuk(aantal.midden)}${per} is bereikt`;
  const left = isPositive(ruimte)
    ? `er is nog ruimte voor ${formatBreuk(ruimte)}, en er ${compare(aanbod, breuk(1n)) > 0 ? "zijn" : "is"} ${formatBreuk(aanbod)} aangeboden`
    : full;
  return [{ soort: "geweigerd", regel: "opgave.als", reden: left }];
}

function opgaveInCorners(run: Run): readonly Opgavegetal[] {
  if (!hasRoom(run.opgaveruimte)) return [];
  return hoekenFor([], run.opgaveruimte).flatMap((hoek) => {
    const pas = createPas(run.vraag, hoek, () => undefined, run.lezer);
    const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
    return readOpgave(run.vraag.document.opgave, lezer, false) ?? [];
  });
}

function wholeBand(
  midden: Breuk,
  corners: readonly Breuk[],
  heel: { readonly soort: string; readonly methode?: string },
): Bandbreedte {
  const keep = heel.soort === "vast" && heel.methode === "geen";
  const down = (n: Breuk) => (keep ? n : breuk(floor(n)));
  const up = (n: Breuk) => (keep ? n : breuk(ceil(n)));
  return bandOver(midden, corners, { down, up });
}

/** The opgave as a part of the supply, with the room that both leave. */
function shareOf(
  aantal: Bandbreedte,
  aanbod: Bandbreedte,
): { readonly deelVanAanbod?: Bandbreedte } {
  if (isZero(aanbod.laag) || isZero(aanbod.midden)) return {};
  const low = divide(aantal.laag, aanbod.hoog);
  const high = divide(aantal.hoog, aanbod.laag);
  return { deelVanAanbod: between(low, high, divide(aantal.midden, aanbod.midden)) };
}

function readBehoefte({ vraag, zijlezer }: Run): Bandbreedte | "onbekend" | undefined {
  const behoefte = vraag.ingevuld.behoefte ?? vraag.document.opgave.behoefte;
  if (!behoefte) return undefined;
  switch (behoefte.soort) {
    case "getal":
      return exact(behoefte.getal);
    case "band":
      return between(behoefte.van, behoefte.tot);
    case "verwijzing":
      return zijlezer.band(behoefte.verwijzing, HET_GEHEEL) ?? "onbekend";
    default:
      return "onbekend";
  }
}

function minus(a: Bandbreedte, b: Bandbreedte): Bandbreedte {
  const negative = { laag: b.hoog, midden: b.midden, hoog: b.laag };
  return {
    laag: subtract(a.laag, negative.laag),
    midden: subtract(a.midden, negative.midden),
    hoog: subtract(a.hoog, negative.hoog),
  };
}
