import type { Beleidswoord } from "#domain/beleidswoord.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Onderwerp, Soort } from "#domain/kop.ts";

/** Soorten that are one word whatever they are about: what they answer is the work itself. */
const PER_SOORT: Partial<Readonly<Record<Soort, Beleidswoord>>> = {
  indeling: "indeling",
  verdeling: "verdeling",
  kader: "samenwerking",
  rangorde: "transferpunt",
};

/** For a toets, a traject and an indicator: what it is about says where people look for it. */
const PER_ONDERWERP: Readonly<Record<Onderwerp, Beleidswoord>> = {
  indeling: "indeling",
  algemeen: "indeling",
  woningbouw: "programmering",
  betaalbaarheid: "programmering",
  studenten: "programmering",
  woonwagens: "programmering",
  arbeidsmigranten: "programmering",
  aandachtsgroepen: "zorg",
  ouderen: "zorg",
  uitstroom: "zorg",
  zorg: "zorg",
  samenwerking: "samenwerking",
  toezicht: "toezicht",
  urgenten: "transferpunt",
  vergunninghouders: "transferpunt",
  doorstroming: "transferpunt",
};

/** Documents whose soort and onderwerp do not tell: what they ask is other work. */
export const PER_DOCUMENT: Readonly<Record<string, Beleidswoord>> = {
  // About who gets a home, and not about which homes there are.
  "aandachtsgroepen-wvrv": "transferpunt",
  "hart-van-brabant-inschrijfpunt": "transferpunt",
  "nijmegen-commissie": "transferpunt",
  "nijmegen-reisurgentie": "transferpunt",
  "pact-plaatsing": "transferpunt",
  "twente-uitstroom": "transferpunt",
  "uitstroom-plek": "transferpunt",
  // About plans and homes, for whomever they are.
  "gmr-ruimte-in-plannen": "programmering",
  "west-friesland-checklist": "programmering",
  "west-overijssel-bandbreedte": "programmering",
  // About what parties agree, or how they decide.
  "afspraak-per-groep": "samenwerking",
  "afsprakenkaders-regio": "samenwerking",
  "friesland-verordening": "samenwerking",
  "hart-van-brabant-klankbord": "samenwerking",
  "hart-van-brabant-voortgang": "samenwerking",
  "nob-informatiepunt": "samenwerking",
  "regionale-afspraken-urgenten": "samenwerking",
  "rivierenland-tempo": "samenwerking",
  "utrecht-regionaal-team": "samenwerking",
  "woonwagenbeleid-bespreken": "samenwerking",
  // About whether a body keeps to it, or may leave it.
  "huisvestingsverordening-gemeente": "toezicht",
  "ontheffing-van-de-norm": "toezicht",
  "rivierenland-nachtregister": "toezicht",
  // About guidance.
  "nob-arbeidsmigranten-zorg": "zorg",
};

/** The one policy word that a document belongs to, also one that people wrote themselves. */
export function beleidswoordVan({
  id,
  soort,
  onderwerp,
}: Pick<RegieDocument, "id" | "soort" | "onderwerp">): Beleidswoord {
  return PER_DOCUMENT[id] ?? PER_SOORT[soort] ?? PER_ONDERWERP[onderwerp];
}
