import { existsSync } from "node:fs";
import { bibliotheekOp } from "#domain/document.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { askMoment } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { findGemeente } from "../figures/find-unit.ts";
import { findRegio } from "../find-regio.ts";
import { looksLikeFile, nearestDocument, openDocument } from "../open-document.ts";
import type { Surroundings } from "../surroundings.ts";
import { createStyle } from "../text/style.ts";
import { UsageError } from "../usage-error.ts";
import type { Page } from "./page.ts";
import { showDocument } from "./show-document.ts";
import { showGemeente } from "./show-gemeente.ts";
import { showHerindelingen } from "./show-herindelingen.ts";
import { showList } from "./show-list.ts";
import { showRegio } from "./show-regio.ts";

/** Shows a document, a gemeente or a region; without a name what there is to show. */
export async function runToon(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const { op, isToday } = askMoment(asked, around.now());
  const shipped = await around.loadBasis();
  const basis = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, dayOf(op)) };
  const { width, tableWidth, root } = around;
  const page = {
    basis,
    op,
    isToday,
    width,
    tableWidth,
    root,
    style: createStyle(around.colour),
  };
  // A name of more words needs no quotes here.
  const name = asked.words.join(" ");
  around.write(`${show(name, page).join("\n")}\n`);
  return EXIT.gedaan;
}

function show(name: string, page: Page): readonly string[] {
  if (name === "") return showList(page);
  if (name === "herindelingen") return showHerindelingen(page);
  const { basis, op } = page;
  if (looksLikeFile(name) || (existsSync(name) && name.includes("."))) {
    return showDocument(openDocument(name, basis), page);
  }
  if (name.includes("#") || name === "nederland" || /^PV\d{2}\b/.test(name)) {
    return showRegio(findRegio(name, basis, dayOf(op)).gebied, page);
  }
  const day = dayOf(op);
  const document = basis.bibliotheek.find(name);
  if (document) return showDocument(openDocument(name, basis), page);
  const gemeente = findGemeente(name, basis.gemeenten, day);
  if ("id" in gemeente) return showGemeente(gemeente.id, page);
  const regio = tryRegio(name, page);
  if (regio) return showRegio(regio, page);
  throw new UsageError([unknownText(name, gemeente.fout, page)]);
}

function tryRegio(name: string, { basis, op }: Page) {
  try {
    return findRegio(name, basis, dayOf(op)).gebied;
  } catch (error) {
    // More regions of that name is worth telling; none at all is told with what else was tried.
    if (error instanceof UsageError && error.message.includes("Er zijn meer")) throw error;
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function unknownText(name: string, gemeentefout: string, { basis, op }: Page): string {
  const region = basis.gebied(name.toLowerCase(), dayOf(op));
  const nearRegion = region.soort === "onbekend" ? region.dichtstbij : undefined;
  const nearGemeente = /Bedoelt u «(.*)»/.exec(gemeentefout)?.[1];
  const isOther = gemeentefout.includes("geen gemeente:");
  if (isOther) return gemeentefout;
  const nearDocument = nearestDocument(name, basis.bibliotheek);
  const near = [nearDocument, nearGemeente, nearRegion].filter((text) => text !== undefined);
  const hint =
    near.length > 0
      ? `Bedoelt u ${[...new Set(near)].map((text) => `«${text}»`).join(" of ")}?`
      : "Met «woonregie toon» ziet u wat er is.";
  return `Er is geen document, gemeente of regio «${name}». ${hint}`;
}
