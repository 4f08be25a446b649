import type { Gemeente } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import { EERSTE_DAG, yearsUntil } from "#services/opendata/cijfers.ts";
import { type Collectie, describeVorm, type Kenmerkgebied } from "./collectie.ts";
import type { Vormzoeker } from "./gebiedsvorm.ts";

export function gemeentencollectie(basis: Basis, vormen: Vormzoeker): Collectie {
  const namen = new Map(basis.gemeenten.provincies.map(({ code, naam }) => [code, naam]));
  return {
    id: "gemeenten",
    titel: "Gemeenten",
    omschrijving:
      "Elke gemeente die er sinds 2021 was. Vraag met datetime naar een dag: zonder dag komen ook opgeheven gemeenten mee.",
    zoekvelden: [
      {
        naam: "provincie",
        uitleg: "Alleen gemeenten van deze provincie.",
        waarden: [...namen.keys()],
      },
    ],
    sinds: EERSTE_DAG,
    list: () => everyGemeente(basis).map((gemeente) => toKenmerkgebied(gemeente, namen, vormen)),
  };
}

function everyGemeente({ gemeenten, kennis }: Basis): readonly Gemeente[] {
  const last = kennis.peildatum ?? EERSTE_DAG;
  const all = [...yearsUntil(last).map((jaar) => `${jaar}-01-01`), last].flatMap((dag) =>
    gemeenten.list(dag),
  );
  const byLife = new Map(all.map((one) => [`${one.code} ${one.sinds ?? ""}`, one]));
  return [...byLife.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function toKenmerkgebied(
  { code, naam, provincie, corop, sinds, tot }: Gemeente,
  namen: ReadonlyMap<string, string>,
  vormen: Vormzoeker,
): Kenmerkgebied {
  const vorm = (op: string) => vormen.find([code], op);
  return {
    id: code,
    ...(sinds ? { sinds } : {}),
    ...(tot ? { tot } : {}),
    vorm,
    zoekbaar: { provincie },
    eigenschappen: (op) => ({
      code,
      naam,
      soort: "gemeente",
      provincie,
      provincienaam: namen.get(provincie) ?? null,
      corop: corop ?? null,
      sinds: sinds ?? null,
      tot: tot ?? null,
      ...describeVorm(vorm(op)),
    }),
  };
}

export function provinciescollectie(basis: Basis, vormen: Vormzoeker): Collectie {
  const codesOn = (provincie: string, op: string) =>
    basis.gemeenten.list(op).flatMap((one) => (one.provincie === provincie ? [one.code] : []));
  return {
    id: "provincies",
    titel: "Provincies",
    omschrijving: "De twaalf provincies, samengevoegd uit de gemeenten die er op die dag in lagen.",
    zoekvelden: [],
    sinds: EERSTE_DAG,
    list: () =>
      basis.gemeenten.provincies.map(({ code, naam }): Kenmerkgebied => {
        const vorm = (op: string) => vormen.find(codesOn(code, op), op);
        return {
          id: code,
          vorm,
          zoekbaar: {},
          eigenschappen: (op) => ({
            code,
            naam,
            soort: "provincie",
            aantalGemeenten: codesOn(code, op).length,
            ...describeVorm(vorm(op)),
          }),
        };
      }),
  };
}
