import type { RegieDocument } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import type { Asked } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** A region as the basis finds it, with its units. */
type FoundRegio = { readonly regio: string; readonly gebied: Rekengebied };

/**
 * A region as somebody writes it: `drechtsteden`, `mra@1#mra`, `Zuid-Holland`, `nederland`.
 *
 * @throws UsageError with the region that was probably meant, or those to choose from.
 */
export function findRegio(text: string, basis: Basis, day: string): FoundRegio {
  const provincie = basis.gemeenten.provincies.find(({ naam }) => isSame(naam, text));
  const names = [text, text.toLowerCase().replaceAll(" ", "-")];
  // A region may carry the name of a provincie: Friesland. Then the region counts.
  for (const regio of [...names, ...(provincie ? [provincie.code] : [])]) {
    const found = basis.gebied(regio, day);
    if (found.soort === "gevonden") return { regio, gebied: found.gebied };
    if (found.soort === "meer") {
      throw new UsageError([
        `--regio ${text}\n  Er zijn meer regio's met die naam: ${found.mogelijk.join(", ")}. Kies er één.`,
      ]);
    }
  }
  const found = basis.gebied(names[1] ?? text, day);
  const nearest = found.soort === "onbekend" ? found.dichtstbij : undefined;
  const hint = nearest ? `Bedoelt u «${nearest}»?` : "Met «woonregie toon» ziet u welke er zijn.";
  throw new UsageError([`--regio ${text}\n  Er is geen regio «${text}». ${hint}`]);
}

/** The region for which a document is carried out: that of the line, else the one it names itself. */
export function regioName(
  asked: Asked,
  { gebied }: Partial<Pick<RegieDocument, "gebied">>,
): string | undefined {
  return asked.one("regio") ?? (typeof gebied === "string" ? gebied : undefined);
}

/** @throws UsageError where neither the line nor the document names a region, or it is not there. */
export function askRegio(
  asked: Asked,
  document: RegieDocument,
  basis: Basis,
  day: string,
): FoundRegio {
  const name = regioName(asked, document);
  if (name === undefined) throw new UsageError([noRegio(document)]);
  return findRegio(name, basis, day);
}

/** What is said where nobody names a region. */
export function noRegio({ id }: Pick<RegieDocument, "id">): string {
  return `Voor welke regio? «${id}» zegt dat niet zelf. Schrijf «--regio <regio>», bijvoorbeeld «--regio drechtsteden». Met «woonregie toon» ziet u welke er zijn.`;
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, "nl", { sensitivity: "base" }) === 0;
}
