import { addDuur, type Datum, type Duur, dagenTussen } from "#domain/peildatum.ts";

/**
 * The days that count as holidays for a legal term, in one year from 2014 on.
 *
 * Algemene termijnenwet article 3: New Year's Day, Easter Monday and Whit Monday, both Christmas
 * days, Ascension Day, the day on which the King's birthday is celebrated (27 April, or the 26th
 * where that is a Sunday) and 5 May; the second paragraph adds Good Friday. Days that the
 * government adds for one year are not in it.
 */
export function feestdagenIn(year: number): readonly Datum[] {
  const easter = easterSunday(year);
  const from = (days: number) => addDays(easter, days);
  const king = `${year}-04-27`;
  return [
    `${year}-01-01`,
    from(-2),
    from(1),
    isSunday(king) ? `${year}-04-26` : king,
    `${year}-05-05`,
    from(39),
    from(50),
    `${year}-12-25`,
    `${year}-12-26`,
  ];
}

/**
 * The last day of a legal term: one that ends on a Saturday, Sunday or holiday runs on to the first
 * day that is none of these (Algemene termijnenwet article 1).
 */
export function verlengTermijn(laatste: Datum): Datum {
  let day = laatste;
  while (isRustdag(day)) day = addDays(day, 1);
  return day;
}

/** Article 4 leaves out more than 90 days, twelve weeks or three months, and any number of years. */
export function valtOnderTermijnenwet({ aantal, maat }: Duur): boolean {
  switch (maat) {
    case "dagen":
      return aantal <= 90;
    case "weken":
      return aantal <= 12;
    case "maanden":
      return aantal <= 3;
    case "jaar":
      return false;
  }
}

function isRustdag(day: Datum): boolean {
  return weekday(day) >= 5 || feestdagenIn(Number(day.slice(0, 4))).includes(day);
}

/** 0 for Monday to 6 for Sunday. */
function weekday(day: Datum): number {
  // 3 January 2000 was a Monday.
  return ((dagenTussen("2000-01-03", day) % 7) + 7) % 7;
}

function isSunday(day: Datum): boolean {
  return weekday(day) === 6;
}

function addDays(day: Datum, aantal: number): Datum {
  return addDuur(day, { aantal, maat: "dagen" });
}

/** Easter of the Gregorian calendar: the Sunday after the full moon of the computus. */
function easterSunday(year: number): Datum {
  const whole = Math.floor;
  const century = whole(year / 100);
  const golden = year % 19;
  const epact =
    (century - whole(century / 4) - whole((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const late = whole(29 / (epact + 1)) * whole((21 - golden) / 11);
  const fullMoon = epact - whole(epact / 28) * (1 - whole(epact / 28) * late);
  const moonWeekday = (year + whole(year / 4) + fullMoon + 2 - century + whole(century / 4)) % 7;
  return addDays(`${year}-03-28`, fullMoon - moonWeekday);
}
