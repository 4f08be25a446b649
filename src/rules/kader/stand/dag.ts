import type { Datum, Duur } from "#domain/peildatum.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Waarde } from "#domain/waarde.ts";
import { readParameter } from "#rules/cijfers/parameter.ts";
import type { Kadervraag } from "./kadervraag.ts";

type Gelezen = {
  readonly dag?: Datum;
  readonly duur?: Duur;
  /** Why a person must fill it in first. */
  readonly melding?: Melding;
};

/** The day or term that a waarde stands for: written, or in a parameter that may be empty. */
export function readTijd(waarde: Waarde, vraag: Kadervraag): Gelezen {
  if (waarde.soort === "datum") return { dag: waarde.datum };
  if (waarde.soort === "duur") return { duur: waarde.duur };
  return waarde.soort === "verwijzing" ? readTijdparameter(waarde.verwijzing.naam, vraag) : {};
}

/** The day or term that a parameter holds. */
export function readTijdparameter(
  naam: string,
  { document, ingevuld, op }: Pick<Kadervraag, "document" | "ingevuld" | "op">,
): Gelezen {
  const parameter = document.parameters[naam];
  if (!parameter) return {};
  const stand = readParameter(naam, parameter, ingevuld.parameters[naam], op);
  if (stand.soort === "melding") return { melding: stand.melding };
  if (stand.soort !== "anders") return {};
  if (stand.waarde.soort === "datum") return { dag: stand.waarde.datum };
  return stand.waarde.soort === "duur" ? { duur: stand.waarde.duur } : {};
}
