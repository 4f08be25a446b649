import { documentnaam } from "#domain/document.ts";
import { type Datum, parseMoment } from "#domain/peildatum.ts";
import type { Trajectstap } from "#domain/traject.ts";
import type {
  Bezoek,
  Gebrek,
  Stapstand,
  Taak,
  Trajectstand,
  Vervolg,
} from "#domain/trajectstand.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { betrokkeneTekst, listBetrokkenen } from "./eenheden.ts";
import { noemStap } from "./gebeurtenistekst.ts";
import { genodigdenVan, remarkGenodigden } from "./genodigden.ts";
import { createLezing, type Trajectlezing } from "./lezing.ts";
import { findStap, gebrekenNu, isDone, type Loop } from "./loop.ts";
import { wegenVan } from "./stapvolgorde.ts";
import { noemGebreken } from "./tekening.ts";
import { taaktermijn, termijnVan } from "./termijn.ts";
import type { Trajectvraag } from "./trajectvraag.ts";
import { vergrendelstandVan } from "./vergrendeld.ts";
import { dayOf, runVerloop } from "./verloop.ts";

/**
 * Where a traject stands on the day of the run: at which step, who is to move, what blocks (only
 * where the law makes the step a must), what lacks, what is late by how many days, which ways lead
 * on, when a decision takes effect, and the tasks that follow.
 *
 * `op` is a day; of a periode the last day counts; without one the last day that is written. The
 * same events in another order give the same state, unless the case is made up.
 */
export function computeTrajectstand(vraag: Trajectvraag): Trajectstand {
  const op = lastDay(vraag);
  const { loop, geweigerd } = runVerloop(vraag, op);
  const lezing = createLezing(vraag, op);
  const stap = findStap(vraag.document, loop.stap);
  const gebrek = stap ? lacking(stap, loop, lezing) : [];
  if (stap) readTermijn(stap, lezing);
  const blocks = stap?.wettelijk !== undefined;
  const stappen = vraag.document.stappen.map((item) => stapstandVan(item, gebrek, loop));
  const vergrendeld = vergrendelstandVan(loop);
  return {
    document: documentnaam(vraag.document),
    gebied: vraag.gebied.id,
    ...(op === undefined ? {} : { op }),
    stap: loop.stap,
    status: statusOf(stap, blocks && gebrek.length > 0),
    stappen,
    blokkade: blocks ? gebrek : [],
    ontbreekt: blocks ? [] : gebrek,
    teLaat: stappen.flatMap(lateOf),
    vervolg: stap ? listVervolg(stap, loop, lezing) : [],
    aanZet: stap ? aanZet(stap, gebrek, loop) : [],
    ...(vergrendeld ? { vergrendeld } : {}),
    taken: stap ? [] : listTaken(loop),
    bezoeken: loop.bezoeken,
    opmerkingen: listOpmerkingen(loop),
    meldingen: [...geweigerd, ...unknowns(lezing, loop, vergrendeld?.onbepaald)],
  };
}

function lastDay({ op, gebeurtenissen }: Trajectvraag): Datum | undefined {
  const asked = op === undefined ? undefined : parseMoment(op)?.tot;
  return (
    asked ??
    gebeurtenissen
      .flatMap((item) => dayOf(item) ?? [])
      .sort()
      .at(-1)
  );
}

function statusOf(stap: Trajectstap | undefined, blocked: boolean): Trajectstand["status"] {
  if (!stap) return "klaar";
  return blocked ? "geblokkeerd" : "loopt";
}

/** What the step lacks; one that asks for nothing waits until people say that it is done. */
function lacking(stap: Trajectstap, loop: Loop, lezing: Trajectlezing): readonly Gebrek[] {
  const gebrek = gebrekenNu(loop, stap, lezing);
  if (isDone(loop, stap)) return [];
  if (gebrek.length > 0) return gebrek;
  return [{ soort: "verklaring", tekst: "klaar" }];
}

/** Has the reading note which parameter the term of this step waits for. */
function readTermijn({ termijn }: Trajectstap, lezing: Trajectlezing): void {
  if (termijn?.soort === "uiterlijk") lezing.datum(termijn.uiterlijk);
  else if (termijn) lezing.duur(termijn.binnen);
}

function stapstandVan(stap: Trajectstap, gebrekNu: readonly Gebrek[], loop: Loop): Stapstand {
  const { naam, titel, trekker, wettelijk } = stap;
  const termijn = termijnVan(stap, loop);
  return {
    naam,
    titel,
    trekker,
    ...(wettelijk === undefined ? {} : { wettelijk }),
    ...(naam === loop.stap
      ? {
          status: "nu",
          gebrek: gebrekNu,
          ...(loop.sinds === undefined ? {} : { sinds: loop.sinds }),
        }
      : visitOf(loop.bezoeken.findLast(({ stap: name }) => name === naam))),
    ...(termijn ? { termijn } : {}),
    genodigden: genodigdenVan(stap, loop),
  };
}

