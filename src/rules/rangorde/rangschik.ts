import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Rangorde } from "#domain/rangorde.ts";
import type {
  Beslissing,
  Kandidaatuitkomst,
  Nodig,
  Plaats,
  Rangmelding,
  RangordeUitkomst,
} from "#domain/rangorde-uitkomst.ts";
import {
  type Beslechtegroep,
  decisionsIn,
  refuseLotingen,
  settleGroep,
} from "./gelijke-standen.ts";
import { joinNodig } from "./nodig.ts";
import { comparePaar, orderGroepen, type Ranggroep, type Ranglid } from "./orden.ts";
import { countPunten } from "./punten.ts";
import { describeRegel, isExact, type Rangregelvraag, readRang } from "./rang.ts";
import { readTermijnen } from "./termijnen.ts";
import { readToelating } from "./toelating.ts";
import {
  createContext,
  kandidatenIn,
  plekOfKandidaat,
  type Rangcontext,
  type Rangordevraag,
} from "./vraag.ts";

/**
 * Who goes first, with everything the account needs (docs/taal.md 2.5).
 *
 * The candidates are the units of the gebied, what is known of them its figures. The order of the
 * input never matters. A tie, an open rank and an order that hangs on something unknown come back
 * as such: nobody is placed before another by chance or by silence.
 *
 * @throws RuleError "delen-door-nul" where points are counted per nothing.
 */
export function computeRangorde(
  vraag: Rangordevraag,
  context: Rangcontext = createContext(vraag),
): RangordeUitkomst {
  const regels = regelsOf(vraag.document);
  const rows = kandidatenIn(vraag).map((unit) => readKandidaat(unit, regels, context));
  const admitted = rows.filter(({ uitkomst }) => uitkomst.toelating.soort === "toegelaten");
  const groups = orderGroepen(admitted.map(({ lid }) => lid));
  const refused = refuseLotingen(vraag);
  const settled = groups.flatMap((groep) =>
    refused.length > 0 ? [groep] : settleGroep(groep, vraag),
  );
  return {
    document: documentnaam(vraag.document),
    ...(vraag.op === undefined ? {} : { op: vraag.op }),
    plaatsen: toPlaatsen(settled, regels),
    kandidaten: rows.map(({ uitkomst }) => uitkomst),
    meldingen: [
      ...refused,
      ...settled.flatMap((groep) => decisionsIn(groep, vraag)),
      ...asMeldingen(
        nodigIn(
          rows.map(({ uitkomst }) => uitkomst),
          groups,
          regels,
        ),
      ),
    ],
    gebruikt: context.lezer.verslag().gebruikt,
  };
}

type Rij = { readonly lid: Ranglid; readonly uitkomst: Kandidaatuitkomst };

/** The lines of the volgorde, and behind them those for a tie. */
function regelsOf({ volgorde, gelijkeStanden }: Rangorde): readonly Rangregelvraag[] {
  const further = gelijkeStanden.soort === "volgorde" ? gelijkeStanden.volgorde : [];
  return [
    ...volgorde.map((item, i) => ({ item, pad: `volgorde[${i}]` })),
    ...further.map((item, i) => ({ item, pad: `gelijke-standen.volgorde[${i}]` })),
  ];
}

function readKandidaat(
  { id, naam }: Rekeneenheid,
  regels: readonly Rangregelvraag[],
  context: Rangcontext,
): Rij {
  const plek = plekOfKandidaat(id);
  const toelating = readToelating(context.vraag.document.toelating, plek, context);
  const admitted = toelating.soort === "toegelaten";
  const punten = admitted ? countPunten(plek, context) : undefined;
  const rangen = admitted ? regels.map((regel) => readRang(regel, plek, punten, context)) : [];
  const uitkomst: Kandidaatuitkomst = {
    id,
    naam,
    toelating,
    ...(punten ? { punten } : {}),
    regels: rangen.map(({ waarde }, i) => {
      const regel = regels[i];
      return { pad: regel?.pad ?? "", wat: regel ? describeRegel(regel) : "", waarde };
    }),
    termijnen: readTermijnen(plek, context),
  };
  return { lid: { id, rangen }, uitkomst };
}

