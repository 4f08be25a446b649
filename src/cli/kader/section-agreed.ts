import type { Onderdeelstand, Spoorstand } from "#domain/kaderstand.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Section } from "../text/section.ts";
import { asWords, instrumentName, upperFirst } from "../text/words.ts";
import { indent, withoutControls } from "../text/wrap.ts";
import { type Kaderblad, onderdeelnaam } from "./kader-sheet.ts";

const SPOREN: Readonly<Record<Spoorstand["spoor"], string>> = {
  1: "Spoor 1, woningen",
  2: "Spoor 2, toewijzing",
  3: "Spoor 3, zorg",
  4: "Spoor 4, samenwerking",
};

/** What was agreed: a page of sentences, per spoor. */
export function agreedSection(sheet: Kaderblad): Section {
  const { stand, style } = sheet;
  return [
    style.bold("Wat is afgesproken"),
    ...stand.sporen.flatMap((spoor) => sporenLines(spoor, sheet)),
  ];
}

function sporenLines({ spoor, onderdelen, reikwijdten }: Spoorstand, sheet: Kaderblad): Section {
  const reach = reikwijdten.length === 0 ? "" : ` (reikwijdte: ${listWords(reikwijdten)})`;
  const own = sheet.stand.onderdelen.filter(({ naam }) => onderdelen.includes(naam));
  return ["", `${SPOREN[spoor]}${reach}`, ...own.flatMap((part) => onderdeelLines(part, sheet))];
}

function onderdeelLines(part: Onderdeelstand, { zinnen, style, width }: Kaderblad): Section {
  const marks = [
    part.thema && `thema ${part.thema}`,
    part.deelonderwerp && asWords(part.deelonderwerp),
  ];
  const about = marks.filter(Boolean).join(", ");
  const sentence = zinnen.get(part.naam) ?? sentenceOf(part);
  return [
    ...indent(`${style.bold(onderdeelnaam(part.naam))}${about && ` (${about})`}`, 2, width),
    ...indent(withoutControls(sentence), 4, width),
    ...[bindingText(part), landingText(part)]
      .filter(Boolean)
      .flatMap((text) => indent(text, 4, width)),
  ];
}

function sentenceOf({ wat, document, eigenaar, beoordeeldDoor }: Onderdeelstand): string {
  if (wat === undefined) return `Zoals in «${document ?? ""}».`;
  const judge =
    beoordeeldDoor === undefined ? "" : ` ${upperFirst(beoordeeldDoor)} beoordeelt het.`;
  return `${upperFirst(wat)}. Eigenaar: ${eigenaar ?? "niemand"}.${judge}`;
}

function bindingText({ binding }: Onderdeelstand): string {
  if (!binding) return "";
  const { gezegd, telt, wachtOp } = binding;
  if (gezegd === telt) return `Binding: ${gezegd}.`;
  const waiting =
    wachtOp.length === 0
      ? "niemand is ondertekenaar"
      : `${listWords(wachtOp.map(asWords))} ${wachtOp.length === 1 ? "tekende" : "tekenden"} nog niet`;
  return `Binding: bedoeld als ${gezegd}, nu nog ${telt}; ${waiting}.`;
}

function landingText({ landing }: Onderdeelstand): string {
  if (!landing) return "";
  const { instrument, voorElk, uiterlijk, onbepaald } = landing;
  const whose = voorElk === undefined ? "" : ` van elke ${voorElk}`;
  const until = uiterlijk === undefined ? "" : `, uiterlijk ${formatMoment(uiterlijk)}`;
  const empty =
    onbepaald === undefined ? "" : `, uiterlijk op een dag die nog te bepalen is («${onbepaald}»)`;
  return `Landt in: ${instrumentName(instrument)}${whose}${until}${empty}.`;
}
