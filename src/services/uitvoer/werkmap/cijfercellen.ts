import { type Breuk, breuk, equals } from "#domain/breuk.ts";
import type { Formule, Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import {
  createLeesstaat,
  formuleOf,
  isAdditive,
  type Leesstaat,
} from "#rules/cijfers/leesstaat.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { unitsAt } from "#rules/cijfers/niveau.ts";
import { MIDDEN, type Plek } from "#rules/cijfers/rekenvraag.ts";
import { answersAt, inherit } from "#rules/cijfers/verwijzing.ts";
import { isKnown, observe } from "#rules/cijfers/waargenomen.ts";
import { partFor } from "#rules/normen/waarde.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Cel } from "./cellen.ts";
import {
  gedeeld,
  getal,
  maal,
  min,
  Onzegbaar,
  plus,
  somVan,
  type Uitdrukking,
} from "./uitdrukking.ts";

/** Where figures and parameters stand in the workbook. */
export type Cijferplaatsen = {
  readonly vindCijfer: (waarneming: Waarneming) => Cel | undefined;
  readonly vindParameter: (naam: string) => Cel | undefined;
};

/** Says figures as cells and formulas over cells, each checked against what the engine read. */
export type Cijfervertaler = {
  readonly verwijzing: (verwijzing: Verwijzing, plek: Plek, hier: Hier) => Uitdrukking;
  readonly waarde: (waarde: Waarde, plek: Plek, hier: Hier) => Uitdrukking;
};

/** What only the step knows: an outcome so far, and a part in proportion. */
export type Hier = {
  readonly uitkomst: (verwijzing: Verwijzing, plek: Plek) => Uitdrukking;
  readonly evenredig: (aan: Verwijzing, plek: Plek) => Uitdrukking;
};

export function createCijfervertaler(
  vraag: Verdelingsvraag,
  lezer: Lezer,
  plaatsen: Cijferplaatsen,
): Cijfervertaler {
  const state = createLeesstaat(vraag);
  const verwijzing: Cijfervertaler["verwijzing"] = (asked, plek, hier) => {
    if (asked.naam === "uitkomst") return hier.uitkomst(asked, plek);
    const exact = lezer.getal(asked, plek, MIDDEN);
    if (!exact) throw new Onzegbaar(`«${asked.naam}» is onbekend`);
    return checked(figureAt(asked, plek, state, plaatsen), exact);
  };
  const waarde: Cijfervertaler["waarde"] = (asked, plek, hier) => {
    switch (asked.soort) {
      case "getal":
        return getal(asked.getal);
      case "band":
        return getal(halfway(asked.van, asked.tot));
      case "verwijzing":
        return verwijzing(asked.verwijzing, plek, hier);
      case "deel-van": {
        const { deel, van } = asked;
        const part =
          deel.soort === "getal"
            ? getal(deel.getal)
            : verwijzing({ naam: deel.naam, pad: [] }, plek, hier);
        return maal(part, verwijzing(van, plek, hier));
      }
      case "evenredig":
        return hier.evenredig(asked.aan, plek);
      case "per": {
        const part = partFor(asked.is, plek);
        if (!part) throw new Onzegbaar("een waarde is niet voor elk deel geschreven");
        return waarde(part, plek, hier);
      }
      default:
        throw new Onzegbaar("een duur of datum is geen getal");
    }
  };
  return { verwijzing, waarde };
}

function halfway(van: Breuk, tot: Breuk): Breuk {
  const { teller, noemer } = breuk(
    van.teller * tot.noemer + tot.teller * van.noemer,
    van.noemer * tot.noemer,
  );
  return breuk(teller, noemer * 2n);
}

/** What the formula comes to must be what the engine read, else the number itself stands there. */
function checked(said: Uitdrukking | undefined, exact: Breuk): Uitdrukking {
  return said && equals(said.waarde(), exact) ? said : getal(exact);
}

/** The same order in which the reader looks: delivered, a sum over units, a formule. */
function figureAt(
  verwijzing: Verwijzing,
  plek: Plek,
  state: Leesstaat,
  plaatsen: Cijferplaatsen,
): Uitdrukking | undefined {
  const { naam } = verwijzing;
  if (naam in state.vraag.document.parameters) return plaatsen.vindParameter(naam);
  const delivered = observe(state, verwijzing, plek);
  if (delivered) return isKnown(delivered) ? plaatsen.vindCijfer(delivered) : undefined;
  const formule = formuleOf(state, naam);
  const units = unitsAt(state.vraag, verwijzing, plek);
  if (units && isAdditive(state, naam)) {
    const { van: _level, ...own } = verwijzing;
    const parts = units.map((unit) =>
      figureAt(own, { ...plek, pad: [unit, ...plek.pad.slice(1)] }, state, plaatsen),
    );
    const known = parts.filter((part) => part !== undefined);
    return known.length === parts.length ? somVan(known) : undefined;
  }
  if (!formule || !answersAt(formule, verwijzing)) return undefined;
  return formuleAt(formule, (inner) => figureAt(inherit(inner, verwijzing), plek, state, plaatsen));
}

const BEWERKINGEN = { "+": plus, "-": min, "*": maal, "/": gedeeld } as const;

function formuleAt(
  formule: Formule,
  read: (verwijzing: Verwijzing) => Uitdrukking | undefined,
): Uitdrukking | undefined {
  if (formule.soort === "getal") return getal(formule.getal);
  if (formule.soort === "verwijzing") return read(formule.verwijzing);
  const links = formuleAt(formule.links, read);
  const rechts = formuleAt(formule.rechts, read);
  return links && rechts && BEWERKINGEN[formule.teken](links, rechts);
}

/** A part of a total in proportion to a figure of each place. */
export function evenredigVan(
  totaal: Uitdrukking,
  eigen: Uitdrukking,
  alle: readonly Uitdrukking[],
): Uitdrukking {
  return gedeeld(maal(totaal, eigen), somVan(alle));
}
