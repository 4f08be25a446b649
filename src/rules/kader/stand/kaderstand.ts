import { documentnaam } from "#domain/document.ts";
import { type Kader, MONITORVELDEN, type Onderdeel } from "#domain/kader.ts";
import type { Kaderstand, Kaderstatus, Onderdeelstand, Partijstand } from "#domain/kaderstand.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { reportEvaluaties } from "./evaluatie.ts";
import type { Kadervraag } from "./kadervraag.ts";
import { lateLandings, reportLanding } from "./landing.ts";
import { reportLoop } from "./onderdeel.ts";
import { remarkOnPartijen, reportBinding, reportPartijen } from "./partijen.ts";
import { missingLanding, remarkOnGrens, remarkOnSamenwerking, reportSporen } from "./sporen.ts";

/**
 * Where an agreement stands on a day: who is bound, what runs, what has landed, what lacks.
 *
 * Without memory: the same vraag gives the same state. Missing is never `gemist`, nobody is ranked,
 * and what people must fill in or decide is named. Words and order of `status` and `voortgang` are
 * in docs/rekenwijze/kader.md.
 */
export function computeKaderstand(vraag: Kadervraag): Kaderstand {
  const { document, op } = vraag;
  const { partijen, meldingen: refused } = reportPartijen(vraag);
  const { evaluaties, meldingen: unplanned } = reportEvaluaties(vraag);
  const sporen = reportSporen(document);
  const onderdelen = Object.entries(document.onderdelen).map(([naam, onderdeel]) =>
    reportOnderdeel(naam, onderdeel, vraag, partijen),
  );
  const blokkade = MONITORVELDEN.filter((veld) => document.monitoring[veld] === undefined).map(
    (veld) => `monitoring.${veld}`,
  );
  return {
    document: documentnaam(document),
    titel: document.titel,
    documentstatus: document.status,
    gebied: vraag.gebied.id,
    op,
    status: statusOf(document, op, blokkade),
    blokkade,
    partijen,
    ...(document.aantalPartijen === undefined ? {} : { aantalPartijen: document.aantalPartijen }),
    ...sporen,
    onderdelen,
    evaluaties,
    ...nalevingOf(document, onderdelen),
    ontbreekt: missingLanding(document),
    teLaat: [
      ...evaluaties.filter(({ stand }) => stand === "te-laat").map(({ dag }) => `evaluatie ${dag}`),
      ...onderdelen.flatMap(({ naam, landing }) => lateLandings(naam, landing)),
    ],
    opmerkingen: [
      ...remarkOnPartijen(document, partijen),
      ...remarkOnSamenwerking(sporen),
      ...remarkOnGrens(vraag),
    ],
    meldingen: [...refused, ...unplanned, ...undatedLandings(onderdelen, vraag)],
  };
}

function statusOf(
  { status, geldigVan, geldigTot }: Kader,
  op: Datum,
  blokkade: readonly string[],
): Kaderstatus {
  if (status === "vervallen" || (geldigTot !== undefined && geldigTot < op)) return "vervallen";
  if (geldigVan !== undefined && op < geldigVan) return "nog-niet-van-kracht";
  return blokkade.length > 0 ? "niet-actief" : "actief";
}

function reportOnderdeel(
  naam: string,
  onderdeel: Onderdeel,
  vraag: Kadervraag,
  partijen: readonly Partijstand[],
): Onderdeelstand {
  const { spoor, thema, reikwijdte, deelonderwerp, inhoud } = onderdeel;
  const binding = reportBinding(onderdeel, partijen);
  const landing = reportLanding(naam, onderdeel, vraag, partijen);
  return {
    naam,
    spoor,
    ...(thema === undefined ? {} : { thema }),
    ...(reikwijdte ? { reikwijdte } : {}),
    ...(deelonderwerp === undefined ? {} : { deelonderwerp }),
    ...describeInhoud(inhoud),
    ...reportLoop(naam, onderdeel, vraag),
    ...(binding ? { binding } : {}),
    ...(landing ? { landing } : {}),
  };
}

function describeInhoud(
  inhoud: Onderdeel["inhoud"],
): Pick<Onderdeelstand, "document" | "wat" | "eigenaar" | "beoordeeldDoor"> {
  if (inhoud.soort === "document") return { document: inhoud.document };
  const { wat, eigenaar, beoordeeldDoor } = inhoud;
  return { wat, eigenaar, ...(beoordeeldDoor === undefined ? {} : { beoordeeldDoor }) };
}

function nalevingOf(
  { naleving }: Kader,
  onderdelen: readonly Onderdeelstand[],
): Pick<Kaderstand, "naleving"> {
  if (!naleving) return {};
  const missed = onderdelen.filter(({ voortgang }) => voortgang === "gemist");
  return { naleving: { ...naleving, aanleiding: missed.map(({ naam }) => naam) } };
}

/** Days on which something is to land that nobody has filled in yet. */
function undatedLandings(
  onderdelen: readonly Onderdeelstand[],
  { document }: Kadervraag,
): readonly Melding[] {
  const names = new Set(onderdelen.flatMap(({ landing }) => landing?.onbepaald ?? []));
  return [...names].map((wat) => {
    const parameter = document.parameters[wat];
    return {
      soort: "onbepaald",
      wat,
      ...(parameter ? { parameter } : {}),
      waarom: `«${wat}» heeft nog geen waarde. Zonder die dag is niets te laat.`,
    };
  });
}
