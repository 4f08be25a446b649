import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import type { Orgaan } from "#domain/kop.ts";
import { formatMoment, orgaannaam } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import {
  type Bestuursmandaat,
  type Mandaat,
  ROLNAMEN,
  type Rol,
  SOORTNAMEN,
  type Wie,
} from "#domain/toegang.ts";
import { BEVOEGDHEDEN, HANDELINGEN, type Handeling, type Regel } from "./bevoegdheden.ts";

/** What something is done to. */
export type Waarover = {
  /** The body it belongs to, by UUID. */
  readonly organisatie?: string;
  /** Every area it lies in: the gemeente, its provincie, the regions that the gemeente is in. */
  readonly gebieden?: readonly string[];
  /** Who decides on it, as `data/bevoegdheden.yaml` says. */
  readonly bevoegdheid?: Bevoegdheid;
  /** The powers that bodies may use in the name of another. */
  readonly bestuursmandaten?: readonly Bestuursmandaat[];
};

/** Whether somebody may, and for whom they then act; where not, why, in words for people. */
export type Magoordeel =
  | { readonly mag: true; readonly namens: Mandaat }
  | { readonly mag: false; readonly waarom: string };

/** The body of government that somebody acts as. */
export const ORGAAN_VAN: Partial<Readonly<Record<Rol, Orgaan>>> = {
  minister: "minister",
  "provinciale-staten": "ps",
  "gedeputeerde-staten": "gs",
  raad: "raad",
  college: "college",
};

/**
 * Whether who asks may do this on that day: the one place where that is decided.
 *
 * With `"ergens"` in place of what it is done to: whether there is anything at all that they may
 * do it to, as for a page where one begins.
 */
export function mag(
  wie: Wie,
  handeling: Handeling,
  waarover: Waarover | "ergens",
  dag: Datum,
): Magoordeel {
  if (wie.persoon === undefined) {
    return no(`Meld u aan. Zonder account kan dit niet: ${HANDELINGEN[handeling]}.`);
  }
  const lines = BEVOEGDHEDEN.filter((regel) => regel.handeling === handeling);
  const all = [...wie.namens, ...(wie.nietVandaag ?? [])];
  const fitting = all.filter((mandaat) => lines.some((regel) => fits(regel, mandaat)));
  const today = fitting.filter((mandaat) => holdsOn(mandaat, dag));
  const reasons: string[] = [];
  for (const mandaat of today) {
    for (const regel of lines.filter((line) => fits(line, mandaat))) {
      const why = waarover === "ergens" ? undefined : whyNot(regel, mandaat, waarover, dag);
      if (why === undefined) return { mag: true, namens: mandaat };
      reasons.push(why);
    }
  }
  const [reason] = reasons;
  if (reason !== undefined) return no(reason);
  const [other] = fitting;
  if (other !== undefined) return no(outsideTerm(other, dag));
  return no(`${whoMay(handeling)} ${actsFor(wie, dag)}`);
}

function no(waarom: string): Magoordeel {
  return { mag: false, waarom };
}

function fits({ soort, rollen }: Regel, { organisatie, rol }: Mandaat): boolean {
  return soort === organisatie.soort && rollen.includes(rol);
}

/** Whether a mandate holds on a day; that of a body that stopped ends with it. */
export function holdsOn({ van, tot, organisatie }: Mandaat, dag: Datum): boolean {
  return van <= dag && dag <= (tot ?? dag) && dag <= (organisatie.tot ?? dag);
}

