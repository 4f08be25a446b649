import { type Breuk, NUL } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Melding, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN } from "#rules/cijfers/rekenvraag.ts";
import { describeAannames } from "./aannames.ts";
import { reportEenheden, reportJaar, reportOpen } from "./eenheidverslag.ts";
import { readErnaast } from "./ernaast.ts";
import { createHoekloper, GEEN_RUIMTE, roomIn } from "./hoeken.ts";
import { type Loop, runLoop } from "./loop.ts";
import { refuseAanbod, reportOpgave } from "./opgaveverslag.ts";
import type { Pasuitkomst } from "./pas.ts";
import type { Run } from "./run.ts";
import { totalAt } from "./stand.ts";
import type { Pas, Verdelingsvraag } from "./stapcontext.ts";
import { type Saldi, settle } from "./vereffening.ts";

/**
 * Carries out a verdeling and gives its outcome with all that its account needs.
 *
 * Exact and without memory: the same vraag gives the same outcome, whatever the order of units and
 * figures. What people must decide, and what is missing, is in `meldingen`; a step that cannot be
 * carried out ends the run there, with the steps before it shown.
 *
 * @throws RuleError where a figure makes no sense: below zero as a weight, zero under a quotient.
 */
export function computeVerdeling(vraag: Verdelingsvraag): VerdelingUitkomst {
  return reportRun(runVerdeling(vraag));
}

/** Runs a verdeling without reporting, for a comparison that goes corner by corner. */
export function runVerdeling(vraag: Verdelingsvraag, above: readonly string[] = []): Run {
  const naam = documentnaam(vraag.document);
  if (above.includes(naam)) {
    throw new RuleError("kring-van-documenten", { documenten: [...above, naam] });
  }
  const andere = (document: string) => outcomeOf(document, vraag, [...above, naam]);
  const lezer = createLezer(vraag);
  const loop = runLoop(vraag, andere, { hoek: MIDDEN, afgerond: true, lezer });
  const room = roomIn(vraag, loop.kern.pas.lezer);
  return {
    vraag,
    loop,
    lezer: loop.kern.pas.lezer,
    zijlezer: createLezer(vraag),
    ruimte: vraag.alleenMidden ? GEEN_RUIMTE : room,
    opgaveruimte: room,
    hoek: createHoekloper(vraag, andere, lezer),
  };
}

/** The numbers of another verdeling over the same units, in proportion to which a sleutel goes. */
export function outcomeOf(
  naam: string,
  vraag: Verdelingsvraag,
  above: readonly string[],
): ReadonlyMap<string, Breuk> | undefined {
  const document = vraag.bibliotheek.find(naam);
  if (document?.soort !== "verdeling") throw new RuleError("verwijzing-onbekend", { naam });
  const { loop } = runVerdeling({ ...vraag, document }, above);
  if (loop.kern.meldingen.length > 0) return undefined;
  const { stand } = loop.kern;
  return new Map(vraag.gebied.eenheden.map(({ id }) => [id, totalAt(stand, [id])]));
}

/** What a run came to, with all that its account needs. */
export function reportRun(run: Run): VerdelingUitkomst {
  const { vraag, loop, lezer } = run;
  const { kern } = loop;
  const unsure = unsureMembers(vraag);
  const stopped = unsure.length > 0;
  const rows = stopped ? [] : reportEenheden(run);
  const saldi = stopped ? undefined : settleRun(run);
  const opgave = reportOpgave(run);
  const refused = opgave ? refuseAanbod(run, opgave) : [];
  return {
    document: documentnaam(vraag.document),
    gebied: vraag.gebied.id,
    ...(vraag.op === undefined ? {} : { op: vraag.op }),
    eenheid: unitOf(run),
    ...(opgave ? { opgave } : {}),
    eenheden: rows.map((row) => {
      const saldo = saldi?.eenheden.get(row.id);
      const bedrag = saldi?.bedragen.get(row.id);
      return { ...row, ...(saldo ? { saldo } : {}), ...(bedrag ? { bedrag } : {}) };
    }),
    open: stopped ? { laag: NUL, midden: NUL, hoog: NUL } : reportOpen(run),
    jaren: stopped ? [] : loop.jaren.map((jaar) => reportJaar(jaar, vraag)),
    tegenrekeningen: saldi?.tegenrekeningen ?? {},
    ernaast: readErnaast(vraag, run.zijlezer),
    meldingen: [...unsure, ...kern.meldingen, ...refused],
    stappen: verslagenOf(loop),
    gebruikt: lezer.verslag().gebruikt,
    aannames: describeAannames(vraag),
  };
}

function verslagenOf({ kern, jaren }: Loop) {
  return jaren.length > 0 ? jaren.flatMap(({ uitkomst }) => uitkomst.verslagen) : kern.verslagen;
}

/** Members of the region about whom a person must decide before anything is divided over them. */
function unsureMembers({ gebied }: Verdelingsvraag): readonly Melding[] {
  return gebied.onzeker.map((naam) => ({
    soort: "onbepaald",
    wat: `${naam} in ${gebied.id}`,
    waarom: `Of ${naam} bij ${gebied.titel} hoort, is niet zeker. Daarover beslist eerst een mens.`,
  }));
}

/** The unit of what is divided: written, else that of the figure, else of the supply. */
function unitOf({ vraag, lezer }: Run): string {
  const { aantal, eenheid } = vraag.document.opgave;
  if (eenheid) return eenheid;
  const figure =
    aantal?.soort === "verwijzing"
      ? aantal.verwijzing
      : aantal?.soort === "deel-van"
        ? aantal.van
        : undefined;
  if (!figure) return "";
  const parameter = vraag.document.parameters[figure.naam];
  return parameter?.eenheid ?? lezer.indicator(figure.naam)?.eenheid ?? "";
}

function settleRun(run: Run): Saldi | undefined {
  const { vereffening, stappen } = run.vraag.document;
  const { kern } = run.loop;
  if (!vereffening || kern.meldingen.length > 0) return undefined;
  const agreed = agreedNumbers(run.vraag, kern);
  const chosen = stappen.map(
    (stap) => stap.watNietPast?.keuze ?? kern.pas.ingevuld.watNietPast?.keuze,
  );
  const open = new Map<string, Breuk>();
  if (chosen.includes("compenseren")) {
    for (const { pad, aantal } of kern.open) open.set(pad[0] ?? "", aantal);
  }
  const pas: Pas = { ...kern.pas, lezer: run.zijlezer };
  return settle(vereffening, agreed, open, pas);
}

function agreedNumbers(vraag: Verdelingsvraag, { stand }: Pasuitkomst): ReadonlyMap<string, Breuk> {
  return new Map(vraag.gebied.eenheden.map(({ id }) => [id, totalAt(stand, [id])]));
}
