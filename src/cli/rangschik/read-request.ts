import { bibliotheekOp } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Rangorde } from "#domain/rangorde.ts";
import type { Basis } from "#services/basis.ts";
import { kenmerkenOf } from "#services/rangorde/kandidaten.ts";
import type { Rangordeopdracht } from "#services/rangorde/rangorde.service.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { askMoment } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { readFilledIn } from "../figures/filled-in.ts";
import { findGemeente } from "../figures/find-unit.ts";
import { findRegio } from "../find-regio.ts";
import { openAsked } from "../open-asked.ts";
import { readText, withOwnDocuments } from "../open-document.ts";
import { UsageError } from "../usage-error.ts";
import { readCandidateFile, readCandidateOptions } from "./candidate-input.ts";
import { readLotOptions } from "./lot-input.ts";

/** A question to a rangorde, complete and looked up. */
export type Request = {
  readonly basis: Basis;
  readonly opdracht: Rangordeopdracht;
  readonly isToday: boolean;
  readonly idOf: IdOf;
  /** What is wrong with how it was written; told together with what is wrong with what it says. */
  readonly fouten: readonly string[];
};

type IdOf = (naam: string) => { readonly id: string } | { readonly fout: string };

/**
 * Reads who goes first among whom.
 *
 * @throws UsageError where it is not even clear about what or whom it is asked.
 */
export function readRequest(asked: Asked, shipped: Basis, now: Date): Request {
  const { op, isToday } = askMoment(asked, now);
  const dag = dayOf(op);
  const own = openAsked(asked, RANGORDE, {
    ...shipped,
    bibliotheek: bibliotheekOp(shipped.bibliotheek, dag),
  });
  const { document } = own;
  const basis = withOwnDocuments(shipped, [own]);
  const gebied = gebiedOf(asked, document, basis, dag);
  const idOf = idsIn(gebied, basis, dag);
  const candidates = readCandidates(asked);
  const lots = readLotOptions(asked.all("loting"), idOf);
  const filled = readFilled(asked.all("vul"), basis, dag, idOf);
  const fouten = [...candidates.fouten, ...lots.fouten, ...filled.fouten];
  if (!gebied && candidates.kandidaten.length === 0) {
    throw new UsageError(fouten.length > 0 ? fouten : [askForSome(document)]);
  }
  const opdracht = {
    document,
    ...(gebied ? { gebied } : {}),
    op,
    dag,
    kandidaten: candidates.kandidaten,
    ingevuld: filled.ingevuld,
    lotingen: lots.lotingen,
  };
  return { basis, opdracht, isToday, idOf, fouten };
}

const RANGORDE = {
  soort: "rangorde",
  command: "rangschik <document> --kandidaten <bestand.csv>",
} as const;

/** The gemeenten that are put in order; undefined where it is about others. */
function gebiedOf(
  asked: Asked,
  document: Rangorde,
  basis: Basis,
  dag: string,
): Rekengebied | undefined {
  const regio = asked.one("regio");
  if (document.van !== "gemeenten") {
    if (regio === undefined) return undefined;
    throw new UsageError([
      `--regio ${regio}\n  Dit document ordent ${document.van}, geen gemeenten. Noem hen met «--kandidaten» of «--kandidaat».`,
    ]);
  }
  const name = regio ?? (typeof document.gebied === "string" ? document.gebied : undefined);
  if (name === undefined) {
    throw new UsageError([
      `Welke gemeenten? «${document.id}» zegt dat niet zelf. Schrijf «--regio <regio>».`,
    ]);
  }
  return findRegio(name, basis, dag).gebied;
}

/** A gemeente of the region by its name or code; anybody else is called as the asker does. */
function idsIn(gebied: Rekengebied | undefined, basis: Basis, dag: string): IdOf {
  if (!gebied) return (naam) => ({ id: naam });
  return (naam) => {
    const found = findGemeente(naam, basis.gemeenten, dag);
    if ("fout" in found || gebied.eenheden.some(({ id }) => id === found.id)) return found;
    return { fout: `${naam} ligt niet in ${gebied.titel}.` };
  };
}

function readCandidates(asked: Asked) {
  const readings = [
    ...asked.all("kandidaten").map((file) => readCandidateFile(readText(file, MOST_BYTES), file)),
    readCandidateOptions(asked.all("kandidaat")),
  ];
  return {
    kandidaten: readings.flatMap(({ kandidaten }) => kandidaten),
    fouten: readings.flatMap(({ fouten }) => fouten),
  };
}

const MOST_BYTES = 20_000_000;
const DECIDED = /^gelijke-standen=(?!\[)(.*)$/s;

/** The order in which people decided goes by the names of the candidates. */
function readFilled(values: readonly string[], basis: Basis, dag: string, idOf: IdOf) {
  const filled = readFilledIn(
    values.filter((value) => !DECIDED.test(value)),
    basis.gemeenten,
    dag,
  );
  const orders = values.flatMap((value) => {
    const [, names] = DECIDED.exec(value) ?? [];
    return names === undefined ? [] : [names.split(",").map((name) => idOf(name.trim()))];
  });
  const wrong = orders.flatMap((order) =>
    order.flatMap((one) => ("fout" in one ? [`--vul gelijke-standen\n  ${one.fout}`] : [])),
  );
  const [first, second] = orders;
  const twice = second ? ["--vul gelijke-standen\n  Dit staat er twee keer. Haal er een weg."] : [];
  const decided = first?.flatMap((one) => ("id" in one ? [one.id] : []));
  return {
    ingevuld: { ...filled.ingevuld, ...(decided ? { "gelijke-standen": decided } : {}) },
    fouten: [...filled.fouten, ...wrong, ...twice],
  };
}

function askForSome(document: Rangorde): string {
  const names = kenmerkenOf(document).join(", ");
  return `Wie zijn de ${document.van}? Noem hen in een bestand met «--kandidaten <bestand.csv>», of een voor een met «--kandidaat "Kim: kenmerk=waarde"». Dit document kijkt naar: ${names}.`;
}
