import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Kaderfeiten, readKaderfeiten } from "#contract/kader/kaderfeiten.ts";
import { toBoom } from "#contract/kader/knoop.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Kader } from "#domain/kader.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Basis } from "#services/basis.ts";
import { type Kaderopdracht, toKaderopdracht } from "#services/kaderstand/opdracht.ts";
import type { Asked } from "../command.ts";
import { readFigureFile } from "../figures/figure-file.ts";
import { readFigureOptions } from "../figures/figure-input.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { findUnit } from "../figures/find-unit.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { findRegio } from "../find-regio.ts";
import { openDocument, readText, withOwnDocuments } from "../open-document.ts";
import { isoDay } from "../text/today.ts";
import { assertGood, UsageError } from "../usage-error.ts";

/** A question to a kader, complete and looked up. */
export type Request = {
  readonly basis: Basis;
  readonly opdracht: Kaderopdracht;
  readonly isToday: boolean;
  readonly opmerkingen: readonly string[];
};

/**
 * Reads what is asked of a kader.
 *
 * @throws UsageError with everything that is wrong at once, as far as it can be told together.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const op = asked.one("op") ?? isoDay(now);
  assertGood(isDatum(op) ? [] : [`--op ${op}\n  Dit is geen dag. Schrijf 2026-07-01.`]);
  const { document, tekst } = openKader(asked, shipped);
  const basis = withOwnDocuments(shipped, [{ document, tekst }]);
  const { gebied } = regioOf(asked, document, basis, op);
  const context = { basis, document: namesIn(document, basis), gebied, day: op };
  const figures = readFigures(asked);
  const resolved = resolveFigures(figures.figures, context);
  const filled = readFilledIn(withoutDots(asked.all("vul")), basis.gemeenten, op);
  const unitOf = (naam: string) => {
    const found = findUnit(naam, { basis, gebied, day: op, vrijeNamen: true });
    const gemeente = gebied.eenheden.find((unit) => unit.naam.toLowerCase() === naam.toLowerCase());
    return gemeente?.id ?? ("id" in found ? found.id : naam);
  };
  const facts = asked.all("geland").map((file) => readFacts(file, unitOf));
  const { opdracht, fouten } = toKaderopdracht(basis, {
    document,
    gebied,
    op,
    cijfers: resolved.waarnemingen,
    ingevuld: withDots(filled.ingevuld),
    feiten: joined(facts.flatMap((read) => read.feiten ?? [])),
  });
  assertGood([
    ...figures.fouten,
    ...resolved.fouten,
    ...filled.fouten,
    ...facts.flatMap((read) => read.fouten),
    ...fouten,
  ]);
  return { basis, opdracht, isToday: !asked.has("op"), opmerkingen: resolved.opmerkingen };
}

function openKader(
  asked: Asked,
  basis: Basis,
): { readonly document: Kader; readonly tekst: string } {
  const [name, ...others] = asked.words;
  if (name === undefined) {
    throw new UsageError([
      "Welk document? Schrijf «woonregie kader <document>». Met «woonregie bibliotheek» ziet u welke er zijn.",
    ]);
  }
  assertGood(others.length > 0 ? [`Eén document tegelijk. Te veel: ${others.join(" ")}.`] : []);
  const { document, tekst } = openDocument(name, basis);
  if (document.soort === "kader") return { document, tekst };
  throw new UsageError([
    `«${name}» is een ${document.soort}; dit gaat over een kader. Tonen werkt wel: «woonregie toon ${name}».`,
  ]);
}

function regioOf(asked: Asked, document: Kader, basis: Basis, day: string) {
  const own = typeof document.gebied === "string" ? document.gebied : undefined;
  const name = asked.one("regio") ?? own;
  if (name !== undefined) return findRegio(name, basis, day);
  throw new UsageError([
    `Voor welke regio? «${document.id}» zegt dat niet zelf. Schrijf «--regio <regio>», bijvoorbeeld «--regio drechtsteden». Met «woonregie toon» ziet u welke er zijn.`,
  ]);
}

/** Names of its own that a figure may go by: those of the kader and of every onderdeel. */
function namesIn(document: Kader, { bibliotheek }: Basis) {
  const parts = Object.values(document.onderdelen).flatMap(({ inhoud }) =>
    inhoud.soort === "document" ? (bibliotheek.find(inhoud.document) ?? []) : [],
  );
  const all: readonly RegieDocument[] = [document, ...parts];
  return {
    parameters: Object.assign({}, ...all.map(({ parameters }) => parameters)),
    afgeleid: Object.assign({}, ...all.map(({ afgeleid }) => afgeleid)),
  };
}

function readFigures(asked: Asked) {
  const fromOptions = readFigureOptions(asked.all("cijfer"));
  const fromFiles = asked
    .all("cijfers")
    .map((file) => readFigureFile(readText(file, MOST_BYTES), file));
  return {
    figures: [...fromFiles.flatMap(({ figures }) => figures), ...fromOptions.figures],
    fouten: [...fromFiles.flatMap(({ fouten }) => fouten), ...fromOptions.fouten],
  };
}

const MOST_BYTES = 20_000_000;
const MOST_FACTS = 1_000_000;

type Facts = { readonly feiten?: Kaderfeiten; readonly fouten: readonly string[] };

function readFacts(file: string, unitOf: (naam: string) => string): Facts {
  const { bron, fouten, plaats } = readBrontekst(readText(file, MOST_FACTS));
  if (!bron || fouten.length > 0) {
    return {
      fouten: fouten.map(({ offset, tekst }) => {
        const { regel, kolom } = plaats(offset);
        return `${file}:${regel}:${kolom}\n  ${tekst}`;
      }),
    };
  }
  const boom = toBoom(bron.boom);
  if (typeof boom === "string" || Array.isArray(boom)) {
    return { fouten: [`${file}:1:1\n  Begin met «geland:», «verslagen:» of «besluiten:».`] };
  }
  const read = readKaderfeiten(boom as Readonly<Record<string, typeof boom>>, unitOf);
  if (read.ok) return { feiten: read.feiten, fouten: [] };
  return { fouten: read.fouten.map((text) => `${file}\n  ${text}`) };
}

function joined(all: readonly Kaderfeiten[]): Kaderfeiten {
  return {
    geland: all.flatMap(({ geland }) => geland),
    verslagen: all.flatMap(({ verslagen }) => verslagen),
    besluiten: all.flatMap(({ besluiten }) => besluiten),
  };
}

/** A point inside a name belongs to the onderdeel here, not to a block as elsewhere. */
const POINT = "\u0001";

function withoutDots(values: readonly string[]): readonly string[] {
  return values.map((value) => value.replace(/^([^=.]+)\.([^=]+)=/, `$1${POINT}$2=`));
}

function withDots<T>(filled: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(filled).map(([key, value]) => [key.replace(POINT, "."), value]),
  );
}
