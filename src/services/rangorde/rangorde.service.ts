import { readInvulling } from "#contract/kader/invulling.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp } from "#domain/document.ts";
import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Loting, Rangorde } from "#domain/rangorde.ts";
import type { RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { createCijferbron, GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { computeRangorde, explainKandidaat } from "#rules/rangorde/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { DE_ANDEREN, type Kandidaatopgave, readKandidaten } from "./kandidaten.ts";

/** What somebody asks: who goes first among these candidates, on this day. */
export type Rangordeopdracht = {
  readonly document: Rangorde;
  /** Whose gemeenten are the candidates; without it they are those that are named. */
  readonly gebied?: Rekengebied;
  readonly op: string;
  /** The day on which gemeenten and documents are looked up. */
  readonly dag: string;
  readonly kandidaten: readonly Kandidaatopgave[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly lotingen: readonly Loting[];
};

export type Rangordelezing =
  | {
      readonly ok: true;
      readonly uitkomst: RangordeUitkomst;
      readonly ingevuld: Invulling;
      readonly opmerkingen: readonly string[];
    }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * Puts candidates in order. Nothing of them is kept: they come in with the question and go out with
 * the answer, under the names that the asker gave them.
 */
export function computeOpdracht(
  basis: Basis,
  opdracht: Rangordeopdracht,
  idOf: (naam: string) => { readonly id: string } | { readonly fout: string },
): Rangordelezing {
  const { document, gebied, op, dag } = opdracht;
  const ingevuld = readInvulling(opdracht.ingevuld, document);
  const read = readKandidaten(opdracht.kandidaten, document, basis.kennis, idOf);
  const fouten = [...(ingevuld.ok ? [] : ingevuld.fouten), ...read.fouten];
  if (!ingevuld.ok || fouten.length > 0) return { ok: false, fouten };
  const named = read.ids.filter((id) => id !== DE_ANDEREN).map((id) => ({ id, naam: id }));
  const over = gebied ?? { ...EIGEN, eenheden: named };
  const own = createCijferbron(spreadOver(over.eenheden, read.waarnemingen));
  const delivered = cijfersOp(basis, dag);
  const uitkomst = computeRangorde({
    document,
    gebied: over,
    nederland: basis.nederland(dag),
    cijfers: {
      find: (indicator, id) => {
        const given = own.find(indicator, id);
        return given.length > 0 ? given : delivered.find(indicator, id);
      },
    },
    op,
    bibliotheek: bibliotheekOp(basis.bibliotheek, dag),
    ingevuld: ingevuld.invulling,
    lotingen: opdracht.lotingen,
  });
  return { ok: true, uitkomst, ingevuld: ingevuld.invulling, opmerkingen: read.opmerkingen };
}

const EIGEN: Omit<Rekengebied, "eenheden"> = {
  id: GEHEEL,
  titel: "de kandidaten",
  deelregios: {},
  onzeker: [],
};

/** What was said for all holds for each who did not say it themselves. */
function spreadOver(
  eenheden: readonly Rekeneenheid[],
  waarnemingen: readonly Waarneming[],
): readonly Waarneming[] {
  const said = new Set(waarnemingen.map(({ indicator, gebied }) => `${indicator}|${gebied}`));
  return waarnemingen.flatMap((item) => {
    if (item.gebied !== DE_ANDEREN) return [item];
    const others = eenheden.filter(({ id }) => !said.has(`${item.indicator}|${id}`));
    return others.map(({ id }) => ({ ...item, gebied: id }));
  });
}

/** The account of one candidate: why in or out, points, place and what decided. */
export function accountOf(uitkomst: RangordeUitkomst, id: string): Verantwoording {
  return explainKandidaat(uitkomst, id);
}
