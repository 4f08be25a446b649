import type { Herkomst, Tellendcijfer } from "#domain/inlevering.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { afzendersleutel, herkomstnaam } from "./botsing.ts";
import { cijfersleutel } from "./dubbelen.ts";

/** A figure of a delivery that was not undone; of people with the order in which they delivered. */
export type Kandidaat = Tellendcijfer & { readonly volgnummer?: number };

/** That somebody said: the figures of this delivery go before those of another. */
export type Voorrang = {
  readonly inlevering: string;
  readonly indicator: string;
  readonly moment?: string;
  /** As `herkomstnaam` writes it. */
  readonly boven: string;
};

/**
 * Which delivered figures count (docs/adr/0019).
 *
 * Of one sender the last delivery of a figure counts, and takes the place of those before it. Of
 * several senders, and beside what ships, a figure gives way only where a person said so; what is
 * left and says two things stands twice, and a run then calls it `onvolledig` (docs/adr/0007).
 */
export function watTelt(
  kandidaten: readonly Kandidaat[],
  voorrang: readonly Voorrang[],
): readonly Tellendcijfer[] {
  const latest = lastOfEachSender(kandidaten);
  if (voorrang.length === 0) return latest;
  const said = new Set(voorrang.map(edgeOf));
  const above = new Map<string, Herkomst[]>();
  for (const { waarneming, herkomst } of latest) {
    if (herkomst.soort !== "inlevering") continue;
    const key = cijfersleutel(waarneming);
    above.set(key, [...(above.get(key) ?? []), herkomst]);
  }
  return latest.filter(({ waarneming, herkomst }) => {
    const others = above.get(cijfersleutel(waarneming)) ?? [];
    return !others.some((other) => said.has(edge(other, waarneming, herkomst)));
  });
}

/**
 * The own figures that go before what ships for the same cell and moment: where a person said so, and
 * numbers that a person had fetched from their source, for those that ship come from there too.
 */
export function bovenMeegeleverd(
  tellend: readonly Tellendcijfer[],
  voorrang: readonly Voorrang[],
): readonly Waarneming[] {
  const said = new Set(voorrang.map(edgeOf));
  const shipped: Herkomst = { soort: "meegeleverd" };
  return tellend
    .filter(
      ({ waarneming, herkomst }) =>
        isFetched(waarneming, herkomst) || said.has(edge(herkomst, waarneming, shipped)),
    )
    .map(({ waarneming }) => waarneming);
}

/** That a source does not know a figure (any more) is no reason to lose one that ships. */
function isFetched({ inhoud }: Waarneming, herkomst: Herkomst): boolean {
  return (
    herkomst.soort === "levering" && herkomst.id.startsWith("bron/") && inhoud.soort === "getal"
  );
}

function lastOfEachSender(kandidaten: readonly Kandidaat[]): readonly Tellendcijfer[] {
  const last = new Map<string, Kandidaat>();
  for (const kandidaat of kandidaten) {
    const key = senderKey(kandidaat);
    const earlier = key && last.get(key);
    if (key && (!earlier || isLater(kandidaat, earlier))) last.set(key, kandidaat);
  }
  return kandidaten.filter((kandidaat) => {
    const key = senderKey(kandidaat);
    return key === undefined || last.get(key) === kandidaat;
  });
}

function senderKey({ waarneming, herkomst }: Kandidaat): string | undefined {
  if (herkomst.soort !== "inlevering") return undefined;
  return `${afzendersleutel(herkomst.afzender)}|${cijfersleutel(waarneming)}`;
}

function isLater(a: Kandidaat, b: Kandidaat): boolean {
  return (a.volgnummer ?? 0) > (b.volgnummer ?? 0);
}

function edge(own: Herkomst, { indicator, moment = "" }: Waarneming, other: Herkomst): string {
  return [herkomstnaam(own), indicator, moment, herkomstnaam(other)].join("|");
}

function edgeOf({ inlevering, indicator, moment = "", boven }: Voorrang): string {
  const own = herkomstnaam({ soort: "inlevering", id: inlevering, afzender: "" });
  return [own, indicator, moment, boven].join("|");
}
