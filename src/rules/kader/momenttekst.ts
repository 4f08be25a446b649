import { formatMoment, MAANDEN } from "#domain/notatie.ts";
import { parsePeriode } from "#domain/peildatum.ts";
import type { Tijdstip } from "#domain/waarde.ts";

const VOLGNUMMERS = ["eerste", "tweede", "derde", "vierde"];

/** A periode in words: "2026", "het tweede kwartaal van 2026", "2026 tot en met 2030". */
export function formatPeriode(periode: string): string {
  const part = /^(\d{4})-([HQ]?)(\d{1,2})$/.exec(periode);
  if (part) return formatPart(part[1] ?? "", part[2] ?? "", Number(part[3]));
  const span = periode.includes("/") ? parsePeriode(periode) : undefined;
  if (!span) return periode;
  const years = span.van.endsWith("-01-01") && span.tot.endsWith("-12-31");
  const [van, tot] = years
    ? [span.van.slice(0, 4), span.tot.slice(0, 4)]
    : [formatMoment(span.van), formatMoment(span.tot)];
  return van === tot ? van : `${van} tot en met ${tot}`;
}

function formatPart(year: string, kind: string, number: number): string {
  const nth = VOLGNUMMERS[number - 1] ?? `${number}e`;
  if (kind === "H") return `het ${nth} halfjaar van ${year}`;
  if (kind === "Q") return `het ${nth} kwartaal van ${year}`;
  return `${MAANDEN[number - 1] ?? number} ${year}`;
}

/** When a figure is taken: "op 1 januari 2025", "in de vorige periode". */
export function formatTijdstip(tijd: Tijdstip): string {
  if (tijd.soort === "op") return `op ${formatMoment(tijd.datum)}`;
  if (tijd.soort === "in") return `in ${formatPeriode(tijd.periode)}`;
  const WOORDEN = {
    "begin-periode": "aan het begin van de periode",
    "einde-periode": "aan het einde van de periode",
    "begin-vorig-jaar": "op 1 januari van het vorige jaar",
    "vorige-periode": "in de vorige periode",
  } as const;
  return WOORDEN[tijd.moment];
}
