import { documentnaam, parseDocumentnaam } from "#domain/document.ts";
import type { Gemeente, Gemeentelijst, Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Indeling, Regio } from "#domain/indeling.ts";
import { formatMoment } from "#domain/notatie.ts";
import { type Datum, parseMoment } from "#domain/peildatum.ts";
import type { Eenheidnaam } from "#domain/selectie.ts";
import { carryIndeling } from "./herindeling.ts";
import { peildag, type Regiolid } from "./leden.ts";

/** What is known of regions when one is asked by name. */
export type Regiokennis = {
  /** Looked through in order; only as far as needed. */
  readonly indelingen: Iterable<Indeling>;
  readonly gemeenten: Gemeentelijst;
  /** Asked where a member is no gemeente on the day; without it such a member stays as written. */
  readonly overgangen?: () => readonly Overgang[];
};

/** The region that was meant, or the names to choose from. */
type Regiovondst =
  | { readonly soort: "gevonden"; readonly gebied: Rekengebied }
  | { readonly soort: "meer"; readonly keuzes: readonly string[] }
  | { readonly soort: "onbekend"; readonly keuzes: readonly string[] };

/**
 * The units of a region on a day (or the first day of a periode; without one on the peildatum of
 * its indeling).
 *
 * `naam` is a region (`drechtsteden`), an indeling (`mra`) or both (`drechtsteden@1#drechtsteden`),
 * `nederland`, or a provincie by its code (`PV28`). Of an indeling the version in force counts,
 * unless the name says which. Two indelingen that both have the region are a question, not a pick.
 */
export function rekengebiedFor(
  naam: string,
  op: string | undefined,
  { indelingen, gemeenten, overgangen }: Regiokennis,
): Regiovondst {
  const fixed = vastGebied(naam, op, gemeenten);
  if (fixed) return { soort: "gevonden", gebied: fixed };
  const known = inForce([...indelingen], naam, op);
  const all = known.flatMap(placesIn);
  const found = all.filter((plaats) => isMeant(plaats, naam));
  const [only, ...others] = found;
  if (!only) return { soort: "onbekend", keuzes: all.map(fullName) };
  if (others.length > 0) return { soort: "meer", keuzes: found.map(fullName) };
  return { soort: "gevonden", gebied: toRekengebied(only, op, gemeenten, overgangen) };
}

/** The gemeenten that a document itself lists as its gebied. */
export function rekengebiedVan(
  eenheden: readonly Eenheidnaam[],
  op: string | undefined,
  gemeenten: Gemeentelijst,
): Rekengebied {
  const dag = dayOf(op);
  return {
    id: "eigen-gebied",
    titel: "de gemeenten die het document noemt",
    eenheden: eenheden.map(({ id, naam }) => {
      const found = gemeenten.findByCode(id, dag);
      return found ? toEenheid(found) : { id, naam: naam ?? id };
    }),
    deelregios: {},
    onzeker: [],
  };
}

type Plaats = { readonly indeling: Indeling; readonly id: string; readonly regio: Regio };

function placesIn(indeling: Indeling): readonly Plaats[] {
  return Object.entries(indeling.regios).map(([id, regio]) => ({ indeling, id, regio }));
}

function fullName({ indeling, id }: Plaats): string {
  return `${documentnaam(indeling)}#${id}`;
}

/** By the region's own name; the name of an indeling stands for all regions in it. */
function isMeant({ indeling, id }: Plaats, naam: string): boolean {
  const parts = parseDocumentnaam(naam);
  if (!parts) return false;
  const isIndeling =
    parts.id === indeling.id && (parts.versie ?? indeling.versie) === indeling.versie;
  if (parts.naam !== undefined) return isIndeling && parts.naam === id;
  if (parts.versie !== undefined) return isIndeling;
  return id === parts.id || (isIndeling && !(parts.id in indeling.regios));
}

/** One version of each indeling: the one that is named, else the newest that holds on the day. */
function inForce(
  indelingen: readonly Indeling[],
  naam: string,
  op: string | undefined,
): readonly Indeling[] {
  if (parseDocumentnaam(naam)?.versie !== undefined) return indelingen;
  const best = new Map<string, Indeling>();
  for (const indeling of indelingen) {
    const other = best.get(indeling.id);
    if (!other || isBetter(indeling, other, op)) best.set(indeling.id, indeling);
  }
  return [...best.values()];
}

