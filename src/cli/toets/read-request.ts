import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Boom, toBoom } from "#contract/kader/knoop.ts";
import { bibliotheekOp } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import { FASEN, type Toets } from "#domain/toets.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { readBesluit } from "#services/toets/besluit.ts";
import { factsOf } from "#services/toets/feiten.ts";
import { isItem, levelOf, type Toetsopdracht } from "#services/toets/opdracht.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { askMoment } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { findUnit } from "../figures/find-unit.ts";
import { readFigures } from "../figures/read-figures.ts";
import { resolveFigures } from "../figures/resolve-figures.ts";
import { askRegio, findRegio, noRegio, regioName } from "../find-regio.ts";
import { openAsked } from "../open-asked.ts";
import { withOwnDocuments } from "../open-document.ts";
import { assertGood } from "../usage-error.ts";

/** A question to a toets, complete and looked up. */
export type Request = {
  /** The basis with a document of one's own on top. */
  readonly basis: Basis;
  readonly opdracht: Toetsopdracht;
  readonly isToday: boolean;
  readonly opmerkingen: readonly string[];
};

/**
 * Reads what is asked of a toets.
 *
 * @throws UsageError with everything that is wrong at once, as far as it can be told together.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const { op, isToday } = askMoment(asked, now);
  const day = dayOf(op);
  const inForce = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, day) };
  const { document, tekst } = openAsked(asked, TOETS, inForce);
  const basis = withOwnDocuments(shipped, [{ document, tekst }]);
  const found = regioOf(asked, document, basis, day);
  const niveau =
    asked.one("niveau") ?? levelOf({ document, ...(found ? { regio: found.gebied.id } : {}) });
  const gebied = found?.gebied ?? NERGENS;
  const place: Place = { basis, gebied, day, vrijeNamen: isItem(niveau) };

  const figures = readFigures(asked);
  const resolved = resolveFigures(figures.figures, {
    ...place,
    document,
    feiten: factsOf(document),
  });
  const filled = readFilledIn(asked.all("vul"), basis.gemeenten, day);
  const uitleg = asked.all("leg-uit").map((text) => readUitleg(text, place));
  const besluiten = asked.all("besluit").map((text) => readBesluitOption(text, place));
  const fase = FASEN.find((known) => known === asked.one("fase"));
  assertGood([
    ...figures.fouten,
    ...resolved.fouten,
    ...filled.fouten,
    ...[...uitleg, ...besluiten].flatMap((read) => ("fout" in read ? [read.fout] : [])),
    ...(asked.has("fase") && !fase
      ? [`--fase ${asked.one("fase") ?? ""}\n  Kies programmering of realisatie.`]
      : []),
    ...(!found && !isItem(niveau) ? [noRegio(document)] : []),
  ]);
  return {
    basis,
    opdracht: {
      document,
      ...(found ? { regio: found.regio } : {}),
      niveau,
      ...(fase ? { fase } : {}),
      op,
      cijfers: resolved.waarnemingen,
      ingevuld: filled.ingevuld,
      uitleg: uitleg.flatMap((read) => ("fout" in read ? [] : [read])),
      besluiten: besluiten.flatMap((read) => ("fout" in read ? [] : [read.besluit])),
    },
    isToday,
    opmerkingen: found ? resolved.opmerkingen : [],
  };
}

const TOETS = { soort: "toets", command: "toets <document> --regio <regio>" } as const;

type Place = {
  readonly basis: Basis;
  readonly gebied: Rekengebied;
  readonly day: string;
  readonly vrijeNamen: boolean;
};

const NERGENS: Rekengebied = {
  id: GEHEEL,
  titel: "geen regio",
  eenheden: [],
  deelregios: {},
  onzeker: [],
};

function regioOf(asked: Asked, document: Toets, basis: Basis, day: string) {
  if (regioName(asked, document) !== undefined) return askRegio(asked, document, basis, day);
  // What is only asked of the country needs no region to be named.
  return document.niveau.every((level) => level === "nederland")
    ? findRegio("nederland", basis, day)
    : undefined;
}

type Fout = { readonly fout: string };

/** `rolstoel=geen lift`, or `rolstoel@plan-oost=geen lift`. */
function readUitleg(text: string, place: Place): Toetsopdracht["uitleg"][number] | Fout {
  const [, eis = "", wie, tekst = ""] = /^([^@=]+)(?:@([^=]+))?=(.*)$/s.exec(text) ?? [];
  if (!eis) {
    return { fout: `--leg-uit ${text}\n  Schrijf «eis=tekst» of «eis@wie=tekst».` };
  }
  if (wie === undefined) return { eis: eis.trim(), tekst };
  const unit = findUnit(wie.trim(), place);
  if ("fout" in unit) return { fout: `--leg-uit ${text}\n  ${unit.fout}` };
  return { eis: eis.trim(), eenheid: unit.id, tekst };
}

/** `{ ontheffing: …, orgaan: gs, gemeente: Dordrecht, ondergrens: 20 % }` */
function readBesluitOption(
  text: string,
  place: Place,
): { readonly besluit: Ontheffingsbesluit } | Fout {
  const wrong = (reason: string): Fout => ({ fout: `--besluit ${text}\n  ${reason}` });
  const { bron, fouten } = readBrontekst(text);
  const boom: Boom | undefined = bron && fouten.length === 0 ? toBoom(bron.boom) : undefined;
  if (boom === undefined || typeof boom === "string" || Array.isArray(boom)) {
    return wrong("Schrijf «{ ontheffing: naam-van-de-eis, orgaan: gs, ondergrens: 20 % }».");
  }
  const { gemeente, ...keys } = Object.fromEntries(
    Object.entries(boom).map(([key, value]) => [key, typeof value === "string" ? value : ""]),
  );
  const unit = gemeente === undefined ? undefined : findUnit(gemeente, place);
  if (unit && "fout" in unit) return wrong(unit.fout);
  const read = readBesluit(unit ? { ...keys, eenheid: unit.id } : keys);
  return "fouten" in read ? wrong(read.fouten.join(" ")) : read;
}
