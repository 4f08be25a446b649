import { bibliotheekOp, documentnaam, type RegieDocument } from "#domain/document.ts";
import { type Invulling, NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Kader } from "#domain/kader.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Toets } from "#domain/toets.ts";
import type { Traject } from "#domain/traject.ts";
import { type Onderdeelloop, runVerdeelperiodes } from "#rules/kader/index.ts";
import { computeToets } from "#rules/normen/index.ts";
import { computeTrajectstand } from "#rules/samenwerking/index.ts";
import { axesIn } from "#services/toets/assen.ts";
import type { Kaderopdracht } from "./opdracht.ts";

/** Carries out a kader that is an onderdeel of another; given by who joins them. */
export type Kaderloper = (document: Kader) => Onderdeelloop;

/** Carries out the document of one onderdeel on the day, or says why it does not run then. */
export function runOnderdeel(
  naam: string,
  documentid: string,
  opdracht: Kaderopdracht,
  kader: Kaderloper,
): Onderdeelloop {
  const document = opdracht.bibliotheek.find(documentid);
  if (!document) return stopped(missing(documentid, opdracht));
  const outside = outOfForce(document, opdracht.op);
  if (outside !== undefined) return stopped(outside);
  switch (document.soort) {
    case "verdeling":
      return {
        soort: "verdeling",
        document,
        periodes: runVerdeelperiodes(
          { ...commonFor(naam, opdracht), document, op: opdracht.op },
          opdracht.op,
        ),
      };
    case "toets":
      return runToetsOnderdeel(naam, document, opdracht);
    case "traject": {
      const vraag = trajectvraag(naam, document, opdracht);
      const gemeld = vraag.gebeurtenissen.some((item) => (item.op ?? opdracht.op) <= opdracht.op);
      return { soort: "traject", stand: computeTrajectstand(vraag), gemeld };
    }
    case "kader":
      return kader(document);
    case "rangorde":
    case "indeling":
    case "indicator":
      return { soort: document.soort };
  }
}

function stopped(waarom: string): Onderdeelloop {
  return { soort: "loopt-niet", waarom };
}

function missing(documentid: string, { bibliotheek }: Kaderopdracht): string {
  const other = bibliotheek.find(documentid.split("@")[0] ?? documentid);
  const hint = other ? `; er is wel ${documentnaam(other)}` : "";
  return `het document «${documentid}» is er niet${hint}`;
}

function outOfForce(
  { id, status, geldigVan, geldigTot }: RegieDocument,
  op: string,
): string | undefined {
  if (status === "vervallen") return `«${id}» is vervallen`;
  if (geldigVan !== undefined && op < geldigVan) {
    return `«${id}» geldt pas vanaf ${formatMoment(geldigVan)}`;
  }
  if (geldigTot === undefined || op <= geldigTot) return undefined;
  return `«${id}» gold tot en met ${formatMoment(geldigTot)}`;
}

function commonFor(naam: string, opdracht: Kaderopdracht) {
  const { gebied, nederland, cijfers, op, bibliotheek, ingevuld } = opdracht;
  const own: Invulling = ingevuld.onderdelen.get(naam) ?? NIETS_INGEVULD;
  return {
    gebied,
    cijfers,
    op,
    bibliotheek: bibliotheekOp(bibliotheek, op),
    ingevuld: own,
    ...(nederland ? { nederland } : {}),
  };
}

/** Levels that a region itself has; a plan or a locatie is not known in it. */
const LEVELS = ["gemeente", "deelregio", "regio"];

function runToetsOnderdeel(naam: string, document: Toets, opdracht: Kaderopdracht): Onderdeelloop {
  const levels = document.niveau.filter((level) => LEVELS.includes(level));
  if (levels.length === 0) {
    const asked = document.niveau.join(" of ");
    return stopped(
      `«${document.id}» toetst per ${asked}; die staan niet in deze regio. Toets ze met «woonregie toets ${document.id}»`,
    );
  }
  const assen = axesIn(document, opdracht.codelijsten);
  return {
    soort: "toets",
    document,
    uitkomsten: levels.map((niveau) =>
      computeToets({
        ...commonFor(naam, opdracht),
        document,
        niveau,
        assen,
        uitleg: [],
        besluiten: [],
      }),
    ),
  };
}

function trajectvraag(naam: string, document: Traject, opdracht: Kaderopdracht) {
  const { provincies, gebeurtenissen } = opdracht;
  return {
    ...commonFor(naam, opdracht),
    document,
    provincies,
    gebeurtenissen: gebeurtenissen.get(naam) ?? [],
  };
}
