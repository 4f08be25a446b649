import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { GEMEENTEN_BEKEND_VANAF, type Gemeentelijst } from "#domain/gebied.ts";
import { haalBladzijden } from "#sources/ophalen/bladzijden.ts";
import { Ophaalfout } from "#sources/ophalen/ophaalfout.ts";
import { type Grensvlak, grenzenAdres, readGrenzenblad } from "#sources/pdok/grenzen.ts";
import { moveStand } from "#storage/stand.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Opgehaald } from "./opgehaald.ts";
import type { Grensuitkomst } from "./uitkomst.ts";
import type { Werk } from "./werk.ts";

type Pdokvraag = Extract<Ophaalvraag, { soort: "pdok" }>;

/** How many years back is looked where the source does not have the newest one yet. */
const TERUG = 3;
const EERSTE_JAAR = Number(GEMEENTEN_BEKEND_VANAF.slice(0, 4));

/** Fetches the borders of the gemeenten of a year, for the map. */
export async function haalGrenzen({ jaar, ofEerder }: Pdokvraag, werk: Werk): Promise<Opgehaald> {
  const last = ofEerder ? jaar - TERUG : jaar;
  for (let year = jaar; year >= last; year -= 1) {
    const vlakken = await haalJaar(year, werk);
    if (vlakken.length > 0) return keepGrenzen(year, vlakken, werk);
  }
  const tekst = `PDOK heeft geen gemeentegrenzen van ${jaar}. Kies een ander jaar; meestal is een jaar er vanaf het voorjaar.`;
  throw new Ophaalfout("past-niet", { tekst });
}

async function haalJaar(jaar: number, werk: Werk): Promise<readonly Grensvlak[]> {
  const { grond, signal, wacht } = werk;
  const stap = `Gemeentegrenzen van ${jaar} ophalen`;
  const totaal = expectedIn(jaar, grond.gemeenten, grond.peildatum)?.size;
  let done = 0;
  await werk.meld({ stap, gedaan: 0, totaal });
  const pages = await haalBladzijden({
    ophaler: grond.ophaler,
    eerste: grenzenAdres(grond.adressen.pdok, jaar),
    soort: "json",
    lees: (tekst) => readGrenzenblad(tekst, jaar),
    map: werk.map(`grenzen ${jaar}`),
    signal,
    onWacht: wacht,
    onBlad: (page) => {
      done += page.length;
      return werk.meld({ stap, gedaan: done, totaal });
    },
  });
  return pages.flat();
}

function keepGrenzen(jaar: number, vlakken: readonly Grensvlak[], { grond }: Werk): Opgehaald {
  const codes = vlakken.map(({ code }) => code);
  const meldingen = checkGemeenten(codes, jaar, grond.gemeenten, grond.peildatum);
  const features = vlakken.map(({ code, naam, geometry }) => ({
    type: "Feature",
    properties: { statcode: code, statnaam: naam, jrstatcode: `${jaar}${code}` },
    geometry,
  }));
  const bron = "CBS/Kadaster, gebiedsindelingen via PDOK (CC BY 4.0)";
  const opgehaald = grond.now().toISOString().slice(0, 10);
  const tekst = JSON.stringify({ type: "FeatureCollection", bron, opgehaald, features });
  return toOpgehaald({ jaar, tekst, aantal: codes.length, meldingen }, grond.kaartenmap);
}

type Klaar = Pick<Grensuitkomst, "jaar" | "aantal" | "meldingen"> & { readonly tekst: string };

/** Borders that were found good, as a file that the map reads. */
export function toOpgehaald({ tekst, ...kop }: Klaar, kaartenmap: string): Opgehaald {
  return {
    bewaar: async (tx) => {
      const vervangen = await writeGrenzen(tx, kaartenmap, kop.jaar, tekst);
      const [bestand, sha256] = [fileOf(kop.jaar), hashOf(tekst)];
      return { uitkomst: { soort: "grenzen", ...kop, bestand, sha256, vervangen } };
    },
  };
}

