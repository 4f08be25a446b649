import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { isGemeentecode } from "#domain/gebied.ts";
import { isWide } from "#domain/notatie.ts";
import { leesInlevering } from "#rules/cijfers/inlezen/controle.ts";
import { stelKoppelingVoor } from "#rules/cijfers/inlezen/voorstel.ts";
import { createInleeskennis } from "#services/inlevering/inleeskennis.ts";
import { parseWerkmap } from "#sources/werkmap/parse-werkmap.ts";
import { achterElkaar } from "#test/achter-elkaar.ts";
import { basis } from "#test/basis.ts";
import { uitvoerVan } from "#test/uitvoer-gevallen.ts";
import { cijfersCsv } from "./csv.ts";
import { toOds } from "./werkmap/ods.ts";
import { maakWerkmap } from "./werkmap/werkmap.ts";
import { toXlsx } from "./werkmap/xlsx.ts";

const kennis = createInleeskennis(basis, []);
const blad = uitvoerVan(
  "sleutel-inwoners",
  "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=420 tot 480&cijfer.inwoners@GM0505=120.000 tot 121.000&cijfer.mutatiegraad@GM0505=5,25%25&naast=sleutel-sociale-huur&naast=sleutel-mutaties",
);
const map = maakWerkmap(blad, "https://voorbeeld.nl");

/** The figures of gemeenten as people compare them: which, of when, how much, from whom. */
function figuresOf(
  list: readonly {
    readonly indicator: string;
    readonly gebied: string;
    readonly cel: readonly string[];
    readonly moment?: string;
    readonly waarde?: string | undefined;
  }[],
): readonly string[] {
  return list
    .filter(({ gebied }) => isGemeentecode(gebied))
    .map(({ indicator, gebied, cel, moment, waarde }) =>
      [indicator, ...cel, gebied, moment ?? "", waarde ?? "onbekend"].join(" "),
    )
    .toSorted();
}

async function readBack(
  naam: string,
  bytes: Uint8Array,
  moment: string,
): Promise<readonly string[]> {
  const read = await parseWerkmap(bytes, naam, {});
  if (!read.ok) throw new Error(read.fouten.map(({ tekst }) => tekst).join(" "));
  const sheet =
    read.werkmap.bladen.find((item) => item.naam === "Cijfers") ?? read.werkmap.bladen[0];
  if (!sheet) throw new Error("the file has no sheet");
  const { koppeling } = stelKoppelingVoor(sheet, kennis);
  const kop = { afzender: "Woonregie", bron: "uitvoer", moment };
  const { bladen } = achterElkaar(
    leesInlevering({
      werkmap: { bladen: [sheet] },
      koppelingen: [koppeling],
      verbeteringen: [],
      kop,
      kennis,
    }),
  );
  return figuresOf(
    bladen.flatMap(({ cijfers }) =>
      cijfers.map(({ waarneming: { inhoud, ...rest } }) => {
        if (inhoud.soort !== "getal") return { ...rest, waarde: undefined };
        const { waarde, laag, hoog } = inhoud;
        const room = laag && hoog ? ` ${formatBreuk(laag)}–${formatBreuk(hoog)}` : "";
        return { ...rest, waarde: `${formatBreuk(waarde)}${room}` };
      }),
    ),
  );
}

/** What has no moment of its own gets that of the delivery as a whole. */
const wantedAt = (moment: string) =>
  figuresOf(
    blad.cijfers.map((cijfer) => {
      const { waarde } = cijfer;
      const room =
        waarde && isWide(waarde) ? ` ${formatBreuk(waarde.laag)}–${formatBreuk(waarde.hoog)}` : "";
      const when = cijfer.moment ?? moment;
      return { ...cijfer, moment: when, waarde: waarde && `${formatBreuk(waarde.midden)}${room}` };
    }),
  );

/** A figure of a periode cannot have a day as its moment, and the other way round. */
const MOMENTEN = [
  ["2026", (figure: string) => figure.startsWith("mutatiegraad")],
  ["2026-01-01", (figure: string) => !figure.startsWith("mutatiegraad")],
] as const;

describe("the figures of an export, read back as a delivery", () => {
  it.each([
    ["uit.xlsx", () => toXlsx(map)],
    ["uit.ods", () => toOds(map)],
    ["uit.csv", () => Promise.resolve(new TextEncoder().encode(cijfersCsv(blad)))],
  ] as const)("are the same in %s, gaps and bands too", async (naam, write) => {
    for (const [moment, own] of MOMENTEN) {
      const wanted = wantedAt(moment).filter(own);
      expect(wanted.length).toBeGreaterThan(6);
      expect((await readBack(naam, await write(), moment)).filter(own)).toEqual(wanted);
    }
  });
});
