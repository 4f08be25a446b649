import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp, documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { feitenVoor } from "#services/rangorde/feiten.ts";
import { dayOf, type Verdeelopdracht } from "#services/verdeling/opdracht.ts";
import { askMoment } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { readFigures } from "../figures/read-figures.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { askRegio } from "../find-regio.ts";
import { type Opened, openAsked, openSoort } from "../open-asked.ts";
import { withOwnDocuments } from "../open-document.ts";
import { assertGood } from "../usage-error.ts";
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
  readonly verloop?: Verdeelopdracht["verloop"];
  readonly opmerkingen: readonly string[];
};

/**
 * Reads what is asked of a verdeling.
 *
 * @throws UsageError with everything that is wrong at once, as far as it can be told together.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const { op, isToday } = askMoment(asked, now);
  const day = dayOf(op);
  const inForce = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, day) };
  const own = openVerdeling(asked, inForce);
  const others = asked.all("naast").map((naam) => openSoort(naam, "verdeling", inForce));
  const basis = withOwnDocuments(shipped, [own, ...others]);
  const { regio, gebied } = askRegio(asked, own.document, basis, day);
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
    isToday,
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

function openVerdeling(asked: Asked, basis: Basis): Opened<"verdeling"> {
  const also = ` Leg een ander document ernaast met «--naast ${asked.words[1] ?? ""}».`;
  const command = "verdeel <document> --regio <regio>";
  return openAsked(asked, { soort: "verdeling", command, also }, basis);
}