/**
 * Looks whether every gemeente of that year is there, once.
 *
 * @returns What to know about them, where we do not know the gemeenten of that year.
 * @throws Ophaalfout "past-niet", naming who lacks, who is too many and who came twice.
 */
export function checkGemeenten(
  codes: readonly string[],
  jaar: number,
  gemeenten: Gemeentelijst,
  peildatum: string,
): readonly string[] {
  const found = new Set(codes);
  const twice = [...found].filter((code) => codes.indexOf(code) !== codes.lastIndexOf(code));
  const expected = expectedIn(jaar, gemeenten, peildatum);
  const naam = (code: string) => gemeenten.findByCode(code, `${jaar}-01-01`)?.naam;
  const list = (all: readonly string[]) =>
    all.map((code) => (naam(code) ? `${code} (${naam(code)})` : code)).join(", ");
  const lacking = [...(expected ?? [])].filter((code) => !found.has(code));
  const strange = expected ? [...found].filter((code) => !expected.has(code)) : [];
  const wrong = [
    ...(lacking.length > 0 ? [`Er ontbreken ${lacking.length} gemeenten: ${list(lacking)}.`] : []),
    ...(strange.length > 0 ? [`Er zijn ${strange.length} te veel: ${list(strange)}.`] : []),
    ...(twice.length > 0 ? [`Meer dan eens: ${list(twice)}.`] : []),
  ];
  if (wrong.length > 0) {
    const tekst = `De grenzen van ${jaar} zijn niet heel. ${wrong.join(" ")} De kaart blijft zoals zij was. Kijk of het jaar klopt, of probeer het later opnieuw.`;
    throw new Ophaalfout("past-niet", { tekst });
  }
  if (expected) return [];
  return [
    `Welke gemeenten er in ${jaar} waren, weet Woonregie niet: zij kent ze vanaf ${EERSTE_JAAR}. Of alle ${found.size} er zijn, is dus niet nagekeken.`,
  ];
}

function expectedIn(
  jaar: number,
  gemeenten: Gemeentelijst,
  peildatum: string,
): ReadonlySet<string> | undefined {
  if (jaar < EERSTE_JAAR || jaar > Number(peildatum.slice(0, 4))) return undefined;
  return new Set(gemeenten.list(`${jaar}-01-01`).map(({ code }) => code));
}

const fileOf = (jaar: number) => `gemeenten-${jaar}.geojson`;
const formerOf = (jaar: number) => `gemeenten-${jaar}.vorige.geojson`;

/**
 * Puts borders where the map reads them: whole, or not at all. Those that stood there are kept for
 * putting back.
 *
 * @returns Whether others stood there.
 */
async function writeGrenzen(
  tx: Connection,
  folder: string,
  jaar: number,
  tekst: string,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${fileOf(jaar)}.${randomUUID()}`);
  const [target, former] = [join(folder, fileOf(jaar)), join(folder, formerOf(jaar))];
  const vervangen = existsSync(target);
  await writeFile(draft, tekst);
  await rm(former, { force: true });
  if (vervangen) await rename(target, former);
  await rename(draft, target);
  // The map is read again by who answers, here or on another server with the same folder.
  await moveStand(tx);
  return vervangen;
}

/** Puts the borders back that stood there before, or none where there were none. */
export async function restoreGrenzen(
  tx: Connection,
  folder: string,
  { jaar, sha256 }: Pick<Grensuitkomst, "jaar" | "sha256">,
): Promise<"teruggezet" | "al-veranderd"> {
  const [target, former] = [join(folder, fileOf(jaar)), join(folder, formerOf(jaar))];
  const now = await readFile(target, "utf8").catch(() => undefined);
  if (now === undefined || hashOf(now) !== sha256) return "al-veranderd";
  if (existsSync(former)) await rename(former, target);
  else await rm(target);
  await moveStand(tx);
  return "teruggezet";
}

function hashOf(tekst: string): string {
  return createHash("sha256").update(tekst).digest("hex");
}
