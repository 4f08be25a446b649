import { breuk, multiply } from "#domain/breuk.ts";
import { formatGetal, formatProcent, listWords } from "#domain/notatie.ts";
import { spreidingVan } from "#services/verdeling/bijcijfers.ts";
import type { Paar } from "#services/verdeling/paren.ts";
import { cijfernaam } from "../figures/figure-name.ts";
import { titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { wrap } from "../text/wrap.ts";
import { naamVan, type Sheet, shownKeys } from "./sheet.ts";

/** What tells the keys apart and what does not, in words; and how far the parts lie apart. */
export function compareSection(sheet: Sheet): Section {
  const pairs = sheet.paren.flatMap((paar) => pairText(paar, sheet) ?? []);
  return [...pairs, ...spreadText(sheet)].flatMap((text) => wrap(text, sheet.width));
}

function pairText({ eerste, tweede, vergelijking }: Paar, sheet: Sheet): string | undefined {
  const [a, b] = [nameOf(eerste, sheet), nameOf(tweede, sheet)];
  const { melding, binnenDeOnzekerheid } = vergelijking;
  if (melding?.soort === "niet-te-onderscheiden") {
    const figure = cijfernaam(melding.cijfer, sheet);
    return `${b} is niet te onderscheiden van ${a}: elke gemeente krijgt precies hetzelfde deel. Een eigen cijfer per gemeente voor ${figure} zou ze uit elkaar houden.`;
  }
  if (melding?.soort === "geweigerd") return `${b} kan niet naast ${a} staan: ${melding.reden}.`;
  if (binnenDeOnzekerheid.length === 0) return undefined;
  return `Binnen de onzekerheid: ${whereText(binnenDeOnzekerheid, sheet)} is niet te zeggen of ${a} of ${b} meer geeft.`;
}

function nameOf(index: number, { tabel }: Sheet): string {
  const document = tabel.kolommen[index]?.document;
  return `«${document ? titel(document) : ""}»`;
}

function whereText(units: readonly string[], sheet: Sheet): string {
  const all = sheet.tabel.vraag.gebied.eenheden.length;
  if (units.length === all) return `in alle ${all} gemeenten`;
  const names = units.map((id) => naamVan(id, sheet)).sort((a, b) => a.localeCompare(b, "nl"));
  return `in ${listWords(names)}`;
}

/** How far the parts of the own supply lie apart (F092): a figure to talk about, never an aim. */
function spreadText(sheet: Sheet): readonly string[] {
  const parts = shownKeys(sheet).flatMap(({ document, uitkomst }) => {
    const spreiding = spreidingVan(uitkomst);
    return spreiding ? [{ naam: titel(document), ...spreiding }] : [];
  });
  const [first] = parts;
  if (!first) return [];
  const means = new Set(parts.map(({ gemiddeld }) => formatProcent(gemiddeld, 1)));
  const deviations = parts.map(({ naam, gemiddeld, afwijking }) => {
    const points = formatGetal(multiply(afwijking, breuk(100n)), 1);
    const mean = means.size > 1 ? ` van ${formatProcent(gemiddeld, 1)}` : "";
    return parts.length > 1 ? `${points} bij «${naam}»${mean}` : points;
  });
  const whole =
    means.size > 1
      ? "Van het deel van alle vrijkomende woningen samen"
      : `Van alle vrijkomende woningen gaat ${[...means].join("")} naar deze opgave; daarvan`;
  return [
    `${whole} wijkt een gemeente gemiddeld zoveel procentpunt af: ${deviations.join(", ")}. Spreiding is een gegeven, geen doel.`,
  ];
}
