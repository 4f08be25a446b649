import { formatExact, formatGetal, formatMoment, listWords } from "#domain/notatie.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Uitvoercijfer, Uitvoerkolom } from "./uitvoerblad.ts";
import type { Naamgever } from "./uitvoercijfers.ts";

/** What a melding says, in one sentence or two, for a reader without a screen. */
export function describeMelding(melding: Melding, eenheid: string, namen: Naamgever): string {
  switch (melding.soort) {
    case "onvolledig":
      return `Nog geen uitkomst: er ontbreken cijfers. ${describeMissing(melding.ontbreekt, namen)}`;
    case "onbepaald":
      return `Nog te bepalen: ${melding.wat}. ${melding.waarom}`;
    case "besluit-nodig":
      if (melding.wat === "gelijke-stand") {
        const names = listWords(melding.kandidaten.map(namen.gebied));
        return `Keuze nodig: ${names} staan precies gelijk, en ${melding.teVerdelen} van hen ${melding.teVerdelen === 1 ? "krijgt" : "krijgen"} er een bij. Het document zegt niet wie.`;
      }
      return `Keuze nodig: ${formatGetal(melding.pastNiet)} ${eenheid} passen niet. De bovengrens geldt in ${listWords(melding.aanDeGrens.map(namen.gebied))}. Wat er met de rest gebeurt, kiezen mensen.`;
    case "onhaalbaar":
      return `Deze voorwaarden gaan niet samen: ${withStop(melding.tekst)}`;
    case "geweigerd":
      return `Dit kan niet: ${withStop(melding.reden)}`;
    case "niet-te-onderscheiden":
      return `Deze sleutel is niet te onderscheiden van «${melding.document}».`;
  }
}

function describeMissing(ontbreekt: readonly Ontbrekend[], namen: Naamgever): string {
  const byFigure = new Map<string, Ontbrekend[]>();
  for (const item of ontbreekt) {
    byFigure.set(item.cijfer, [...(byFigure.get(item.cijfer) ?? []), item]);
  }
  const parts = [...byFigure].map(([cijfer, items]) => {
    const owners = items.flatMap(({ van }) => (van ? [namen.gebied(van)] : []));
    return `${namen.cijfer(cijfer)}${owners.length > 0 ? ` van ${fewNames(owners)}` : ""}`;
  });
  return `Onbekend: ${parts.join("; ")}.`;
}

/** What must be said beside the numbers: assumptions, weak and old figures, who belongs to it. */
export function listKanttekeningen(
  kolommen: readonly Uitvoerkolom[],
  cijfers: readonly Uitvoercijfer[],
  eigen: readonly string[],
): readonly string[] {
  const onzeker = kolommen[0]?.vraag.gebied.onzeker ?? [];
  return [
    ...new Set([
      ...(kolommen[0]?.status === "voorbeeld"
        ? ["De verdeling zelf is een voorbeeld: niemand heeft ertoe besloten."]
        : []),
      ...eigen,
      ...(onzeker.length > 0 ? [`Of ${listWords(onzeker)} erbij hoort, is niet zeker.`] : []),
      ...kolommen.flatMap(({ uitkomst }) => uitkomst.aannames),
      ...weakFigures(cijfers),
      ...olderFigures(cijfers),
      ...unknownFigures(cijfers),
    ]),
  ];
}

const ZWAK: Readonly<Record<string, string>> = { aanname: "een aanname", geschat: "geschat" };

function weakFigures(cijfers: readonly Uitvoercijfer[]): readonly string[] {
  const weak = cijfers.filter(({ betrouwbaarheid = "" }) => ZWAK[betrouwbaarheid]);
  const groups = grouped(weak, ({ bron, betrouwbaarheid }) => `${bron}|${betrouwbaarheid}`);
  return groups.map(([first]) => {
    return `${nameOf(first)} is ${ZWAK[first.betrouwbaarheid ?? ""]}: ${withStop(first.bron)}`;
  });
}

function olderFigures(cijfers: readonly Uitvoercijfer[]): readonly string[] {
  const year = ({ moment = "" }: Uitvoercijfer) => moment.slice(0, 4);
  const newest = cijfers.map(year).toSorted().at(-1) ?? "";
  const old = cijfers.filter((item) => item.moment !== undefined && year(item) < newest);
  return grouped(old, ({ moment = "" }) => moment).map(
    ([first]) =>
      `${nameOf(first)} is van ${formatMoment(first.moment ?? "")}, ouder dan andere cijfers (${newest}).`,
  );
}

function unknownFigures(cijfers: readonly Uitvoercijfer[]): readonly string[] {
  const open = cijfers.filter(({ waarde, kenmerk }) => !waarde && kenmerk === undefined);
  return grouped(open, () => "").map((items) => {
    const owners = items.map(({ gebiednaam }) => gebiednaam);
    return `${nameOf(items[0])} is onbekend van ${fewNames(owners)}.`;
  });
}

function nameOf({ titel, cel }: Uitvoercijfer): string {
  return [titel, ...cel].join(", ");
}

type Group = readonly [Uitvoercijfer, ...Uitvoercijfer[]];

function grouped(
  items: readonly Uitvoercijfer[],
  by: (item: Uitvoercijfer) => string,
): readonly Group[] {
  const groups = new Map<string, [Uitvoercijfer, ...Uitvoercijfer[]]>();
  for (const item of items) {
    const key = `${nameOf(item)}|${by(item)}`;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const MOST_NAMES = 4;

function fewNames(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.length} gemeenten` : listWords(names);
}

function withStop(text: string): string {
  return `${formatExact(text).replace(/\.$/u, "")}.`;
}