function visitOf(
  bezoek: Bezoek | undefined,
): Pick<Stapstand, "status" | "gebrek" | "sinds" | "klaarOp" | "afloop" | "reden"> {
  if (!bezoek) return { status: "komt", gebrek: [] };
  const { van, tot, afloop, reden, gebrek } = bezoek;
  return {
    status: afloop === "overgeslagen" ? "overgeslagen" : "klaar",
    afloop,
    gebrek,
    ...(van === undefined ? {} : { sinds: van }),
    ...(tot === undefined ? {} : { klaarOp: tot }),
    ...(reden === undefined ? {} : { reden }),
  };
}

function lateOf({ naam, termijn }: Stapstand): Trajectstand["teLaat"] {
  if (termijn?.uiterlijk === undefined || termijn.dagenTeLaat === undefined) return [];
  return [{ stap: naam, uiterlijk: termijn.uiterlijk, dagen: termijn.dagenTeLaat }];
}

function listVervolg(stap: Trajectstap, loop: Loop, lezing: Trajectlezing): readonly Vervolg[] {
  const { document } = loop.vraag;
  return wegenVan(stap, document).map(({ naar, door, als }) => ({
    naar,
    titel: findStap(document, naar)?.titel ?? "klaar",
    ...(door === undefined ? {} : { door }),
    ...(als ? { als: lezing.waar(als) } : {}),
  }));
}

/** Who is to move: who must still decide, who chooses the way, else who carries the step. */
function aanZet(stap: Trajectstap, gebrek: readonly Gebrek[], loop: Loop): readonly string[] {
  const open = gebrek.filter(({ soort }) => soort !== "besluit");
  if (gebrek.length > 0 && open.length === 0) {
    return gebrek.map(({ van }) => [stap.besluit?.orgaan, van].filter(Boolean).join(" van "));
  }
  const doors = wegenVan(stap, loop.vraag.document).flatMap(({ door }) => door ?? []);
  return gebrek.length === 0 && doors.length > 0 ? [...new Set(doors)] : [stap.trekker];
}

/** What is to be done now that it ended: once, or for each. */
function listTaken(loop: Loop): readonly Taak[] {
  const { vraag, bezoeken } = loop;
  const einde = bezoeken.at(-1)?.tot;
  return vraag.document.naAfloop.flatMap(({ taak, voorElk, landtIn, binnen }) => {
    const uiterlijk = taaktermijn(binnen, einde, loop);
    const task: Taak = {
      taak,
      ...(landtIn === undefined ? {} : { landtIn }),
      ...(uiterlijk === undefined ? {} : { uiterlijk }),
    };
    if (voorElk === undefined) return [task];
    const who = listBetrokkenen(voorElk, vraag);
    if (!who) return [{ ...task, eenheid: `elke ${voorElk}` }];
    return who.map((one) => ({ ...task, eenheid: betrokkeneTekst(one) }));
  });
}

function listOpmerkingen(loop: Loop): readonly string[] {
  const { document } = loop.vraag;
  const declared = loop.bezoeken.flatMap(({ stap, afloop, gebrek, reden }) => {
    if (afloop !== "verklaard") return [];
    const why = reden === undefined ? "Een reden is niet opgeschreven" : `Reden: ${reden}`;
    return [`${noemStap(stap, document)} ging verder zonder ${noemGebreken(gebrek)}. ${why}.`];
  });
  const invited = document.stappen.flatMap((stap) => remarkGenodigden(stap, loop));
  return [...loop.opmerkingen, ...declared, ...invited];
}

/** Figures and parameters that the step where it stands needs, and the lock once there is a decision. */
function unknowns(lezing: Trajectlezing, loop: Loop, slot: string | undefined): readonly Melding[] {
  const { ontbreekt, meldingen } = lezing.verslag();
  const missing: readonly Melding[] =
    ontbreekt.length > 0 ? [{ soort: "onvolledig", ontbreekt }] : [];
  const parameter = slot === undefined ? undefined : loop.vraag.document.parameters[slot];
  const locked: readonly Melding[] =
    slot === undefined || loop.besluiten.size === 0
      ? []
      : [
          {
            soort: "onbepaald",
            wat: slot,
            ...(parameter ? { parameter } : {}),
            waarom: `Het besluit werkt nog niet: «${slot}» heeft nog geen waarde.`,
          },
        ];
  return [...missing, ...meldingen, ...locked];
}
