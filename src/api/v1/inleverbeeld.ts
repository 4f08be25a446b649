import type { z } from "zod";
import type { inleverstand } from "#contract/api/inleveringen.ts";
import { readBeeld } from "#services/inlevering/beeld.ts";
import type { Inleverkluis } from "#services/inlevering/kluis.ts";
import type { Meelezing } from "#services/inlevering/meelezen.ts";
import {
  describeWaar,
  makeVerslag,
  readVerslag,
  toOpenbaarVerslag,
  type Verslag,
} from "#services/inlevering/verslag.ts";
import type { Inlevering } from "#storage/inlevering.repository.ts";
import { nothingHere } from "./geheim.ts";

type Stand = z.infer<typeof inleverstand>;

/** What everybody may know of a delivery. */
export function toInleverkop(inlevering: Inlevering) {
  const { id, bestandsnaam, afzender, kop, stand, uitkomst, sha256 } = inlevering;
  const { gemaaktOp, afgerondOp } = inlevering;
  return {
    ...{ id, bestandsnaam, afzender, bron: kop.bron, stand, sha256, gemaaktOp },
    ...(uitkomst ? { uitkomst } : {}),
    ...(afgerondOp ? { afgerondOp } : {}),
  };
}

/** A delivery for who asks: what stood in its cells only for who delivered it (F224). */
export async function toInleverstand(
  kluis: Inleverkluis,
  inlevering: Inlevering,
  eigen: boolean,
): Promise<Stand> {
  if (inlevering.stand === "concept") return toOpenStand(kluis, inlevering);
  const verslag = readVerslag(inlevering);
  const shown = verslag && !eigen ? toOpenbaarVerslag(verslag, kluis.basis) : verslag;
  return {
    ...toInleverkop(inlevering),
    ...{ klaar: false, vragen: [] },
    koppelingen: toPlain(inlevering.koppelingen),
    ...(shown ? fromVerslag(shown) : { cijfers: [], bevindingen: [], botsingen: [] }),
  };
}

/** A concept for whoever it is shared with: how many figures of what, and no questions to answer. */
export function toMeeleesstand(inlevering: Inlevering, { inhoud }: Meelezing): Stand {
  return {
    ...toInleverkop(inlevering),
    ...{ klaar: false, vragen: [], koppelingen: [] },
    ...fromVerslag(
      inhoud?.verslag ?? { cijfers: [], opmerkingen: [], keuzes: [], overgeslagen: [] },
    ),
  };
}

/** A concept with what it would bring and what is still to be said. */
export async function toOpenStand(kluis: Inleverkluis, inlevering: Inlevering): Promise<Stand> {
  const beeld = await readBeeld(kluis, inlevering.id);
  if (!beeld) throw nothingHere();
  const { proef, bladen, vragen } = beeld;
  return {
    ...toInleverkop(inlevering),
    klaar: proef?.klaar ?? false,
    vragen: vragen.map(({ blad, kolom, over, tekst }) => ({
      ...{ blad, over, tekst },
      ...(kolom === undefined ? {} : { kolom }),
    })),
    koppelingen: toPlain(bladen.map(({ koppeling }) => koppeling)),
    ...(proef
      ? fromVerslag(makeVerslag(proef.controle, inlevering))
      : { cijfers: [], bevindingen: [], botsingen: [] }),
  };
}

function fromVerslag({ cijfers, opmerkingen, keuzes }: Verslag) {
  return {
    cijfers: [...cijfers],
    bevindingen: opmerkingen.map(({ waar, voorstellen, ...rest }) => ({
      ...rest,
      voorstellen: [...voorstellen],
      waar: { ...waar, naam: describeWaar(waar) },
    })),
    botsingen: keuzes.map(({ met: _met, gebieden, ...rest }) => ({
      ...rest,
      gebieden: [...gebieden],
    })),
  };
}

function toPlain(koppelingen: Inlevering["koppelingen"]): Stand["koppelingen"] {
  return JSON.parse(JSON.stringify(koppelingen));
}
