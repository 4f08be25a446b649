import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { between, withMarge } from "./band.ts";
import { pickCel } from "./cel.ts";
import { nameOfWaarneming, toGebruikt } from "./gebruikt.ts";
import type { Genoemd, Noot } from "./leesgeheugen.ts";
import { indicatorOf, type Leesstaat } from "./leesstaat.ts";
import { describeMoment, pickMoment } from "./moment.ts";
import { gebiedenAt } from "./niveau.ts";
import type { Plek } from "./rekenvraag.ts";
import { describeInhoud, rivalsOf } from "./voorrang.ts";

/**
 * The waarneming that answers the verwijzing here, at the moment it asks; undefined without note.
 *
 * An explicit `onbekend` is an answer too: it keeps a formule from estimating over it. Where
 * sources contradict each other it comes back as `onbekend`, for the system does not choose.
 */
export function observe(
  state: Leesstaat,
  verwijzing: Verwijzing,
  plek: Plek,
): Waarneming | undefined {
  for (const gebied of gebiedenAt(state.vraag, verwijzing, plek)) {
    const all = state.vraag.cijfers.find(verwijzing.naam, gebied);
    if (all.length === 0) {
      state.noten?.push({ soort: "gevraagd", indicator: verwijzing.naam, gebied });
      continue;
    }
    const known = pickCel(all, verwijzing.pad, plek);
    const found = pickMoment(known, verwijzing.tijd, state.vraag.op);
    if (found) {
      const rivals = known.length > 1 ? rivalsOf(found, known) : [];
      if (rivals.length > 0) return contradicted(state, found, rivals);
      noteUsed(state, found);
      return found;
    }
  }
  return undefined;
}

function contradicted(
  state: Leesstaat,
  found: Waarneming,
  rivals: readonly Waarneming[],
): Waarneming {
  const unsettled: Waarneming = { ...found, inhoud: { soort: "onbekend" } };
  state.botsend.set(unsettled, [found, ...rivals]);
  return unsettled;
}

export function toBand(state: Leesstaat, waarneming: Waarneming): Bandbreedte | undefined {
  const { inhoud } = waarneming;
  if (inhoud.soort !== "getal") return undefined;
  if (inhoud.laag && inhoud.hoog) return between(inhoud.laag, inhoud.hoog, inhoud.waarde);
  return withMarge(inhoud.waarde, indicatorOf(state, waarneming.indicator));
}

/** Notes that the outcome rests on this waarneming. */
export function noteUsed(state: Leesstaat, waarneming: Waarneming): void {
  state.noten?.push({ soort: "gebruikt", waarneming });
  const { naam, gebruikt } = namedOf(state, waarneming);
  if (!state.used.has(naam)) state.used.set(naam, gebruikt);
}

function namedOf(state: Leesstaat, waarneming: Waarneming): Genoemd {
  const { genoemd } = state.memo;
  const known = genoemd.get(waarneming);
  if (known) return known;
  const gebruikt = toGebruikt(waarneming, toBand(state, waarneming));
  const made = { naam: nameOfWaarneming(waarneming), gebruikt };
  genoemd.set(waarneming, made);
  return made;
}

export function isKnown(waarneming: Waarneming): boolean {
  return waarneming.inhoud.soort !== "onbekend";
}

/** Notes a figure that cannot be used: nobody delivered it, or its sources contradict each other. */
export function note(
  state: Leesstaat,
  verwijzing: Verwijzing,
  plek: Plek,
  found?: Waarneming,
): void {
  const { naam } = verwijzing;
  const cijfer = [naam, ...verwijzing.pad].join(".");
  const moment = verwijzing.tijd && describeMoment(verwijzing.tijd, state.vraag.op);
  const van = verwijzing.van ?? plek.pad.join(", ");
  const botsend = found && state.botsend.get(found);
  const key = `${cijfer}|${van}|${moment ?? ""}`;
  const ontbreekt = {
    cijfer,
    ...(van ? { van } : {}),
    ...(moment ? { moment } : {}),
    ...(botsend ? { botst: botsend.map(toBron) } : {}),
  };
  noteMissed(state, { soort: "gemist", naam: key, ontbreekt, metBronnen: Boolean(botsend) });
}

/** Said with its sources once, it is not said again without them. */
export function noteMissed(state: Leesstaat, gemist: Extract<Noot, { soort: "gemist" }>): void {
  state.noten?.push(gemist);
  if (!gemist.metBronnen && state.missing.has(gemist.naam)) return;
  state.missing.set(gemist.naam, gemist.ontbreekt);
}

function toBron({ bron, inhoud }: Waarneming) {
  return { bron, waarde: describeInhoud(inhoud) };
}
