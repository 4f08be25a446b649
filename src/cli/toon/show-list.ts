import { documentnaam, type RegieDocument } from "#domain/document.ts";
import { SOORTEN, type Soort } from "#domain/kop.ts";
import { groupBy } from "../group-by.ts";
import { beside, withoutControls, wrap } from "../text/wrap.ts";
import type { Page } from "./page.ts";

const KOPPEN: Readonly<Record<Soort, string>> = {
  verdeling: "Verdelingen: wie neemt welk deel",
  indeling: "Indelingen: welke gemeenten vormen welke regio",
  indicator: "Cijfers: wat een getal betekent",
  toets: "Toetsen: klopt het",
  rangorde: "Rangordes: wie gaat voor",
  traject: "Trajecten: wat moet er eerst gebeuren",
  kader: "Kaders: wat is er afgesproken",
};

const ORDER: readonly Soort[] = [
  "verdeling",
  ...SOORTEN.filter((soort) => soort !== "verdeling" && soort !== "indicator"),
  "indicator",
];

const NAME_WIDTH = 36;

/** All documents by soort, and the regions one can work with. */
export function showList(page: Page): readonly string[] {
  const documents = page.basis.bibliotheek.list();
  const sections = ORDER.flatMap((soort) => {
    const own = documents.filter((document) => document.soort === soort);
    if (own.length === 0) return [];
    const lines = own
      .toSorted((a, b) => a.id.localeCompare(b.id, "nl"))
      .flatMap((document) => documentLine(document, page));
    return [page.style.bold(KOPPEN[soort]), ...lines, ""];
  });
  const hint =
    "Meer over één ervan: «woonregie toon <naam>». Een gemeente: «woonregie toon Dordrecht».";
  return [...sections, ...regionLines(page), "", ...wrap(hint, page.width)];
}

function documentLine(document: RegieDocument, { width }: Page): readonly string[] {
  const { versie, id, titel } = document;
  const name = versie === 1 ? id : documentnaam(document);
  return beside(`  ${name}`, withoutControls(titel), NAME_WIDTH, width);
}

/** More than this many regions in one indeling are named together. */
const MOST = 6;

function regionLines({ basis, style, width }: Page): readonly string[] {
  const groups = groupBy(basis.regios(), ({ indeling }) => indeling);
  return [
    style.bold("Regio's"),
    ...groups.flatMap((group) => {
      if (group.length > MOST) {
        const names = group.map(({ naam }) => naam).join(", ");
        return beside(`  ${group[0].indeling}`, names, NAME_WIDTH, width);
      }
      return group.flatMap(({ naam, titel, aantal }) =>
        beside(`  ${naam}`, `${titel}, ${aantal} gemeenten`, NAME_WIDTH, width),
      );
    }),
    ...beside("  nederland", "alle gemeenten", NAME_WIDTH, width),
    ...beside("  PV28, Zuid-Holland", "een provincie, met code of naam", NAME_WIDTH, width),
  ];
}
