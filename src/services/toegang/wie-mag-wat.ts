import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { orgaannaam } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import {
  type Organisatiesoort,
  ROLLEN_VAN,
  ROLNAMEN,
  SOORTNAMEN,
  type Wie,
} from "#domain/toegang.ts";
import {
  BEVOEGDHEDEN,
  HANDELINGEN,
  type Handeling,
  mag,
  NOG_NIET_HIER,
  VOORWAARDEN,
} from "#rules/toegang/index.ts";

/** Who may do one thing, in words. */
export type Handelingregel = {
  readonly handeling: Handeling;
  readonly titel: string;
  /** That nothing here does it yet, where so. */
  readonly nogNiet?: string;
  /** `gemeente: college, ambtelijk`, with where it holds. */
  readonly wie: readonly { readonly wie: string; readonly waar: string }[];
};

/** Which body of government decides on what, in words, with where that is from. */
export type Orgaanregel = {
  readonly titel: string;
  readonly organen: string;
  readonly naOverlegMet: string;
  /** Empty where it is sure. */
  readonly kanttekening: string;
  readonly bron: string;
};

/** The whole of who may do what, made of the table that is checked and of nothing else. */
export type Magoverzicht = {
  readonly handelingen: readonly Handelingregel[];
  readonly organen: readonly Orgaanregel[];
  readonly rollen: readonly { readonly soort: string; readonly rollen: string }[];
};

/** Tells the table of powers in words, for a page and a document alike. */
export function describeBevoegdheden(bevoegdheden: ReadonlyMap<string, Bevoegdheid>): Magoverzicht {
  const names = Object.keys(HANDELINGEN) as Handeling[];
  const soorten = Object.keys(SOORTNAMEN) as Organisatiesoort[];
  return {
    handelingen: names.map((handeling) => ({
      handeling,
      titel: HANDELINGEN[handeling],
      ...nogNiet(handeling),
      wie: BEVOEGDHEDEN.filter((regel) => regel.handeling === handeling).map(
        ({ soort, rollen, waar }) => ({
          wie: `${SOORTNAMEN[soort]}: ${rollen.map((rol) => ROLNAMEN[rol]).join(", ")}`,
          waar: VOORWAARDEN[waar],
        }),
      ),
    })),
    organen: [...bevoegdheden.values()].map(describeOrgaan),
    rollen: soorten.map((soort) => ({
      soort: SOORTNAMEN[soort],
      rollen: ROLLEN_VAN[soort].map((rol) => ROLNAMEN[rol]).join(", "),
    })),
  };
}

function nogNiet(handeling: Handeling): { readonly nogNiet?: string } {
  const why = NOG_NIET_HIER[handeling];
  return why === undefined ? {} : { nogNiet: why };
}

function describeOrgaan({ titel, organen, naOverlegMet, ...rest }: Bevoegdheid): Orgaanregel {
  const { zekerheid, toelichting, bron } = rest;
  const unsure = zekerheid === "vast" ? [] : ["aanname: kijk de geldende tekst na"];
  return {
    titel,
    organen: organen.map(orgaannaam).join(" of "),
    naOverlegMet: naOverlegMet ?? "",
    kanttekening: [...unsure, ...(toelichting === undefined ? [] : [toelichting])].join("; "),
    bron,
  };
}

/** What somebody may do on a day to anything at all, in words. */
export function listMagErgens(wie: Wie, dag: Datum): readonly string[] {
  const names = Object.keys(HANDELINGEN) as Handeling[];
  return names
    .filter((handeling) => !(handeling in NOG_NIET_HIER))
    .filter((handeling) => mag(wie, handeling, "ergens", dag).mag)
    .map((handeling) => HANDELINGEN[handeling]);
}
