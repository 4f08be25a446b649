import type { Bandbreedte, GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Waarneming } from "#domain/waarneming.ts";

/** The same text for the same figure of the same place and moment, whoever delivered it. */
export function nameOfWaarneming({ indicator, gebied, cel, moment }: Waarneming): string {
  return `${indicator}|${gebied}|${cel.join(".")}|${moment ?? ""}`;
}

/** What an outcome says of a figure that it rests on. */
export function toGebruikt(
  { indicator, gebied, cel, moment, bron, betrouwbaarheid, opmerking, inhoud }: Waarneming,
  waarde: Bandbreedte | undefined,
): GebruiktCijfer {
  return {
    indicator,
    gebied,
    cel,
    bron,
    ...(moment === undefined ? {} : { moment }),
    ...(betrouwbaarheid ? { betrouwbaarheid } : {}),
    ...(opmerking ? { opmerking } : {}),
    ...(waarde ? { waarde } : {}),
    ...(inhoud.soort === "kenmerk" ? { kenmerk: inhoud.code } : {}),
  };
}
