import {
  add,
  isNegative,
  isPositive,
  isZero,
  largest,
  negate,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import { formatGetal, formatVanTot, isWide, listWords } from "#domain/notatie.ts";
import type { Bandbreedte, GebruiktCijfer, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import type { Bijcijfer } from "#services/verdeling/bijcijfers.ts";
import { cijfernaam, indicatorOf } from "../figures/figure-name.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { line, perPeriode } from "./section-head.ts";
import { ofWhom } from "./section-meldingen.ts";
import type { Sheet } from "./sheet.ts";

/** What is divided and who says so, out of which supply, and what is left for others. */
export function opgaveSection(sheet: Sheet): Section {
  const [{ document, uitkomst }] = sheet.tabel.kolommen;
  const { opgave } = uitkomst;
  if (!opgave) return line("Te verdelen", "onbekend", sheet);
  const most = opgave.maximum ? "hoogstens " : "";
  const unit = `${uitkomst.eenheid}${perPeriode(document)}`;
  const amount = `${most}${withMiddle(opgave.aantal, unit)}`;
  return [
    ...line("Te verdelen", `${amount}; ${opgaveSource(uitkomst, sheet)}`, sheet),
    ...partsLines(uitkomst, sheet),
    ...supplyLines(uitkomst, sheet),
    ...needLines(uitkomst, sheet),
    ...nowLines(sheet),
    ...(opgave.ruimte ? line("Nog ruimte", formatGetal(opgave.ruimte), sheet) : []),
  ];
}

/** `420 tot 480 woningen (midden 450)`: the middle is what the whole numbers below add up to. */
function withMiddle(band: Bandbreedte, unit: string): string {
  const text = `${formatVanTot(band)} ${unit}`;
  return isWide(band) ? `${text} (midden ${formatGetal(band.midden)})` : text;
}

function opgaveSource({ gebruikt }: VerdelingUitkomst, sheet: Sheet): string {
  const { document, ingevuld } = sheet.tabel.vraag;
  const { aantal } = document.opgave;
  const whole = gebruikt.filter(({ gebied }) => gebied === GEHEEL);
  if (whole.length === 0 && aantal?.soort === "verwijzing") {
    const { naam, pad } = aantal.verwijzing;
    if (naam in ingevuld.parameters) return `${asWords(naam)}, door u ingevuld`;
    if (naam in document.parameters) return "volgens het document";
    return `de som van ${cijfernaam([naam, ...pad].join("."), sheet)}`;
  }
  if (whole.length === 0) return "volgens het document";
  return [...new Set(whole.map((figure) => sourceOf(figure, sheet)))].join("; ");
}

function sourceOf({ indicator, cel, bron }: GebruiktCijfer, sheet: Sheet): string {
  return `${cijfernaam([indicator, ...cel].join("."), sheet)}, ${bron}`;
}

/** Only where nobody delivered it; else it is a column of the table. */
function nowLines(sheet: Sheet): Section {
  const { nu } = sheet.bij;
  if (!nu || nu.waarden.size > 0) return [];
  const text = `onbekend: niemand leverde ${cijfernaam(nu.cijfer, sheet)}`;
  return line("Nu", text, sheet);
}

function partsLines({ opgave }: VerdelingUitkomst, sheet: Sheet): Section {
  const parts = Object.entries(opgave?.onderdelen ?? {});
  if (parts.length === 0) return [];
  return line(
    "Waarvan",
    listWords(parts.map(([naam, band]) => `${formatVanTot(band)} ${asWords(naam)}`)),
    sheet,
  );
}

function supplyLines(uitkomst: VerdelingUitkomst, sheet: Sheet): Section {
  const { opgave } = uitkomst;
  const { aanbod } = sheet.bij;
  if (!aanbod || !opgave) return [];
  if (!opgave.aanbod) return line("Komt vrij", unknownSupply(aanbod, sheet), sheet);
  const indicator = indicatorOf(aanbod.cijfer, sheet);
  const unit = indicator?.eenheid ?? "woningen";
  const name = cijfernaam(aanbod.cijfer, sheet);
  const { deelVanAanbod } = opgave;
  const left = leftForOthers(uitkomst);
  return [
    ...line(
      "Komt vrij",
      `${withMiddle(opgave.aanbod, unit)}; ${name}${assumed(aanbod, sheet)}`,
      sheet,
    ),
    ...(deelVanAanbod
      ? line("Dat is", `${formatVanTot(deelVanAanbod, "procent")} van wat vrijkomt`, sheet)
      : []),
    ...(left ? line("Blijft over", leftText(left, unit), sheet) : []),
  ];
}

function leftText(left: Bandbreedte, unit: string): string {
  const number = `${formatVanTot(isNegative(left.hoog) ? flip(left) : left)} ${unit}`;
  return isNegative(left.hoog)
    ? `niets: er wordt ${number} meer gevraagd dan er vrijkomt`
    : `${number} voor regulier woningzoekenden`;
}

/** Which of the figures behind the supply somebody supposed. */
function assumed({ gebruikt }: Bijcijfer, sheet: Sheet): string {
  const names = gebruikt
    .filter(({ betrouwbaarheid }) => betrouwbaarheid === "aanname")
    .map(({ indicator }) => cijfernaam(indicator, sheet));
  const unique = [...new Set(names)];
  return unique.length > 0 ? `, met als aanname: ${listWords(unique)}` : "";
}

function unknownSupply({ cijfer, ontbreekt }: Bijcijfer, sheet: Sheet): string {
  const names = [...new Set(ontbreekt.map((item) => item.cijfer))];
  const example = names.includes("mutatiegraad")
    ? " U kunt een mutatiegraad invullen, als aanname: «--cijfer mutatiegraad=5%..6%»."
    : "";
  const missing = listWords(names.map((name) => cijfernaam(name, sheet)));
  const who = ofWhom([...new Set(ontbreekt.flatMap(({ van }) => van ?? []))], sheet);
  return `onbekend: voor ${cijfernaam(cijfer, sheet)} ontbreekt ${missing}${who}.${example}`;
}

/**
 * What is left of the supply after what is placed, between ends that certainly hold it.
 *
 * From the whole (lowest supply less highest opgave) and from the units together, whichever lies
 * closer; the first says nothing where part of the opgave stays open.
 */
function leftForOthers({ opgave, eenheden, open }: VerdelingUitkomst): Bandbreedte | undefined {
  const supply = opgave?.aanbod;
  const units = eenheden.flatMap(({ over }) => over ?? []);
  if (!opgave || !supply || eenheden.length === 0 || units.length < eenheden.length)
    return undefined;
  const placed = sum(eenheden.map(({ aantal }) => aantal.midden));
  const low = sum(units.map(({ laag }) => laag));
  const high = sum(units.map(({ hoog }) => hoog));
  const midden = subtract(supply.midden, placed);
  const whole = {
    laag: subtract(supply.laag, opgave.aantal.hoog),
    hoog: add(subtract(supply.hoog, opgave.aantal.laag), open.hoog),
  };
  return {
    laag: smallest(midden, largest(low, whole.laag)),
    midden,
    hoog: largest(midden, smallest(high, whole.hoog)),
  };
}

function needLines({ opgave, eenheid }: VerdelingUitkomst, sheet: Sheet): Section {
  const behoefte = opgave?.behoefte;
  if (behoefte === undefined) return [];
  if (behoefte === "onbekend") {
    return line(
      "Behoefte",
      "onbekend. Vul haar in met «--vul behoefte=…» om ernaast te leggen.",
      sheet,
    );
  }
  const difference = opgave?.verschil ? `: ${differenceText(opgave.verschil)}` : "";
  return line("Behoefte", `${formatVanTot(behoefte)} ${eenheid}${difference}`, sheet);
}

function differenceText(verschil: Bandbreedte): string {
  if (isNegative(verschil.hoog))
    return `de opgave is ${formatVanTot(flip(verschil))} minder dan de behoefte`;
  if (isPositive(verschil.laag))
    return `de opgave is ${formatVanTot(verschil)} meer dan de behoefte`;
  if (isZero(verschil.laag) && isZero(verschil.hoog)) return "de opgave is gelijk aan de behoefte";
  return "of de opgave genoeg is, valt binnen de onzekerheid";
}

/** How far a number lies below nought. */
function flip({ laag, midden, hoog }: Bandbreedte): Bandbreedte {
  return { laag: negate(hoog), midden: negate(midden), hoog: negate(laag) };
}
