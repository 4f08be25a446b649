import { breuk } from "#domain/breuk.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import { type Afronding, schrijfAfronding } from "./afrondkolommen.ts";
import { formule } from "./cellen.ts";
import { at, type Sleutelgegevens, schrijfGewichtenOpWeg } from "./gewichtkolommen.ts";
import type { Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  BESLUIT_NODIG,
  gedeeld,
  getal,
  hoogstens,
  maal,
  min,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));

/** Where a path stands in one periode, and the running totals that the former one left. */
export type Padstand = {
  readonly van: Sleutel;
  readonly opWeg: Uitdrukking;
  /** By the name of the vak; each periode puts its own in place. */
  readonly lopend: Map<string, Lopend>;
};

type Lopend = {
  readonly totaal: Uitdrukking;
  readonly exact: Tabelkolom;
  readonly heel: Tabelkolom;
};

/**
 * One periode of a path: running totals are made whole, and what the former periodes already gave
 * is taken off, so that every periode adds up.
 *
 * A running total below what was already given asks for a redistribution: #N/A, never a guess.
 */
export function schrijfPadvak(
  gegevens: Sleutelgegevens,
  naar: Sleutel,
  totaal: Uitdrukking,
  { van, opWeg, lopend }: Padstand,
  afrondingVan: (basis: Tabelkolom) => Afronding,
): Tabelkolom {
  const { tabel, vak } = gegevens;
  const gewicht = schrijfGewichtenOpWeg(van, naar, opWeg, gegevens);
  const before = lopend.get(vak.sleutelnaam);
  const given = (i: number) => (before ? at(before.heel, i) : NUL);
  const exact = tabel.kolom(
    "tot en met nu",
    (i) => {
      const deel = gedeeld(maal(totaal, at(gewicht, i)), gewicht.som);
      const sofar = before ? plus(at(before.exact, i), deel) : deel;
      return formule(alsDan(hoogstens(given(i), sofar), sofar, BESLUIT_NODIG));
    },
    { som: true, stijl: "exact" },
  );
  const together = before ? plus(before.totaal, totaal) : totaal;
  const asked = { delen: exact, totaal: together, maat: exact };
  const heel = schrijfAfronding(tabel, "tot en met nu, heel", asked, afrondingVan(gewicht));
  lopend.set(vak.sleutelnaam, { totaal: together, exact, heel });
  return tabel.kolom("uitkomst", (i) => formule(min(at(heel, i), given(i))), { som: true });
}
