import type { RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import type { Asked } from "./command.ts";
import { type OpenedDocument, openDocument } from "./open-document.ts";
import { UsageError } from "./usage-error.ts";

type Soort = RegieDocument["soort"];

/** An opened document of one soort. */
export type Opened<S extends Soort> = OpenedDocument & {
  readonly document: Extract<RegieDocument, { readonly soort: S }>;
};

/**
 * The one document that is named on the line of `woonregie <command>`.
 *
 * @throws UsageError where there is none or more than one, or it is of another soort.
 */
export function openAsked<S extends Soort>(
  asked: Asked,
  { soort, command, also = "" }: { readonly soort: S; readonly command: string; also?: string },
  basis: Basis,
): Opened<S> {
  const [name, ...others] = asked.words;
  if (name === undefined) {
    throw new UsageError([
      `Welk document? Schrijf «woonregie ${command}». Met «woonregie bibliotheek --soort ${soort}» ziet u welke er zijn.`,
    ]);
  }
  if (others.length > 0) {
    const joined = asked.words.join("-");
    if (basis.bibliotheek.find(joined)) throw new UsageError([meant(joined, asked)]);
    throw new UsageError([`Eén document tegelijk. Te veel: ${others.join(" ")}.${also}`]);
  }
  return openSoort(name, soort, basis);
}

function meant(joined: string, asked: Asked): string {
  return `Er is geen document «${asked.words.join(" ")}». Bedoelt u «${joined}»?`;
}

/**
 * A document of one soort, by name or from a file.
 *
 * @throws UsageError where it is of another soort, with the line that does carry it out.
 */
export function openSoort<S extends Soort>(name: string, soort: S, basis: Basis): Opened<S> {
  const { document, tekst } = openDocument(name, basis);
  if (isSoort(document, soort)) return { document, tekst };
  const command = commandFor(document);
  const instead = command
    ? `Voer het uit met «${command}».`
    : `Toon het met «woonregie toon ${name}».`;
  throw new UsageError([
    `«${name}» is een ${document.soort}; hier kan alleen een ${soort} staan. ${instead}`,
  ]);
}

function isSoort<S extends Soort>(
  document: RegieDocument,
  soort: S,
): document is Extract<RegieDocument, { readonly soort: S }> {
  return document.soort === soort;
}
