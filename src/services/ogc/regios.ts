import { documentnaam } from "#domain/document.ts";
import type { Indeling, Lid, Regio } from "#domain/indeling.ts";
import type { Basis } from "#services/basis.ts";
import { EERSTE_DAG } from "#services/opendata/cijfers.ts";
import { openIndelingen } from "#services/opendata/indelingen.ts";
import { type Collectie, describeVorm, type Kenmerkgebied } from "./collectie.ts";
import type { Vormzoeker } from "./gebiedsvorm.ts";

/** Every region of every indeling that may be passed on. */
export function regioscollectie(basis: Basis, vormen: Vormzoeker): Collectie {
  const indelingen = openIndelingen(basis);
  return {
    id: "regios",
    titel: "Regio's",
    omschrijving:
      "Elke regio van elke indeling, samengevoegd uit haar gemeenten. Een gemeente waarvan het lidmaatschap nog een vraag is, ligt niet in het vlak en staat bij onzekereGemeenten. Regio's van verschillende indelingen liggen over elkaar: kies er een met indeling.",
    zoekvelden: [
      {
        naam: "indeling",
        uitleg: "Alleen regio's van deze indeling (id@versie).",
        waarden: indelingen.map(documentnaam),
      },
      {
        naam: "soortRegio",
        uitleg: "Alleen regio's van deze soort.",
        waarden: [...new Set(indelingen.map(({ soortRegio }) => soortRegio))].toSorted(),
      },
    ],
    sinds: EERSTE_DAG,
    list: () =>
      indelingen.flatMap((indeling) =>
        Object.entries(indeling.regios).map(([naam, regio]) =>
          toKenmerkgebied({ indeling, naam, regio }, vormen),
        ),
      ),
  };
}

type Regioplek = { readonly indeling: Indeling; readonly naam: string; readonly regio: Regio };

function toKenmerkgebied({ indeling, naam, regio }: Regioplek, vormen: Vormzoeker): Kenmerkgebied {
  const { soortRegio, geldigVan, geldigTot } = indeling;
  const codes = (op: string, onzeker: boolean) =>
    regio.gemeenten
      .filter((lid) => isLid(lid, op) && (lid.zekerheid === "onzeker") === onzeker)
      .map(({ gemeente }) => gemeente.id);
  const vorm = (op: string) => vormen.find(codes(op, false), op);
  return {
    id: `${documentnaam(indeling)}.${naam}`,
    ...(geldigVan ? { sinds: geldigVan } : {}),
    ...(geldigTot ? { tot: geldigTot } : {}),
    vorm,
    zoekbaar: { indeling: documentnaam(indeling), soortRegio },
    eigenschappen: (op) => ({
      regio: naam,
      titel: regio.titel,
      indeling: documentnaam(indeling),
      indelingtitel: indeling.titel,
      soortRegio,
      optie: indeling.optie ?? null,
      status: indeling.status,
      zekerheid: regio.zekerheid,
      peildatum: indeling.peildatum,
      gemeenten: codes(op, false),
      onzekereGemeenten: codes(op, true),
      zonderVorm: vormen.missing(codes(op, false), op),
      ...describeVorm(vorm(op)),
    }),
  };
}

function isLid({ sinds = "", tot = "9999-12-31" }: Lid, op: string): boolean {
  return sinds <= op && op <= tot;
}
