import type { Kaart } from "#contract/api/kaarten.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import {
  type Boog,
  createGrensnet,
  type Grensnet,
  joinBogen,
  simplify,
  type Vormen,
} from "./grensnet.ts";
import { findNaamplek } from "./naamplek.ts";
import { OPSCHRIFTEN } from "./opschriften.ts";
import { type Punt, toRijksdriehoek } from "./rijksdriehoek.ts";
import { area, boundsOf, boxesTouch, clipToBox, type Ring, type Vak } from "./vlak.ts";

/** Metres per unit of the map. */
export const METERS = 10;
/** A corner that moves a line by less than this part of the map is not seen. */
const FIJNHEID = 1 / 1800;
const RAND = 0.05;
/** Height to width: narrower or wider gets room beside it. */
const LAAGST = 0.62;
const HOOGST = 1.18;
/** Units: a bare rock is no place for a name. */
const KLEINSTE = 2;

/** All gemeenten that can be drawn, from one source. */
export type Grenskaart = {
  readonly soort: Kaart["soort"];
  readonly bron: string;
  readonly peildatum: string;
  readonly net: Grensnet;
  readonly vakken: ReadonlyMap<string, Vak>;
  readonly melding?: string;
};

export function createGrenskaart(
  kop: Pick<Grenskaart, "soort" | "bron" | "peildatum" | "melding">,
  vormen: Vormen,
): Grenskaart {
  const vakken = [...vormen].flatMap(([code, ringen]) => {
    const box = boundsOf(ringen);
    return box ? [[code, box] as const] : [];
  });
  return { ...kop, net: createGrensnet(vormen), vakken: new Map(vakken) };
}

/**
 * The shapes of a region and what lies around it, as paths for a screen.
 *
 * Borders are simplified to what can be seen at that size, each once, so that no gaps come between
 * neighbours. Members without a shape are named.
 */
export function drawKaart(
  grenskaart: Grenskaart,
  gebied: Rekengebied,
  naamVan: (code: string) => string,
): Kaart {
  const { net, vakken, soort, bron, peildatum, melding } = grenskaart;
  const leden = gebied.eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  const drawn = leden.filter(({ id }) => vakken.has(id));
  const beeld = frameAround(
    drawn.flatMap(({ id }) => {
      const vak = vakken.get(id);
      return vak ? [vak] : [];
    }),
  );
  const pen = createPen(net, beeld);
  const own = new Set(drawn.map(({ id }) => id));
  const around = [...vakken].flatMap(([code, vak]) =>
    boxesTouch(vak, beeld) && !own.has(code) ? [code] : [],
  );
  const deelregio = new Map(drawn.map(({ id, deelregio: deel = "" }) => [id, deel]));
  return {
    regio: gebied.id,
    titel: gebied.titel,
    soort,
    bron,
    peildatum,
    breedte: beeld[2] - beeld[0],
    hoogte: beeld[3] - beeld[1],
    meters: METERS,
    gemeenten: drawn.flatMap(({ id, naam }) => pen.shape(id, naam) ?? []),
    omgeving: around.flatMap((code) => pen.shape(code, naamVan(code)) ?? []),
    omtrek: pen.lines(({ van }) => countIn(van, own) === 1),
    deelgrenzen: pen.lines(
      ({ van }) =>
        countIn(van, own) === 2 && new Set([...van].map((code) => deelregio.get(code))).size > 1,
    ),
    opschriften: pen.opschriften(),
    zonderVorm: leden.flatMap(({ id, naam }) => (vakken.has(id) ? [] : [naam])),
    ...(melding ? { melding } : {}),
  };
}

function countIn(van: ReadonlySet<string>, own: ReadonlySet<string>): number {
  return [...van].filter((code) => own.has(code)).length;
}

