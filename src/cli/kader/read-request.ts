import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Gemeld, type Kaderfeiten, readKaderfeiten } from "#contract/kader/kaderfeiten.ts";
import { toBoom } from "#contract/kader/knoop.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Kader } from "#domain/kader.ts";
import type { Basis } from "#services/basis.ts";
import { type Kaderopdracht, toKaderopdracht } from "#services/kaderstand/opdracht.ts";
import { checkDay } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { findUnit } from "../figures/find-unit.ts";
import { readFigures } from "../figures/read-figures.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { askRegio } from "../find-regio.ts";
import { openAsked } from "../open-asked.ts";
import { readText, withOwnDocuments } from "../open-document.ts";
import { isoDay } from "../text/today.ts";
import { assertGood } from "../usage-error.ts";

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
  assertGood(checkDay("op", op));
  const { document, tekst } = openAsked(asked, KADER, shipped);
  const basis = withOwnDocuments(shipped, [{ document, tekst }]);
  const { gebied } = askRegio(asked, document, basis, op);
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
    gemeld: new Map(facts.flatMap((read) => [...(read.gemeld ?? [])])),
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

const KADER = { soort: "kader", command: "kader <document>" } as const;

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

const MOST_FACTS = 1_000_000;

type Facts = {
  readonly feiten?: Kaderfeiten;
  readonly gemeld?: Gemeld;
  readonly fouten: readonly string[];
};

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
    return {
      fouten: [
        `${file}:1:1\n  Begin met «geland:», «verslagen:», «besluiten:» of «gebeurtenissen:».`,
      ],
    };
  }
  const read = readKaderfeiten(boom as Readonly<Record<string, typeof boom>>, unitOf);
  if (read.ok) return { feiten: read.feiten, gemeld: read.gemeld, fouten: [] };
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
