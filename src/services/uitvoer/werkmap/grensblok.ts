import { breuk, equals } from "#domain/breuk.ts";
import { roundsWithinBounds } from "#rules/verdeling/afronden.ts";
import type { Rekenstap } from "#rules/verdeling/rekenstappen.ts";
import { type Afronding, nearest, schrijfAfronding, toEven } from "./afrondkolommen.ts";
import { formule } from "./cellen.ts";
import {
  at,
  type Sleutelgegevens,
  schrijfHerverdeelgewichten,
  zelfdeVerhouding,
} from "./gewichtkolommen.ts";
import {
  binnen,
  type Celgrens,
  type Grenslezing,
  geplaatst,
  HELE_GRENZEN,
  leesGrenzen,
  schrijfGrenzen,
  schrijfOverschrijding,
} from "./grenskolommen.ts";
import { schrijfHerverdeling } from "./herverdeelkolommen.ts";
import type { Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  en,
  gedeeld,
  getal,
  heel,
  heelOmhoog,
  hoogstens,
  maal,
  meer,
  min,
  Onzegbaar,
  of,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));

/** The first round, without bounds. */
type Eerst = {
  readonly gewicht: Tabelkolom;
  readonly deel: Tabelkolom;
  readonly start: Tabelkolom;
  readonly afronding: Afronding;
};

/** Columns for what does not fit, who gives and takes, and the outcome within bounds. */
export function schrijfBinnenGrenzen(
  { stap, keuze }: Rekenstap,
  totaal: Uitdrukking,
  sleutelgegevens: Sleutelgegevens,
  { gewicht, deel, start, afronding }: Eerst,
): { readonly uitkomst: Tabelkolom; readonly rest: Uitdrukking } {
  const { tabel, vak } = sleutelgegevens;
  const written = schrijfGrenzen(stap, sleutelgegevens);
  const lezing = readingFor(afronding);
  const counted = leesGrenzen(tabel, written, lezing);
  const { teveel, tekort } = schrijfOverschrijding(tabel, start, counted);
  const weights = schrijfHerverdeelgewichten(
    stap.herverdeling?.naarRatoVan,
    gewicht,
    sleutelgegevens,
  );
  if (!zelfdeVerhouding(weights, vak.herverdeelgewichten)) {
    throw new Onzegbaar("wie geeft en neemt, komt in formules anders uit");
  }
  const sluitend = roundsWithinBounds(afronding.methode) || afronding.methode === "geen";
  const bounds = sluitend
    ? innerBounds(sleutelgegevens, counted, start, keuze === "anderen")
    : written;
  const nothing = en(hoogstens(teveel.som, NUL), hoogstens(tekort.som, NUL));
  const fits = keuze === "anderen" ? undefined : hoogstens(teveel.som, tekort.som);
  const some = of(meer(teveel.som, NUL), meer(tekort.som, NUL));
  const nodig = fits ? en(some, fits) : some;
  const moved = schrijfHerverdeling(tabel, deel, weights, bounds, nodig);
  // By another figure the divisor methods go by what that gave, else by the sleutel itself.
  const maat = stap.herverdeling?.naarRatoVan ? moved : deel;
  const whole = sluitend || afronding.restant === "laten";
  const grenzen = whole ? bounds : leesGrenzen(tabel, written, HELE_GRENZEN);
  const asked = { delen: moved, totaal, maat, grenzen };
  const within = schrijfAfronding(tabel, "binnen de grens", asked, afronding);
  const uitkomst = tabel.kolom(
    "uitkomst",
    (i) => {
      const placed = geplaatst(at(start, i), at(teveel, i), at(tekort, i));
      const inside = fits ? alsDan(fits, at(within, i), placed) : at(within, i);
      return formule(alsDan(nothing, at(start, i), inside));
    },
    { som: true },
  );
  const rest = fits ? alsDan(fits, NUL, min(teveel.som, tekort.som)) : NUL;
  return { uitkomst, rest };
}

/** With methods that divide to the last unit bounds hold in whole numbers; else as they are rounded. */
export function readingFor({ methode, halven, veelvoud }: Afronding): Grenslezing {
  if (methode === "geen") return "zoals-ze-zijn";
  const unit = getal(breuk(veelvoud));
  const inUnits = (whole: (n: Uitdrukking) => Uitdrukking) => (n: Uitdrukking) =>
    veelvoud === 1n ? whole(n) : maal(whole(gedeeld(n, unit)), unit);
  const both = (whole: (n: Uitdrukking) => Uitdrukking) => ({
    onder: inUnits(whole),
    boven: inUnits(whole),
  });
  if (methode === "omhoog") return both(heelOmhoog);
  if (methode === "omlaag") return both(heel);
  if (methode === "rekenkundig") return both(halven === "naar-even" ? toEven : nearest);
  return { onder: inUnits(heelOmhoog), boven: inUnits(heel) };
}

/** Who has no weight keeps what it has; without `anderen` nobody's part grows past the first round. */
function innerBounds(
  { tabel, vak }: Sleutelgegevens,
  grenzen: readonly Celgrens[],
  start: Tabelkolom,
  anderen: boolean,
): readonly Celgrens[] {
  const still = (i: number) => equals(vak.herverdeelgewichten[i] ?? breuk(0), breuk(0));
  const every = grenzen.map((_, i) => i);
  if (anderen && !every.some(still)) return grenzen;
  const kept = tabel.kolom("houdt hoogstens", (i) =>
    formule(binnen(at(start, i), grenzen[i] ?? {})),
  );
  return every.map((i) => {
    const own = at(kept, i);
    if (still(i)) return { onder: own, boven: own };
    return anderen ? (grenzen[i] ?? {}) : { ...grenzen[i], boven: own };
  });
}
