import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp } from "#domain/document.ts";
import type { Eis } from "#domain/eis.ts";
import type { Traject } from "#domain/traject.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { computeTraject, type Trajectblad } from "#services/traject/traject.service.ts";
import { checkDay } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { readFigureOptions } from "../figures/figure-input.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { findRegio } from "../find-regio.ts";
import { openAsked } from "../open-asked.ts";
import { readText, withOwnDocuments } from "../open-document.ts";
import { isoDay } from "../text/today.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { readEventFile, readEventOptions } from "./event-input.ts";

/** A traject that was asked, with where it stands. */
export type Request = {
  readonly basis: Basis;
  readonly document: Traject;
  readonly blad: Trajectblad;
  readonly isToday: boolean;
};

const MOST_BYTES = 5_000_000;

/**
 * Reads what is asked of a traject and works it out.
 *
 * @throws UsageError with everything that is wrong at once, as far as it can be told together.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const op = asked.one("op") ?? isoDay(now);
  const begin = asked.one("begin");
  assertGood([...checkDay("op", op), ...checkDay("begin", begin), ...checkTermijnenwet(asked)]);
  const inForce = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, op) };
  const { document, tekst } = openAsked(asked, TRAJECT, inForce);
  const basis = withOwnDocuments(shipped, [{ document, tekst }]);
  const named = asked.one("regio");
  const regio = named === undefined ? undefined : findRegio(named, basis, op).regio;
  const events = readEvents(asked);
  const figures = readFigures(asked, basis, document, regio, op);
  const filled = readFilledIn(asked.all("vul"), basis.gemeenten, op);
  assertGood([...events.fouten, ...figures.fouten, ...filled.fouten]);
  const termijnenwet = asked.one("termijnenwet");
  const read = computeTraject(basis, {
    document,
    op,
    gebeurtenissen: events.events,
    cijfers: figures.waarnemingen,
    ingevuld: filled.ingevuld as Readonly<Record<string, Boom>>,
    ...(regio === undefined ? {} : { regio }),
    ...(begin === undefined ? {} : { begin }),
    ...(termijnenwet === undefined ? {} : { termijnenwet: termijnenwet === "ja" }),
  });
  if (!read.ok) throw new UsageError(read.fouten);
  return { basis, document, blad: read.blad, isToday: !asked.has("op") };
}

function checkTermijnenwet(asked: Asked): readonly string[] {
  const text = asked.one("termijnenwet");
  if (text === undefined || text === "ja" || text === "nee") return [];
  return [`--termijnenwet ${text}\n  Schrijf ja of nee.`];
}

const TRAJECT = { soort: "traject", command: "traject <document>" } as const;

function readEvents(asked: Asked): ReturnType<typeof readEventOptions> {
  const files = asked
    .all("gebeurtenissen")
    .map((file) => readEventFile(readText(file, MOST_BYTES), file));
  const options = readEventOptions(asked.all("gebeurtenis"));
  return {
    events: [...files.flatMap(({ events }) => events), ...options.events],
    fouten: [...files.flatMap(({ fouten }) => fouten), ...options.fouten],
  };
}

function readFigures(
  asked: Asked,
  basis: Basis,
  document: Traject,
  regio: string | undefined,
  day: string,
): { readonly waarnemingen: readonly Waarneming[]; readonly fouten: readonly string[] } {
  const options = readFigureOptions(asked.all("cijfer"));
  const named = regio ?? (typeof document.gebied === "string" ? document.gebied : undefined);
  const found = named === undefined ? undefined : basis.gebied(named, day);
  const gebied = found?.soort === "gevonden" ? found.gebied : basis.nederland(day);
  const feiten = feitenIn(document);
  const resolved = resolveFigures(options.figures, { basis, document, gebied, feiten, day });
  return {
    waarnemingen: resolved.waarnemingen,
    fouten: [...options.fouten, ...resolved.fouten],
  };
}

/** Coded facts that a gate or a way asks, which no indicator needs to know. */
function feitenIn({ stappen }: Traject): ReadonlySet<string> {
  const eisen = stappen.flatMap(({ pasAls, verder }) => [
    ...(pasAls ? [pasAls] : []),
    ...verder.flatMap(({ als }) => als ?? []),
  ]);
  return new Set(eisen.flatMap(kenmerkenIn));
}

function kenmerkenIn(eis: Eis): readonly string[] {
  switch (eis.soort) {
    case "vergelijking":
      return eis.onderwerp.soort === "kenmerk" ? [eis.onderwerp.naam] : [];
    case "aanwezig":
      return eis.wat.map(({ naam }) => naam);
    case "alle":
    case "een-van":
      return eis.eisen.flatMap(kenmerkenIn);
    case "niet":
      return kenmerkenIn(eis.eis);
    case "voor-elk":
      return kenmerkenIn(eis.geldt);
    case "als":
      return [eis.als, eis.dan, ...(eis.anders ? [eis.anders] : [])].flatMap(kenmerkenIn);
  }
}