function whyNot(
  { waar, handeling }: Regel,
  mandaat: Mandaat,
  waarover: Waarover,
  dag: Datum,
): string | undefined {
  const { organisatie } = mandaat;
  const here = waarover.gebieden?.includes(organisatie.gebied ?? "") ?? false;
  switch (waar) {
    case "overal":
      return handeling === "vaststellen" ? whyNotOrgaan(mandaat, waarover) : undefined;
    case "eigen-gebied":
      return here ? undefined : elsewhere(mandaat);
    case "eigen-organisatie":
      return waarover.organisatie === organisatie.id
        ? undefined
        : `U handelt voor ${organisatie.naam}, en dit is van een andere organisatie.`;
    case "bevoegd-orgaan":
      return whyNotOrgaan(mandaat, waarover) ?? (here ? undefined : elsewhere(mandaat));
    case "bestuursmandaat":
      return whyNotGiven(mandaat, waarover, dag);
  }
}

function elsewhere({ organisatie }: Mandaat): string {
  return `U handelt voor ${organisatie.naam}, en dit gaat over een ander gebied.`;
}

function whyNotOrgaan({ rol }: Mandaat, { bevoegdheid }: Waarover): string | undefined {
  if (bevoegdheid === undefined) return "Van dit document is niet bekend welk orgaan erover gaat.";
  const orgaan = ORGAAN_VAN[rol];
  if (orgaan !== undefined && bevoegdheid.organen.includes(orgaan)) return undefined;
  const bodies = bevoegdheid.organen.map(orgaannaam).join(" of ");
  return `Over ${bevoegdheid.titel} gaat: ${bodies}. U handelt als ${ROLNAMEN[rol]}.`;
}

/** A power of another body: since and until when it may be used, to the day (F143). */
function whyNotGiven(
  { organisatie }: Mandaat,
  { gebieden = [], bestuursmandaten = [] }: Waarover,
  dag: Datum,
): string | undefined {
  const given = bestuursmandaten.filter(
    ({ over, aan, gever }) =>
      over === "urgentieverklaring" &&
      aan === organisatie.id &&
      gebieden.includes(gever.gebied ?? ""),
  );
  if (given.some(({ van, tot }) => van <= dag && dag <= (tot ?? dag))) return undefined;
  const [first] = given;
  if (first === undefined) {
    return `${organisatie.naam} heeft voor dit gebied geen bestuursmandaat om een urgentieverklaring af te geven.`;
  }
  const van = `Het bestuursmandaat van ${first.gever.naam} aan ${organisatie.naam}`;
  return term(van, first, dag);
}

function outsideTerm(mandaat: Mandaat, dag: Datum): string {
  const { organisatie, rol, van, tot } = mandaat;
  const ends = [tot, organisatie.tot].filter((day) => day !== undefined).toSorted()[0];
  const what = `Uw mandaat als ${ROLNAMEN[rol]} van ${organisatie.naam}`;
  return term(what, { van, ...(ends === undefined ? {} : { tot: ends }) }, dag);
}

function term(
  what: string,
  { van, tot }: { readonly van: Datum; readonly tot?: Datum },
  dag: Datum,
): string {
  if (dag < van) {
    return `${what} begint op ${formatMoment(van)}. Op ${formatMoment(dag)} geldt het nog niet.`;
  }
  return `${what} liep tot en met ${formatMoment(tot ?? van)}. Op ${formatMoment(dag)} geldt het niet meer.`;
}

function whoMay(handeling: Handeling): string {
  const who = BEVOEGDHEDEN.filter((regel) => regel.handeling === handeling).map(
    ({ soort, rollen }) =>
      `${SOORTNAMEN[soort]} (${rollen.map((rol) => ROLNAMEN[rol]).join(", ")})`,
  );
  return `U mag niet: ${HANDELINGEN[handeling]}. Wie dat mag: ${who.join("; ")}.`;
}

function actsFor({ namens }: Wie, dag: Datum): string {
  const today = namens.filter((mandaat) => holdsOn(mandaat, dag));
  if (today.length === 0) return "U handelt vandaag voor geen enkele organisatie.";
  const whom = today.map(({ organisatie, rol }) => `${organisatie.naam} (${ROLNAMEN[rol]})`);
  return `U handelt voor ${whom.join(", ")}.`;
}
