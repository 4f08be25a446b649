import { compareNaam } from "#domain/alfabet.ts";
import type { Onderdeel } from "#domain/kader.ts";
import type { Kaderstand, Meting, Onderdeelstand, Voortgang } from "#domain/kaderstand.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Kadervraag, Onderdeelloop } from "./kadervraag.ts";
import { measureToets } from "./metingen-toets.ts";
import { measureTraject } from "./metingen-traject.ts";
import { measureVerdeling } from "./metingen-verdeling.ts";

type Loopstand = Pick<
  Onderdeelstand,
  "loopt" | "soort" | "voortgang" | "waarom" | "metingen" | "ontbreekt" | "meldingen"
>;

/** How one onderdeel goes: carried out, for people to judge, or why it does not run today. */
export function reportLoop(naam: string, { inhoud }: Onderdeel, vraag: Kadervraag): Loopstand {
  if (inhoud.soort === "niet-berekenbaar") {
    const { eigenaar, beoordeeldDoor } = inhoud;
    const judge =
      beoordeeldDoor === undefined
        ? `wie het beoordeelt, is niet afgesproken (eigenaar: ${eigenaar})`
        : `${beoordeeldDoor} beoordeelt het`;
    return nothing("niet-berekenbaar", `niet te berekenen; ${judge}`);
  }
  const run = vraag.lopen.get(naam);
  if (!run) return nothing("loopt-niet", `«${inhoud.document}» is niet uitgevoerd`);
  if (run.soort === "loopt-niet") return nothing("loopt-niet", run.waarom);
  const metingen = measure(run, vraag).toSorted((a, b) => compareNaam(a.naam, b.naam));
  const meldingen = meldingenOf(run);
  return {
    loopt: "loopt",
    soort: run.soort,
    metingen,
    meldingen,
    ontbreekt: ontbreektIn(run),
    voortgang: worstOf(metingen, run),
    waarom: reasonsFor(run, metingen, meldingen),
  };
}

function nothing(loopt: Loopstand["loopt"], waarom: string): Loopstand {
  return {
    loopt,
    voortgang: "niet-te-beoordelen",
    waarom: [waarom],
    metingen: [],
    ontbreekt: [],
    meldingen: [],
  };
}

function measure(run: Onderdeelloop, { op }: Kadervraag): readonly Meting[] {
  switch (run.soort) {
    case "verdeling":
      return run.periodes.flatMap((periode) => measureVerdeling(run.document, periode, op));
    case "toets":
      return run.uitkomsten.flatMap((outcome) => measureToets(outcome, op));
    case "traject":
      return measureTraject(run.stand, run.gemeld, op);
    case "kader":
      return measureKader(run.stand);
    default:
      return [];
  }
}

/** The onderdelen of a kader inside a kader, each as one. */
function measureKader({ gebied, onderdelen }: Kaderstand): readonly Meting[] {
  return onderdelen.map(({ naam, voortgang, waarom }) => ({
    eenheid: gebied,
    naam,
    wat: naam,
    voortgang,
    ...(waarom[0] === undefined ? {} : { waarom: waarom[0] }),
  }));
}

/** The order in which a known state says something of the whole: known short comes first. */
const ORDER: readonly Voortgang[] = ["gemist", "in-gevaar", "niet-te-beoordelen", "op-koers"];

function worstOf(metingen: readonly Meting[], run: Onderdeelloop): Voortgang {
  if (run.soort === "kader" && run.stand.status !== "actief") return "niet-te-beoordelen";
  const found = ORDER.find((word) => metingen.some(({ voortgang }) => voortgang === word));
  return found ?? "niet-te-beoordelen";
}

function reasonsFor(
  run: Onderdeelloop,
  metingen: readonly Meting[],
  meldingen: readonly Melding[],
): readonly string[] {
  const said = [...new Set(metingen.flatMap(({ waarom }) => waarom ?? []))];
  if (run.soort === "rangorde") {
    return ["een rangorde wordt per keer toegepast; of zij wordt gevolgd, is geen cijfer"];
  }
  if (run.soort === "indeling" || run.soort === "indicator") {
    return ["dit document zegt wie of wat er is, en vraagt niets"];
  }
  if (run.soort === "kader" && run.stand.status !== "actief") {
    return [`dat kader is ${run.stand.status.replaceAll("-", " ")}`];
  }
  const stops = meldingen.flatMap(describeStop);
  if (metingen.length > 0 || stops.length > 0) return [...new Set([...said, ...stops])];
  return run.soort === "toets" ? ["hier geldt geen eis"] : ["er zijn geen eenheden om te volgen"];
}

/** Why the document of an onderdeel came to no numbers, with names. */
function describeStop(melding: Melding): readonly string[] {
  switch (melding.soort) {
    case "onvolledig":
      return [`onvolledig: ${melding.ontbreekt.map(nameOf).join(", ")}`];
    case "onbepaald":
      return [`onbepaald: ${melding.wat}`];
    case "besluit-nodig":
      return [
        melding.wat === "wat-niet-past"
          ? "besluit nodig: wat niet past"
          : `besluit nodig: een gelijke stand tussen ${melding.kandidaten.join(", ")}`,
      ];
    case "onhaalbaar":
      return [`onhaalbaar: ${melding.tekst}`];
    case "geweigerd":
      return [`geweigerd: ${melding.reden}`];
    default:
      return [];
  }
}

function nameOf({ cijfer, van }: Ontbrekend): string {
  return van ? `${cijfer} van ${van}` : cijfer;
}

function meldingenOf(run: Onderdeelloop): readonly Melding[] {
  switch (run.soort) {
    case "verdeling":
      return run.periodes.at(-1)?.uitkomst.meldingen ?? [];
    case "toets":
      return run.uitkomsten.flatMap(({ meldingen }) => meldingen);
    case "traject":
    case "kader":
      return run.stand.meldingen;
    default:
      return [];
  }
}

function ontbreektIn(run: Onderdeelloop): readonly Ontbrekend[] {
  switch (run.soort) {
    case "verdeling":
      return [
        ...run.periodes.flatMap(({ ontbreekt }) => ontbreekt),
        ...missingIn(run.periodes.at(-1)?.uitkomst.meldingen ?? []),
      ];
    case "toets":
      return run.uitkomsten.flatMap(({ eenheden }) =>
        eenheden.flatMap(({ oordelen }) => oordelen.flatMap(({ ontbreekt }) => ontbreekt)),
      );
    default:
      return missingIn(meldingenOf(run));
  }
}

function missingIn(meldingen: readonly Melding[]): readonly Ontbrekend[] {
  return meldingen.flatMap((melding) => (melding.soort === "onvolledig" ? melding.ontbreekt : []));
}
