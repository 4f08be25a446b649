import { randomUUID } from "node:crypto";
import { parseGrenzen } from "#sources/kaarten-bestand.ts";
import { Ophaalfout } from "#sources/ophalen/ophaalfout.ts";
import { isTopojson, toFeatures } from "#sources/pdok/topojson.ts";
import {
  beginOphaaltaak,
  createOphaaltaak,
  sluitOphaaltaak,
} from "#storage/ophaaltaak.repository.ts";
import { inTransaction } from "#storage/transaction.ts";
import { checkGemeenten, toOpgehaald } from "./grenzen.ts";
import type { Grensbestandvraag } from "./kamer.ts";
import type { Ophaalgrond } from "./werk.ts";

/**
 * Takes borders from a file (GeoJSON or TopoJSON), as if they had been fetched: they can be put
 * back the same way.
 *
 * @returns The task under which this is told.
 * @throws Ophaalfout "past-niet" where the file is not whole; nothing has changed then.
 */
export async function leesGrenzenbestand(
  { tekst, jaar }: Grensbestandvraag,
  grond: Ophaalgrond,
): Promise<string> {
  const geojson = toGeojson(tekst);
  const read = parseGrenzen(geojson, "Het bestand", jaar);
  if (!read.ok) throw new Ophaalfout("past-niet", { tekst: read.fout });
  const codes = [...read.grenzen.ringen.keys()];
  const meldingen = [
    ...checkYear(geojson, jaar),
    ...checkGemeenten(codes, jaar, grond.gemeenten, grond.peildatum),
  ];
  const klaar = { jaar, tekst: geojson, aantal: codes.length, meldingen };
  const opgehaald = toOpgehaald(klaar, grond.kaartenmap);
  const [id, bij] = [randomUUID(), randomUUID()];
  await inTransaction(grond.db, async (tx) => {
    await createOphaaltaak(tx, { id, vraag: { soort: "pdok", jaar } });
    await beginOphaaltaak(tx, id, bij);
    const { uitkomst } = await opgehaald.bewaar(tx);
    await sluitOphaaltaak(tx, id, bij, { stand: "klaar", uitkomst });
  });
  return id;
}

function toGeojson(tekst: string): string {
  let json: unknown;
  try {
    json = JSON.parse(tekst);
  } catch {
    const wat = "Dit bestand is geen JSON. Kies een bestand met GeoJSON of TopoJSON.";
    throw new Ophaalfout("past-niet", { tekst: wat });
  }
  if (!isTopojson(json)) return tekst;
  try {
    return JSON.stringify({ type: "FeatureCollection", features: toFeatures(json) });
  } catch (error) {
    const wat = `Dit TopoJSON-bestand is niet te lezen: ${(error as Error).message}.`;
    throw new Ophaalfout("past-niet", { tekst: wat });
  }
}

/** Borders of CBS say of which year they are; another year than was told is a mistake. */
function checkYear(geojson: string, jaar: number): readonly string[] {
  const own = /"jrstatcode"\s*:\s*"(\d{4})GM/.exec(geojson)?.[1];
  if (own === undefined) {
    return [`In het bestand staat niet van welk jaar de grenzen zijn; u gaf ${jaar} op.`];
  }
  if (own === `${jaar}`) return [];
  const tekst = `In het bestand staan de grenzen van ${own}, en u gaf ${jaar} op. Kies ${own}, of een ander bestand.`;
  throw new Ophaalfout("past-niet", { tekst });
}
