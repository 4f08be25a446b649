import { join } from "node:path";
import {
  makeStuk,
  STUKVORMEN,
  type Stukvorm,
  type Stukvraag,
  writeStuk,
} from "#services/stukken/stukken.service.ts";
import type { Stukbron } from "#services/stukken/werk.ts";
import { namesZonderBron } from "#services/stukken/zonder-bron.ts";
import { bestandsnaam } from "#services/uitvoer/bestandsnaam.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import type { Asked } from "../command.ts";
import { TYPED_SOURCE } from "../figures/figure-input.ts";
import { findGemeente } from "../figures/find-unit.ts";
import type { Surroundings } from "../surroundings.ts";
import { UsageError } from "../usage-error.ts";
import type { Request } from "../verdeel/read-request.ts";

const SOORTEN = ["a4", "oplegger", "nota"] as const;

/** Papers that a verdeling can be written as, by the name of their file: `a4.pdf`, `nota.docx`. */
export const STUKNAMEN: readonly string[] = SOORTEN.flatMap((soort) =>
  STUKVORMEN.map((vorm) => `${soort}.${vorm}`),
);

/** A file with its name, ready to be written. */
export type Stukbestand = { readonly naam: string; readonly bytes: Uint8Array };

/** Writes a paper of what was asked; an A4 of one gemeente where it was named. */
export function writeAsked(
  naam: string,
  uitvoer: Uitvoerblad,
  request: Request,
  asked: Asked,
  around: Surroundings,
): Promise<Stukbestand> {
  const [wat, ending] = naam.split(".");
  const soort = SOORTEN.find((known) => known === wat) ?? "nota";
  const vorm = STUKVORMEN.find((known) => known === ending) ?? "pdf";
  const gemeente = soort === "a4" ? gemeenteOf(asked, request) : undefined;
  const vraag: Stukvraag = soort === "a4" && gemeente ? { soort, gemeente } : { soort };
  const { gebied } = uitvoer.kolommen[0].vraag;
  const kaart = () => request.basis.kaart(gebied, dayOf(request.op));
  return writePaper(uitvoer, vraag, vorm, around, kaart);
}

/** @throws UsageError where the paper cannot be made, with everything that is wrong. */
export async function writePaper(
  blad: Uitvoerblad,
  vraag: Stukvraag,
  vorm: Stukvorm,
  { env }: Surroundings,
  kaart?: Stukbron["kaart"],
): Promise<Stukbestand> {
  const sjablonenmap = join(env.WOONREGIE_VAR || "var", "sjablonen");
  const zonderBron = namesZonderBron(blad, [], [TYPED_SOURCE]);
  const bron = { blad, zonderBron, reacties: new Map(), site: "", ...(kaart ? { kaart } : {}) };
  const made = makeStuk(bron, vraag, sjablonenmap);
  if (!made.ok) throw new UsageError(made.fouten);
  const written = await writeStuk(made.stuk, vorm);
  if (!written.ok) throw new UsageError([written.fout]);
  const one = vraag.soort === "a4" && vraag.gemeente ? made.stuk.delen[0]?.titel : undefined;
  const wat = [vraag.soort, one].filter(Boolean).join("-");
  return { naam: bestandsnaam(blad, vorm, wat), bytes: written.bytes };
}

/** The gemeente of `--gemeente`, by code or name. */
function gemeenteOf(asked: Asked, { basis, op }: Request): string | undefined {
  const text = asked.one("gemeente");
  if (text === undefined) return undefined;
  const found = findGemeente(text, basis.gemeenten, dayOf(op));
  if ("fout" in found) throw new UsageError([`--gemeente ${text}\n  ${found.fout}`]);
  return found.id;
}
