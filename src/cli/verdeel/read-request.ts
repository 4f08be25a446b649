import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp, documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Verloopgegevens } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import { feitenVoor } from "#services/rangorde/feiten.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import type { Asked } from "../command.ts";
import { readFigureFile } from "../figures/figure-file.ts";
import { readFigureOptions } from "../figures/figure-input.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { findRegio } from "../find-regio.ts";
import { type OpenedDocument, openDocument, readText, withOwnDocuments } from "../open-document.ts";
import { isoDay } from "../text/today.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { readHappened } from "./happened.ts";

/** A question to carry out, complete and looked up. */
export type Request = {
  /** The basis with documents of one's own on top. */
  readonly basis: Basis;
  readonly document: Verdeling;
  readonly tekst: string;
  readonly naast: readonly string[];
  /** As the basis finds it. */
  readonly regio: string;
  readonly gebied: Rekengebied;
  readonly op: string;
  readonly isToday: boolean;
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly verloop?: Verloopgegevens;
  readonly opmerkingen: readonly string[];
};

/**
 * Reads what is asked of a verdeling.
 *
 * @throws UsageError with everything that is wrong at once, as far as it can be told together.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const op = asked.one("op") ?? isoDay(now);
  assertGood(checkMoment(op));
  const day = dayOf(op);
  const inForce = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, day) };
  const own = openVerdeling(asked, inForce);
  const others = asked.all("naast").map((naam) => openBeside(naam, inForce));
  const basis = withOwnDocuments(shipped, [own, ...others]);
  const { regio, gebied } = regioOf(asked, own.document, basis, day);
  if (gebied.eenheden.length === 0) throw new RuleError("geen-eenheden", { gebied: gebied.titel });

  const figures = readFigures(asked);
  const feiten = feitenVoor(own.document, basis.bibliotheek);
  const context = { basis, document: own.document, gebied, day, feiten };
  const resolved = resolveFigures(figures.figures, context);
  const filled = readFilledIn(asked.all("vul"), basis.gemeenten, day);
  const happened = readHappened(asked, own.document, context);
  const beside = others.map((other) => other.document);
  assertGood([
    ...figures.fouten,
    ...resolved.fouten,
    ...filled.fouten,
    ...filledBeside(Object.keys(filled.ingevuld), own.document, beside),
    ...happened.fouten,
  ]);
  return {
    basis,
    document: own.document,
    tekst: own.tekst,
    naast: others.map(({ document }) => documentnaam(document)),
    regio,
    gebied,
    op,
    isToday: !asked.has("op"),
    cijfers: resolved.waarnemingen,
    ingevuld: filled.ingevuld,
    ...(happened.verloop ? { verloop: happened.verloop } : {}),
    opmerkingen: resolved.opmerkingen,
  };
}

/** A document laid beside takes over what both have; a parameter of its own is filled in there. */
function filledBeside(
  names: readonly string[],
  own: Verdeling,
  beside: readonly Verdeling[],
): readonly string[] {
  return names.flatMap((name) => {
    const other = beside.find(({ parameters }) => name in parameters);
    if (name in own.parameters || !other) return [];
    return [
      `--vul ${name}\n  «${name}» hoort bij «${other.id}», dat ernaast ligt, en niet bij «${own.id}». Wat u invult geldt voor het eerste document, en ernaast voor wat beide hebben. Reken «${other.id}» als eerste, met «--naast ${own.id}».`,
    ];
  });
}

type OpenedVerdeling = OpenedDocument & { readonly document: Verdeling };

function openVerdeling(asked: Asked, basis: Basis): OpenedVerdeling {
  const [name, ...others] = asked.words;
  if (name === undefined) {
    throw new UsageError([
      "Welk document? Schrijf «woonregie verdeel <document> --regio <regio>». Met «woonregie toon» ziet u welke er zijn.",
    ]);
  }
  if (others.length > 0) {
    throw new UsageError([
      `Eén document tegelijk. Te veel: ${others.join(" ")}. Leg een ander document ernaast met «--naast ${others[0]}».`,
    ]);
  }
  return openBeside(name, basis);
}

function openBeside(name: string, basis: Basis): OpenedVerdeling {
  const { document, tekst } = openDocument(name, basis);
  if (document.soort === "verdeling") return { document, tekst };
  const command = commandFor(document);
  const instead = command
    ? `Voer het uit met «${command}».`
    : `Toon het met «woonregie toon ${name}».`;
  throw new UsageError([
    `«${name}»: verdelen kan alleen met een verdeling; dit is een ${document.soort}. ${instead}`,
  ]);
}

function checkMoment(op: string): readonly string[] {
  if (isDatum(op) || parsePeriode(op)) return [];
  return [
    `--op ${op}\n  Dit is geen datum of periode. Schrijf 2026-01-01, 2026, 2026-H1 of 2026-Q2.`,
  ];
}

function regioOf(asked: Asked, document: Verdeling, basis: Basis, day: string) {
  const name =
    asked.one("regio") ?? (typeof document.gebied === "string" ? document.gebied : undefined);
  if (name !== undefined) return findRegio(name, basis, day);
  throw new UsageError([
    `Voor welke regio? «${document.id}» zegt dat niet zelf. Schrijf «--regio <regio>», bijvoorbeeld «--regio drechtsteden». Met «woonregie toon» ziet u welke er zijn.`,
  ]);
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
