const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

const ORDINALS = ["eerste", "tweede", "derde", "vierde"];

/** A date or periode as people say it: `1 januari 2025`, `tweede kwartaal 2026`, `maart 2026`. */
export function formatMoment(moment: string): string {
  const [from = "", to] = moment.split("/");
  if (to) return `${formatMoment(from)} tot en met ${formatMoment(to)}`;
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(moment);
  if (date) return `${Number(date[3])} ${monthName(date[2])} ${date[1]}`;
  const part = /^(\d{4})-([HQ])(\d)$/.exec(moment);
  if (part) {
    const word = part[2] === "H" ? "half jaar" : "kwartaal";
    return `${ORDINALS[Number(part[3]) - 1]} ${word} ${part[1]}`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(moment);
  return month ? `${monthName(month[2])} ${month[1]}` : moment;
}

function monthName(number: string | undefined): string {
  return MONTHS[Number(number) - 1] ?? "";
}

/** The calendar day where the reader is, as an ISO date. */
export function isoDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
}
