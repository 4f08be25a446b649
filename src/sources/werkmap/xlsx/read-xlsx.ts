import type { Archief } from "../archief.ts";
import { beschadigd, Weigering } from "../weigering.ts";
import type { Werkmapbouwer } from "../werkmapbouwer.ts";
import { localName, parseXml } from "../xml.ts";
import { Bladlezer } from "./blad.ts";
import type { Werkboek } from "./celwaarde.ts";
import { readGedeeldeTeksten } from "./gedeelde-teksten.ts";
import { readStijlen } from "./stijlen.ts";
import { readVerwijzingen, type Verwijzing } from "./verwijzingen.ts";

type Bladregel = { readonly naam: string; readonly id: string; readonly verborgen: boolean };

/** Puts every worksheet of an xlsx or xlsm, in the order of its tabs. */
export async function readXlsx(archief: Archief, bouwer: Werkmapbouwer): Promise<void> {
  const { grenzen } = bouwer;
  const roots = await readVerwijzingen(archief, "", grenzen);
  const deel = [...roots.values()].find(({ soort }) => soort === "officeDocument")?.doel;
  const { bladen, since1904 } = await readWorkbook(archief, deel ?? "xl/workbook.xml", bouwer);
  const parts = await readVerwijzingen(archief, deel ?? "xl/workbook.xml", grenzen);
  const boek = { ...(await readWerkboek(archief, parts, bouwer)), since1904 };
  noteOutside(archief, bouwer);
  for (const { naam, id, verborgen } of bladen) {
    const part = parts.get(id);
    // A tab may hold a chart alone.
    if (part?.soort === "chartsheet" || part?.soort === "dialogsheet") continue;
    const bytes = part && (await archief.read(part.doel));
    if (!bytes) throw beschadigd(`Blad «${naam.slice(0, 40)}» ontbreekt.`);
    bouwer.startBlad(naam);
    if (verborgen) bouwer.markVerborgen();
    parseXml(bytes, part.doel, grenzen, new Bladlezer(boek, bouwer));
  }
}

async function readWorkbook(archief: Archief, deel: string, { grenzen }: Werkmapbouwer) {
  const bytes = await archief.read(deel);
  if (!bytes) throw beschadigd("De lijst van bladen ontbreekt.");
  const bladen: Bladregel[] = [];
  let since1904 = false;
  parseXml(bytes, deel, grenzen, {
    open: (raw, attributen) => {
      const naam = localName(raw);
      if (naam === "workbookPr") since1904 = /^(?:1|true)$/u.test(attributen.date1904 ?? "");
      if (naam !== "sheet") return;
      const id = Object.entries(attributen).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const verborgen = /^(?:hidden|veryHidden)$/u.test(attributen.state ?? "");
      bladen.push({ naam: attributen.name ?? "", id, verborgen });
    },
    close: () => undefined,
  });
  if (bladen.length === 0) throw new Weigering("geen-blad", "Er zit geen werkblad in dit bestand.");
  return { bladen, since1904 };
}

async function readWerkboek(
  archief: Archief,
  parts: ReadonlyMap<string, Verwijzing>,
  { grenzen }: Werkmapbouwer,
): Promise<Omit<Werkboek, "since1904">> {
  const readPart = async (kind: string) => {
    const part = [...parts.values()].find(({ soort }) => soort === kind);
    const bytes = part && (await archief.read(part.doel));
    // Without its styles a day is a number: what the file names must be there.
    if (part && !bytes) throw beschadigd(`Onderdeel ${part.doel.slice(0, 60)} ontbreekt.`);
    return bytes;
  };
  const styles = await readPart("styles");
  const texts = await readPart("sharedStrings");
  return {
    stijlen: styles ? readStijlen(styles, grenzen) : [],
    teksten: texts ? readGedeeldeTeksten(texts, grenzen) : [],
  };
}

function noteOutside(archief: Archief, { opmerkingen }: Werkmapbouwer): void {
  if (archief.has(/(?:^|\/)vbaproject\.bin$/u)) opmerkingen.note("macro");
  if (archief.has(/^xl\/externallinks\//u)) opmerkingen.note("verwijzing-buiten");
}
