import type { Bevinding, Gelezencijfer } from "#domain/inlevering.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Inleeskennis } from "./kennis.ts";
import { opmerking, toBevinding } from "./melding.ts";

/** A region that a delivery has to be complete for. */
export type Regioleden = {
  readonly titel: string;
  readonly leden: readonly { readonly id: string; readonly naam: string }[];
};

/** Tells per figure and moment which gemeenten of the region are not in the file. */
export function findOntbrekend(
  cijfers: readonly Gelezencijfer[],
  { titel, leden }: Regioleden,
  { indicatoren }: Pick<Inleeskennis, "indicatoren">,
): readonly Bevinding[] {
  const groups = new Map<string, { readonly cijfer: Gelezencijfer; readonly er: Set<string> }>();
  for (const cijfer of cijfers) {
    const { indicator, moment = "", cel, gebied } = cijfer.waarneming;
    const key = [indicator, moment, ...cel].join("|");
    const group = groups.get(key) ?? { cijfer, er: new Set() };
    group.er.add(gebied);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ cijfer, er }) => {
    const absent = leden.filter(({ id }) => !er.has(id));
    if (absent.length === 0) return [];
    const { indicator, moment, cel } = cijfer.waarneming;
    const naam = [indicatoren.get(indicator)?.titel ?? indicator, ...cel].join(", ");
    const when = moment ? ` van ${formatMoment(moment)}` : "";
    const names = absent.map((lid) => lid.naam).join(", ");
    const many =
      absent.length === 1 ? "ontbreekt 1 gemeente" : `ontbreken ${absent.length} gemeenten`;
    const tekst = `Van «${naam}»${when} ${many} van ${titel}. Wat ontbreekt blijft zoals het was.`;
    const waar = { blad: cijfer.waar.blad, kolom: cijfer.waar.kolom };
    return [toBevinding(opmerking("gemeente-ontbreekt", tekst), waar, names, indicator)];
  });
}
