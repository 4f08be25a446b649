import type { Rekengebied } from "#domain/gebied.ts";
import type { Zekerheid } from "#domain/kop.ts";
import type { Datum } from "#domain/peildatum.ts";
import { asksHarmonisation, compareLeden, type Ledenvergelijking } from "#rules/indeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { findGebied } from "#services/verdeling/opdracht.ts";

export type Regiokant = {
  readonly titel: string;
  /** woningbouwregio, zorgkantoorregio, corop …; absent for the country. */
  readonly soortRegio?: string;
  /** `id@versie` of the indeling. */
  readonly indeling?: string;
};

export type Regiovergelijking = Ledenvergelijking & {
  readonly hier: Regiokant;
  readonly daar: Regiokant;
  /** An agreement for the one is to be brought in line with the other. */
  readonly harmoniseer: boolean;
  /** Every region of the other indeling that members of this one lie in, with how many. */
  readonly verspreid: readonly { readonly titel: string; readonly aantal: number }[];
};

export type Regiovergelijkinglezing =
  | { readonly ok: true; readonly vergelijking: Regiovergelijking }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Two regions on a day, beside each other, with how sure each member is; or what is not found. */
export function layRegios(
  basis: Basis,
  naam: string,
  andere: string,
  op: Datum,
): Regiovergelijkinglezing {
  const fouten: string[] = [];
  const hier = findGebied(basis, naam, op, fouten);
  const daar = findGebied(basis, andere, op, fouten);
  if (!hier || !daar) return { ok: false, fouten };
  const found = compareLeden(ledenOf(basis, hier), ledenOf(basis, daar));
  return {
    ok: true,
    vergelijking: {
      ...found,
      hier: kantOf(basis, hier),
      daar: kantOf(basis, daar),
      harmoniseer: asksHarmonisation(found),
      verspreid: spreadOver(basis, hier, daar, op),
    },
  };
}

function ledenOf({ bibliotheek }: Basis, gebied: Rekengebied) {
  const document = gebied.indeling ? bibliotheek.find(gebied.indeling) : undefined;
  const regio = document?.soort === "indeling" ? document.regios[gebied.id] : undefined;
  return gebied.eenheden.map(({ id, naam, aanname }) => {
    const lid = regio?.gemeenten.find(({ gemeente }) => gemeente.id === id);
    const told: Zekerheid = aanname === undefined ? "vast" : "aanname";
    return { code: id, naam, zekerheid: lid?.zekerheid ?? told };
  });
}

function kantOf({ bibliotheek }: Basis, { titel, indeling }: Rekengebied): Regiokant {
  const document = indeling ? bibliotheek.find(indeling) : undefined;
  return {
    titel,
    ...(document?.soort === "indeling" ? { soortRegio: document.soortRegio } : {}),
    ...(indeling === undefined ? {} : { indeling }),
  };
}

function spreadOver(basis: Basis, hier: Rekengebied, daar: Rekengebied, op: Datum) {
  const own = new Set(hier.eenheden.map(({ id }) => id));
  return basis
    .regios()
    .filter(({ indeling }) => indeling === daar.indeling)
    .flatMap(({ naam, indeling, titel }) => {
      const found = basis.gebied(`${indeling}#${naam}`, op);
      if (found.soort !== "gevonden") return [];
      const aantal = found.gebied.eenheden.filter(({ id }) => own.has(id)).length;
      return aantal > 0 ? [{ titel, aantal }] : [];
    })
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}