function isBetter(indeling: Indeling, other: Indeling, op: string | undefined): boolean {
  const [holds, otherHolds] = [isInForce(indeling, op), isInForce(other, op)];
  return holds === otherHolds ? indeling.versie > other.versie : holds;
}

function isInForce(indeling: Indeling, op: string | undefined): boolean {
  const dag = peildag(indeling, op);
  return (indeling.geldigVan ?? "") <= dag && dag <= (indeling.geldigTot ?? "9999-12-31");
}

function toRekengebied(
  { indeling, id, regio }: Plaats,
  op: string | undefined,
  gemeenten: Gemeentelijst,
  overgangen: Regiokennis["overgangen"] = () => [],
): Rekengebied {
  const carried = carryIndeling(indeling, peildag(indeling, op), gemeenten, overgangen);
  const leden = carried.leden.get(id) ?? [];
  const between = new Set(carried.botsingen.map(({ code }) => code));
  const used = Object.keys(regio.deelregios).filter((naam) =>
    leden.some(({ deelregio }) => deelregio === naam),
  );
  const mark = indeling.status === "voorbeeld" ? " (voorbeeld)" : "";
  return {
    id,
    titel: regio.titel,
    eenheden: leden.map((lid) => ofLid(lid, peildag(indeling, op))),
    deelregios: Object.fromEntries(used.map((naam) => [naam, `${readableName(naam)}${mark}`])),
    indeling: documentnaam(indeling),
    onzeker: leden
      .filter(({ code, zekerheid }) => zekerheid === "onzeker" || between.has(code))
      .map(({ code, naam }) => `${code} ${naam}`),
  };
}

function ofLid(lid: Regiolid, dag: Datum): Rekeneenheid {
  const { code, naam, deelregio, provincie } = lid;
  const aanname = aannameOf(lid, dag);
  return {
    id: code,
    naam,
    ...(deelregio === undefined ? {} : { deelregio }),
    ...(provincie === undefined ? {} : { provincie }),
    ...(aanname === undefined ? {} : { aanname }),
  };
}

function aannameOf({ zekerheid, bron, bestaat, uit }: Regiolid, dag: Datum): string | undefined {
  if (uit) {
    const days = [...new Set(uit.map(({ datum }) => formatMoment(datum)))].join(" en ");
    return `in de plaats van ${uit.map(({ naam }) => naam).join(" en ")} (herindeling ${days})`;
  }
  if (!bestaat) return `op ${dag} is er geen gemeente met deze code`;
  return zekerheid === "aanname" ? (bron ?? "de bron noemt dit lid niet") : undefined;
}

/** The country and its provincies need no document: the list of gemeenten says it. */
function vastGebied(
  naam: string,
  op: string | undefined,
  gemeenten: Gemeentelijst,
): Rekengebied | undefined {
  const list = gemeenten.list(dayOf(op));
  if (naam === "nederland") return ofGemeenten("nederland", "Nederland", list);
  const provincie = gemeenten.provincies.find(({ code }) => code === naam.split(" ")[0]);
  return provincie
    ? ofGemeenten(
        provincie.code,
        provincie.naam,
        list.filter((gemeente) => gemeente.provincie === provincie.code),
      )
    : undefined;
}

function ofGemeenten(id: string, titel: string, list: readonly Gemeente[]): Rekengebied {
  return { id, titel, eenheden: list.map(toEenheid), deelregios: {}, onzeker: [] };
}

function toEenheid({ code, naam, provincie }: Gemeente): Rekeneenheid {
  return { id: code, naam, provincie };
}

/** Without a day the list as it is now known to be. */
function dayOf(op: string | undefined): Datum {
  return (op === undefined ? undefined : parseMoment(op)?.van) ?? "9999-12-31";
}

const SMALL_WORDS = new Set(["aan", "de", "den", "en", "het", "in", "van"]);

/** `zuid-kennemerland-ijmond` as a reader expects it; a deelregio has no title of its own. */
function readableName(naam: string): string {
  const words = naam.split("-");
  const capitals = words.map((word) => (SMALL_WORDS.has(word) ? word : capitalize(word)));
  return capitals.join(words.some((word) => SMALL_WORDS.has(word)) ? " " : "-");
}

function capitalize(word: string): string {
  if (word.startsWith("ij")) return `IJ${word.slice(2)}`;
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