/** What the map shows: all members with a rim, neither very low nor very high. */
function frameAround(vakken: readonly Vak[]): Vak {
  const [l, b, r, t] = boundsOf(
    vakken.map(([x, y, x2, y2]) => [
      [x, y],
      [x2, y2],
    ]),
  ) ?? [0, 0, 1, 1];
  const rand = RAND * Math.max(r - l, t - b);
  const [width, height] = [r - l + 2 * rand, t - b + 2 * rand];
  const [breed, hoog] = [Math.max(width, height / HOOGST), Math.max(height, width * LAAGST)];
  const [x, y] = [(l + r) / 2, (b + t) / 2];
  return [
    Math.round(x - breed / 2),
    Math.round(y - hoog / 2),
    Math.round(x + breed / 2),
    Math.round(y + hoog / 2),
  ];
}

/** Draws in one frame: simplifies every boog once, and writes paths from its upper left corner. */
function createPen(net: Grensnet, beeld: Vak) {
  const tolerance = (beeld[2] - beeld[0]) * FIJNHEID;
  const made = new Map<Boog, readonly Punt[]>();
  const simple = (boog: Boog) => {
    const punten = made.get(boog) ?? simplify(boog.punten, tolerance);
    made.set(boog, punten);
    return punten;
  };
  const toMap = ([x, y]: Punt): Punt => [Math.round(x - beeld[0]), Math.round(beeld[3] - y)];
  const shape = (code: string, naam: string): Kaart["gemeenten"][number] | undefined => {
    const ringen = (net.ringen.get(code) ?? [])
      .map((loops) => joinBogen(loops, simple))
      .filter((ring) => ring.length > 2);
    const plek = findNaamplek(largestInView(ringen, beeld));
    if (ringen.length === 0) return undefined;
    const pad = ringen.map((ring) => toPath(ring.map(toMap), true)).join("");
    return { code, naam, pad, naamplek: [...toMap(plek ?? [beeld[2], beeld[1]])] };
  };
  return {
    shape,
    lines: (wanted: (boog: Boog) => boolean) =>
      net.bogen
        .filter(wanted)
        .map((boog) => toPath(simple(boog).map(toMap), false))
        .join(""),
    opschriften: () => {
      const kilometers = ((beeld[2] - beeld[0]) * METERS) / 1000;
      return OPSCHRIFTEN.flatMap(({ tekst, plek, tot = kilometers }) => {
        const [east, north] = toRijksdriehoek(plek);
        const [x, y] = [east / METERS, north / METERS];
        if (tot < kilometers || !boxesTouch([x, y, x, y], beeld)) return [];
        const [right, down] = toMap([x, y]);
        return [{ tekst, plek: [right, down] satisfies Kaart["opschriften"][number]["plek"] }];
      });
    },
  };
}

/** Where the name of a shape can stand: its largest part that can be seen, with its holes. */
function largestInView(ringen: readonly Ring[], beeld: Vak): readonly Ring[] {
  const seen = ringen.map((ring) => clipToBox(ring, beeld)).filter((ring) => ring.length > 2);
  const largest = seen.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0];
  if (!largest || Math.abs(area(largest)) < KLEINSTE) return [];
  const box = boundsOf([largest]);
  return seen.filter((ring) => {
    const own = boundsOf([ring]);
    return ring === largest || (box && own && within(own, box));
  });
}

function within(a: Vak, b: Vak): boolean {
  return a[0] > b[0] && a[1] > b[1] && a[2] < b[2] && a[3] < b[3];
}

function toPath(punten: readonly Punt[], closed: boolean): string {
  const [first, ...others] = punten;
  if (!first) return "";
  let last = first;
  const steps = others.flatMap((punt) => {
    const step = `${punt[0] - last[0]},${punt[1] - last[1]}`;
    last = punt;
    return step === "0,0" ? [] : [step];
  });
  if (steps.length === 0) return "";
  return `M${first[0]},${first[1]}l${steps.join(" ")}${closed ? "z" : ""}`;
}