function toPlaatsen(
  groups: readonly Beslechtegroep[],
  regels: readonly Rangregelvraag[],
): readonly Plaats[] {
  let next = 1;
  return groups.map(({ leden, stand, beslecht }, i) => {
    const van = next;
    next += leden.length;
    const beslissing = decisionBetween(leden[0], groups[i + 1]?.leden[0], regels);
    return {
      van,
      tot: next - 1,
      stand,
      kandidaten: leden.map(({ id }) => id).toSorted(),
      ...(beslissing ? { beslissing } : {}),
      ...(beslecht ? { beslecht } : {}),
    };
  });
}

function decisionBetween(
  first: Ranglid | undefined,
  second: Ranglid | undefined,
  regels: readonly Rangregelvraag[],
): Beslissing | undefined {
  const index = first && second && comparePaar(first, second).regel;
  const regel = index === undefined ? undefined : regels[index];
  if (!regel || index === undefined) return undefined;
  return {
    pad: regel.pad,
    wat: describeRegel(regel),
    eigen: first?.rangen[index]?.waarde ?? "",
    volgende: second?.rangen[index]?.waarde ?? "",
  };
}

/** What keeps candidates from being admitted or refused, from their points, or from their place. */
function nodigIn(
  rows: readonly Kandidaatuitkomst[],
  groups: readonly Ranggroep[],
  regels: readonly Rangregelvraag[],
): Nodig {
  return joinNodig([
    ...rows.flatMap(({ toelating, punten, termijnen }) => [
      ...(toelating.soort === "nader-onderzoek" ? [toelating.nodig] : []),
      ...(punten?.delen ?? []).map(({ nodig }) => nodig),
      ...termijnen.map(({ ontbreekt }) => ({ ontbreekt, onbepaald: [] })),
    ]),
    ...groups
      .filter(({ stand }) => stand === "onbeslist")
      .map(({ leden }) => nodigAmong(leden, regels)),
  ]);
}

/** What must be known to set the members of a group apart: the lines that pairs hang on. */
function nodigAmong(leden: readonly Ranglid[], regels: readonly Rangregelvraag[]): Nodig {
  // Only of somebody of whom a line is not known can anything be asked.
  const unknown = leden.filter(({ rangen }) =>
    rangen.some((rang) => !rang.maanden && !isExact(rang)),
  );
  const nodig = joinNodig(
    hangingIn(unknown, leden).flatMap(({ lid, first }) =>
      lid.rangen.slice(first).map((rang) => rang.nodig()),
    ),
  );
  if (nodig.ontbreekt.length > 0 || nodig.onbepaald.length > 0) return nodig;
  return { ...nodig, onbepaald: hangingIn(leden, leden).map((one) => incomparable(one, regels)) };
}

type Hangend = { readonly lid: Ranglid; readonly first: number };

/** Of each the first line on which its order with anybody hangs; not of whom all is settled. */
function hangingIn(some: readonly Ranglid[], all: readonly Ranglid[]): readonly Hangend[] {
  return some.flatMap((lid) => {
    const lines = all.flatMap((other) => {
      const { voor, na, gelijk, regel } = comparePaar(lid, other);
      const settled = Number(voor) + Number(na) + Number(gelijk) === 1;
      return lid === other || settled || regel === undefined ? [] : [regel];
    });
    const first = lines.reduce<number | undefined>(
      (least, line) => (least === undefined || line < least ? line : least),
      undefined,
    );
    return first === undefined ? [] : [{ lid, first }];
  });
}

/** All is filled in, and still it cannot be compared: a term in weeks with one in months. */
function incomparable(
  { lid, first }: Hangend,
  regels: readonly Rangregelvraag[],
): Nodig["onbepaald"][number] {
  const waarde = lid.rangen[first]?.waarde ?? "";
  const waarom = `«${waarde}» van ${lid.id} laat zich hier niet met de anderen vergelijken.`;
  return { soort: "onbepaald", wat: regels[first]?.pad ?? "volgorde", waarom };
}

function asMeldingen({ ontbreekt, onbepaald }: Nodig): readonly Rangmelding[] {
  return [
    ...onbepaald,
    ...(ontbreekt.length > 0 ? [{ soort: "onvolledig" as const, ontbreekt }] : []),
  ];
}
