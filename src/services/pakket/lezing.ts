import { readCijfers } from "#contract/rekenblad/ingevuld.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import type { Pakketvraag } from "./vraag.ts";

/** The region and the figures that a package stands on; what was typed goes before what was delivered. */
export type Pakketgrond = {
  readonly vraag: Pakketvraag;
  readonly gebied: Rekengebied;
  readonly cijfers: Cijferbron;
};

export type Grondlezing =
  | { readonly ok: true; readonly grond: Pakketgrond; readonly fouten: readonly string[] }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** What the address asks; a figure that cannot be read is told, and hides none of the others. */
export function readGrond(basis: Basis, vraag: Pakketvraag): Grondlezing {
  const fouten = vraag.onleesbaar.map(
    (tekst) => `«${tekst}» is geen afspraak. Schrijf: GM0001 naar GM0002: 5.`,
  );
  const day = dayOf(vraag.op);
  const gebied = findGebied(basis, vraag.regio, day, fouten);
  if (!gebied) return { ok: false, fouten };
  const read = readCijfers(vraag, basis);
  const unknown = unknownUnits(vraag, gebied);
  return {
    ok: true,
    fouten: [...fouten, ...unknown, ...read.fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`)],
    grond: {
      vraag,
      gebied,
      cijfers: overlay(spread(read.cijfers, gebied, basis.bibliotheek), cijfersOp(basis, day)),
    },
  };
}

function unknownUnits({ cijfers, ruil, eigen }: Pakketvraag, gebied: Rekengebied): string[] {
  const own = new Set(gebied.eenheden.map(({ id }) => id));
  const typed = [...cijfers.keys()].flatMap((key) => key.split("@")[1] ?? []);
  const named = [
    ...typed,
    ...ruil.flatMap(({ van, naar }) => [van, naar]),
    ...(eigen ? [eigen] : []),
  ];
  return [...new Set(named)]
    .filter((id) => !own.has(id))
    .map((id) => `«${id}» hoort niet bij ${gebied.titel}.`);
}
