import { createHash } from "node:crypto";
import type { Koppeling } from "#domain/inlevering.ts";
import { isWaardekolom } from "#domain/inlevering.ts";
import type { Werkblad, Werkmap, Werkmaplezing } from "#domain/werkmap.ts";
import { afzendersleutel } from "#rules/cijfers/inlezen/botsing.ts";
import {
  controleer,
  type Inleescontrole,
  type Inlezing,
  indicatorenIn,
  isKlaar,
  leesInlevering,
  type Openstaand,
  openstaand,
} from "#rules/cijfers/inlezen/controle.ts";
import { cijfersleutel } from "#rules/cijfers/inlezen/dubbelen.ts";
import type { Inleeskennis } from "#rules/cijfers/inlezen/kennis.ts";
import { handtekening } from "#rules/cijfers/inlezen/kop.ts";
import {
  type Koppelvoorstel,
  momentInKop,
  stelKoppelingVoor,
} from "#rules/cijfers/inlezen/voorstel.ts";
import { listVragen } from "#rules/cijfers/inlezen/vragen.ts";
import { bovenMeegeleverd, watTelt } from "#rules/cijfers/inlezen/wat-telt.ts";
import { listKandidaten } from "#storage/cijfers.repository.ts";
import { type Inlevering, readBestand } from "#storage/inlevering.repository.ts";
import { listVoorrang } from "#storage/inlevering-telling.repository.ts";
import { findKoppeling } from "#storage/koppelgeheugen.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { inBeurten } from "./in-beurten.ts";
import { regioVan } from "./inleeskennis.ts";
import type { Inleverkluis } from "./kluis.ts";

/** The file of a delivery, read; undefined where it lapsed. */
export async function readLezing(
  kluis: Inleverkluis,
  inlevering: Inlevering,
): Promise<Werkmaplezing | undefined> {
  const bytes = await readBestand(kluis.db, inlevering.id);
  return bytes && kluis.lees({ ...inlevering, bytes });
}

/** A sheet with the way it can be read: as it was settled, as it was the last time, or as it looks. */
export type Bladvoorstel = Koppelvoorstel & {
  readonly blad: Werkblad;
  /** This sender had a sheet with this head before. */
  readonly onthouden: boolean;
  /** Gemeenten and figures stand in it, as far as we can see; else a person may still say so. */
  readonly herkend: boolean;
};

/** Every sheet in which something stands, with how it can be read; those we recognise go first. */
export async function proposeBladen(
  kluis: Inleverkluis,
  werkmap: Werkmap,
  { afzender }: Pick<Inlevering, "afzender">,
): Promise<readonly Bladvoorstel[]> {
  const voorstellen: Omit<Bladvoorstel, "herkend">[] = [];
  for (const blad of werkmap.bladen) {
    if (!blad.rijen.some((rij) => rij.some((cel) => cel.soort !== "leeg"))) continue;
    const voorstel = stelKoppelingVoor(blad, kluis.kennis());
    const sleutel = koppelsleutel(afzender, blad, voorstel.koppeling);
    const before = await findKoppeling(kluis.db, sleutel);
    voorstellen.push(
      before
        ? {
            blad,
            onthouden: true,
            koppeling: again(before, voorstel, blad, kluis.kennis()),
            onzeker: new Map(),
          }
        : { blad, onthouden: false, ...voorstel },
    );
  }
  const useful = voorstellen.filter(({ koppeling }) => isUseful(koppeling));
  const first = useful.length > 0 ? useful : voorstellen.slice(0, 1);
  const others = voorstellen.filter((voorstel) => !first.includes(voorstel));
  return [
    ...first.map((voorstel) => ({ ...voorstel, herkend: true })),
    ...others.map((voorstel) => ({ ...voorstel, herkend: false })),
  ];
}

export function koppelsleutel(afzender: string, blad: Werkblad, { kopregels }: Koppeling) {
  const hash = createHash("sha256").update(handtekening(blad, kopregels)).digest("hex");
  return { afzenderSleutel: afzendersleutel(afzender), handtekening: hash };
}

