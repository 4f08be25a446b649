import { formatBreuk } from "#domain/breuk.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";

/** Length of a date, by which it is told from a periode. */
export const DAY = "2026-01-01".length;

/** The last day of what was counted; empty for a figure without a moment. */
export function endOf({ moment = "" }: Waarneming): string {
  // A day ends itself; only a periode has to be worked out.
  return moment.length === DAY ? moment : (parseMoment(moment)?.tot ?? moment);
}

/**
 * Which of two figures that end on the same day goes first (docs/adr/0007): the longer periode, a
 * definitive one before a provisional one, a number before `onbekend`. What is then still level is
 * told apart by its text, so that a file may stand in any order; `rivalsOf` says where that is not
 * enough.
 */
export function goesBefore(a: Waarneming, b: Waarneming): boolean {
  const order = compareVoorrang(a, b);
  return order === 0 ? textOf(a) < textOf(b) : order < 0;
}

/** Figures that say something else than this one, while no rule puts them before or behind it. */
export function rivalsOf(found: Waarneming, known: readonly Waarneming[]): readonly Waarneming[] {
  const end = endOf(found);
  const own = describeInhoud(found.inhoud);
  return known.filter(
    (other) =>
      other !== found &&
      endOf(other) === end &&
      compareVoorrang(other, found) === 0 &&
      describeInhoud(other.inhoud) !== own,
  );
}

function compareVoorrang(a: Waarneming, b: Waarneming): number {
  const [from, other] = [startOf(a), startOf(b)];
  if (from !== other) return from < other ? -1 : 1;
  return (
    STATUS[a.status ?? "geen"] - STATUS[b.status ?? "geen"] ||
    Number(a.inhoud.soort === "onbekend") - Number(b.inhoud.soort === "onbekend")
  );
}

/** Who says nothing about it has not said that it is definitive. */
const STATUS = { vast: 0, geen: 1, voorlopig: 2, voorbeeld: 3 } as const;

function startOf({ moment = "" }: Waarneming): string {
  return moment.length === DAY ? moment : (parseMoment(moment)?.van ?? moment);
}

function textOf({ bron, inhoud }: Waarneming): string {
  return `${bron}|${describeInhoud(inhoud)}`;
}

/** What was observed, in exact text; with its low and high where it came with these. */
export function describeInhoud(inhoud: WaarnemingInhoud): string {
  switch (inhoud.soort) {
    case "getal": {
      const { waarde, laag, hoog } = inhoud;
      const room = laag && hoog ? ` (${formatBreuk(laag)} tot ${formatBreuk(hoog)})` : "";
      return `${formatBreuk(waarde)}${room}`;
    }
    case "kenmerk":
      return inhoud.code;
    case "duur":
      return `${inhoud.duur.aantal} ${inhoud.duur.maat}`;
    case "datum":
      return inhoud.datum;
    case "onbekend":
      return "onbekend";
  }
}
