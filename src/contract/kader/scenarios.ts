import { type Brontekst, readBrontekst } from "./brontekst.ts";
import { type Documentfout, type Plaats, quote } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { type Knoop, locate, type Ordelijk, toBoom, toOrdelijk } from "./knoop.ts";
import { type Bevinding, toBevindingen, withoutMisspelt } from "./melding.ts";
import { placeAll, toFouten } from "./plaats-fouten.ts";
import { asTekst, isKaart } from "./regels/ruw.ts";
import { checkScenarios } from "./regels/scenarios.ts";
import { scenariobestand } from "./schema/scenarios.ts";

/**
 * A proof beside a document: what is given, and what must come out (docs/taal.md 2.8).
 *
 * Trees are as written: every number is text, and maps keep the order of the file.
 */
export type Scenario = {
  readonly naam: string;
  /** The rows of the list of functions (`F126`) that the name mentions. */
  readonly rijen: readonly string[];
  readonly op?: string;
  readonly gegeven: ReadonlyMap<string, Ordelijk>;
  readonly verwacht: ReadonlyMap<string, Ordelijk>;
  readonly plaats: Plaats;
};

export type Scenarioresultaat =
  | {
      readonly ok: true;
      /** `id@versie` of what is proved. */
      readonly document: string;
      readonly scenarios: readonly Scenario[];
      readonly bron: Brontekst;
    }
  | { readonly ok: false; readonly fouten: readonly Documentfout[] };

/**
 * Reads a file of scenarios, or says everything that is wrong with it at once.
 *
 * With `kennis` every name in it must be an indicator, a parameter or an own figure of its
 * document; made-up units are always fine.
 */
export function loadScenarios(
  text: string,
  { bestand, kennis = {} }: { readonly bestand: string; readonly kennis?: Kennis },
): Scenarioresultaat {
  const { bron, fouten, plaats } = readBrontekst(text);
  if (!bron) return { ok: false, fouten: toFouten(fouten, plaats, bestand) };
  const boom = toBoom(bron.boom);
  const parsed = scenariobestand.safeParse(boom, { reportInput: true });
  const issues = parsed.success ? [] : toBevindingen(parsed.error.issues, bron.boom);
  const name = isKaart(boom) ? asTekst(boom.document) : undefined;
  const document = name === undefined ? undefined : kennis.bibliotheek?.find(name);
  const found = [...issues, ...checkNaam(name, bestand), ...checkScenarios(boom, kennis, document)];
  const all = [...fouten, ...placeAll(withoutMisspelt(found), bron.boom, fouten)];
  if (!parsed.success || all.length > 0) {
    return { ok: false, fouten: toFouten(all, plaats, bestand) };
  }
  const scenarios = parsed.data.scenarios.map((_, index) => toScenario(bron, index));
  return { ok: true, document: parsed.data.document, scenarios, bron };
}

/** Proofs lie beside what they prove. */
function checkNaam(document: string | undefined, bestand: string): readonly Bevinding[] {
  const stem = /([^/\\]+)\.scenarios\.ya?ml$/.exec(bestand)?.[1];
  const id = document?.split("@")[0];
  if (stem === undefined || id === undefined || stem === id) return [];
  const tekst = `Dit bestand heet ${quote(stem)} en bewijst ${quote(id)}. Noem het ${quote(`${id}.scenarios.yaml`)}, of pas «document» aan.`;
  return [{ pad: ["document"], bij: "waarde", tekst, gevonden: document ?? "" }];
}

function toScenario(bron: Brontekst, index: number): Scenario {
  const { knoop } = locate(bron.boom, ["scenarios", index]);
  const naam = textAt(knoop, "naam") ?? "";
  const op = textAt(knoop, "op");
  return {
    naam,
    rijen: naam.match(/\bF\d{3}\b/g) ?? [],
    ...(op === undefined ? {} : { op }),
    gegeven: treesAt(knoop, "gegeven"),
    verwacht: treesAt(knoop, "verwacht"),
    plaats: bron.plaats(knoop.van),
  };
}

function textAt(knoop: Knoop, key: string): string | undefined {
  const found = locate(knoop, [key]);
  return !found.ontbreekt && found.knoop.soort === "tekst" ? found.knoop.tekst : undefined;
}

function treesAt(knoop: Knoop, key: string): ReadonlyMap<string, Ordelijk> {
  const found = locate(knoop, [key]);
  if (found.ontbreekt || found.knoop.soort !== "kaart") return new Map();
  return new Map([...found.knoop.velden].map(([name, veld]) => [name, toOrdelijk(veld.waarde)]));
}
