import { readBrontekst } from "#contract/kader/brontekst.ts";
import type { Pad } from "#contract/kader/fout.ts";
import { readAt, setValue } from "#contract/kader/zet.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";

/** What somebody says when taking a document over for their own region. */
export type Overname = {
  readonly id: string;
  /** `drechtsteden` or `drechtsteden@1#drechtsteden`; absent where it holds for no region. */
  readonly regio?: string;
  /** How that region is called, for in the title. */
  readonly regiotitel?: string;
  /** What people fill in for parameters without a value, by name. */
  readonly parameters: ReadonlyMap<string, string>;
};

/** Kinds of documents that are about a region; what a figure means is the same everywhere. */
export function isVoorEenRegio({ soort }: RegieDocument): boolean {
  return soort !== "indicator" && soort !== "indeling";
}

/** Parameters that this document leaves to people. */
export function openParameters({ parameters }: RegieDocument): readonly string[] {
  return Object.entries(parameters).flatMap(([naam, { waarde, ingroeipad }]) =>
    waarde || ingroeipad ? [] : [naam],
  );
}

/**
 * The text of a document as the first version of an own one.
 *
 * What the writer put there stays, comments too; the decision does not: nobody took it here. It
 * says where it came from. A value that somebody fills in is an aanname until it has a source.
 */
export function takeOver(tekst: string, document: RegieDocument, overname: Overname): string {
  const { id, regio, regiotitel, parameters } = overname;
  const steps: readonly (readonly [Pad, string | undefined])[] = [
    [["id"], id],
    [["status"], "voorbeeld"],
    [["versie"], readAt(tekst, "versie") === undefined ? undefined : "1"],
    [["titel"], regiotitel === undefined ? undefined : `${document.titel} (${regiotitel})`],
    [["gebied"], regio],
    [["toelichting"], describeOrigin(tekst, document)],
    ...[...parameters].flatMap(([naam, waarde]) => fill(naam, waarde)),
  ];
  return steps.reduce(
    (now, [pad, waarde]) => (waarde === undefined ? now : set(now, pad, waarde)),
    withoutKeys(tekst, ["besluit", "geldig-van", "geldig-tot"]),
  );
}

function fill(naam: string, waarde: string): readonly (readonly [Pad, string])[] {
  return [
    [["parameters", naam, "zekerheid"], "aanname"],
    [["parameters", naam, "waarde"], waarde],
  ];
}

/** Where a value cannot be set, the writer does so in the text. */
function set(tekst: string, pad: Pad, waarde: string): string {
  const done = setValue(tekst, pad, waarde);
  return done.ok ? done.tekst : tekst;
}

function describeOrigin(tekst: string, document: RegieDocument): string {
  const before = readAt(tekst, "toelichting")?.replace(/\s+/g, " ").trim() ?? "";
  const origin = `Overgenomen van ${documentnaam(document)} uit de bibliotheek van Woonregie.`;
  return before === "" ? origin : `${before} ${origin}`;
}

/** The text without these keys of its head, each with the lines that belong to it. */
function withoutKeys(tekst: string, keys: readonly string[]): string {
  return keys.reduce((now, key) => {
    const { bron } = readBrontekst(now);
    const veld = bron?.boom.soort === "kaart" ? bron.boom.velden.get(key) : undefined;
    if (!veld) return now;
    const from = now.lastIndexOf("\n", veld.van - 1) + 1;
    const content = now.slice(veld.van, veld.waarde.tot).trimEnd().length;
    const eol = now.indexOf("\n", veld.van + content);
    return now.slice(0, from) + (eol === -1 ? "" : now.slice(eol + 1));
  }, tekst);
}