/** What a column holds is remembered; of which moment it is, its new head says. */
function again(
  before: Koppeling,
  { koppeling }: Koppelvoorstel,
  blad: Werkblad,
  { indicatoren }: Inleeskennis,
): Koppeling {
  const kolommen = before.kolommen.map((kolom) => {
    if (!isWaardekolom(kolom)) return kolom;
    const { moment: _past, ...rest } = kolom;
    const indicator = indicatoren.get(kolom.indicator ?? "");
    const moment = indicator && momentInKop(blad, koppeling.kopregels, kolom.kolom, indicator);
    return moment ? { ...rest, moment } : rest;
  });
  return { blad: koppeling.blad, kopregels: koppeling.kopregels, kolommen };
}

function isUseful({ kolommen }: Koppeling): boolean {
  return kolommen.some(({ rol }) => rol === "gebied") && kolommen.some(isWaardekolom);
}

/** The koppelingen with which a delivery can be read without asking anything; else none. */
export function certainKoppelingen(
  kluis: Inleverkluis,
  bladen: readonly Bladvoorstel[],
  { kop }: Pick<Inlevering, "kop">,
): readonly Koppeling[] {
  const own = bladen.filter(({ herkend }) => herkend);
  const good = own.every(
    ({ blad, koppeling, onzeker }) =>
      onzeker.size === 0 && listVragen(koppeling, blad, kop, kluis.kennis()).length === 0,
  );
  return good ? own.map(({ koppeling }) => koppeling) : [];
}

/** A delivery that was read and checked beside what counts now. */
export type Proef = {
  readonly controle: Inleescontrole;
  readonly open: Openstaand;
  readonly klaar: boolean;
};

/** What of a delivery says how its file is read. */
export type Leeswens = Pick<
  Inlevering,
  "koppelingen" | "verbeteringen" | "kop" | "bevestigingen" | "keuzes"
>;

/** Reads a delivery and checks it, on this connection: nothing is kept by it. */
export async function runProef(
  kluis: Inleverkluis,
  db: Connection,
  werkmap: Werkmap,
  inlevering: Leeswens,
): Promise<Proef> {
  const gelezen = await readCijfers(kluis, werkmap, inlevering);
  return checkCijfers(kluis, db, gelezen, inlevering);
}

/** Reads the figures of a delivery; large ones take seconds, in which others are answered. */
export function readCijfers(
  kluis: Inleverkluis,
  werkmap: Werkmap,
  { koppelingen, verbeteringen, kop }: Leeswens,
): Promise<Inlezing> {
  const kennis = kluis.kennis();
  return inBeurten(leesInlevering({ werkmap, koppelingen, verbeteringen, kop, kennis }));
}

/** Lays figures that were read beside what counts now on this connection. */
export async function checkCijfers(
  kluis: Inleverkluis,
  db: Connection,
  gelezen: Inlezing,
  { kop, bevestigingen, keuzes }: Leeswens,
): Promise<Proef> {
  const kandidaten = await listKandidaten(db, { indicatoren: indicatorenIn(gelezen) });
  const tellend = tellendNaast(kandidaten, await listVoorrang(db));
  const controle = await inBeurten(controleer(gelezen, tellend, regioVan(kop, kluis.basis)));
  const open = openstaand(controle, bevestigingen, keuzes);
  return { controle, open, klaar: isKlaar(open) };
}

/** What counts, without what ships where a figure of this installation goes before it. */
function tellendNaast(
  kandidaten: Parameters<typeof watTelt>[0],
  voorrang: Parameters<typeof watTelt>[1],
): ReturnType<typeof watTelt> {
  const tellend = watTelt(kandidaten, voorrang);
  const before = new Set(bovenMeegeleverd(tellend, voorrang).map(cijfersleutel));
  return tellend.filter(
    ({ waarneming, herkomst }) =>
      herkomst.soort !== "meegeleverd" || !before.has(cijfersleutel(waarneming)),
  );
}
