import type {
  Bandbreedte,
  GebruiktCijfer,
  Ontbrekend,
  VerdelingUitkomst,
} from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import { supplyOf } from "./opgave.ts";
import { measureSpreiding, type Spreiding } from "./spreiding.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { realizedFigure } from "./werkelijk.ts";

/** Figures that lie beside every key of a table and follow from none of them. */
export type Bijcijfers = {
  /** What each unit does now; a unit that is not in it is unknown. */
  readonly nu?: Bijcijfer;
  /** The supply that is divided from, per unit. */
  readonly aanbod?: Bijcijfer;
};

export type Bijcijfer = {
  readonly cijfer: string;
  readonly waarden: ReadonlyMap<string, Bandbreedte>;
  readonly gebruikt: readonly GebruiktCijfer[];
  readonly ontbreekt: readonly Ontbrekend[];
};

/** Reads what units do now and what comes free there, each with the figures it was made of. */
export function readBijcijfers(vraag: Verdelingsvraag): Bijcijfers {
  const { opgave, spoor } = vraag.document;
  const nu = realizedFigure(vraag.document);
  const aanbod = supplyOf(opgave, spoor);
  return {
    ...(nu ? { nu: readPerUnit(nu, vraag) } : {}),
    ...(aanbod ? { aanbod: readPerUnit(aanbod, vraag) } : {}),
  };
}

function readPerUnit(verwijzing: Verwijzing, vraag: Verdelingsvraag): Bijcijfer {
  const lezer = createLezer(vraag);
  const waarden = new Map(
    vraag.gebied.eenheden.flatMap(({ id }) => {
      const band = lezer.band(verwijzing, plekVan([id]));
      return band ? [[id, band] as const] : [];
    }),
  );
  const { gebruikt, ontbreekt } = lezer.verslag();
  return { cijfer: [verwijzing.naam, ...verwijzing.pad].join("."), waarden, gebruikt, ontbreekt };
}

/**
 * How far the parts of the own supply lie apart (F092); undefined where the supply of a unit is
 * not known, or is nought.
 */
export function spreidingVan({ eenheden }: VerdelingUitkomst): Spreiding | undefined {
  const delen = eenheden.flatMap(({ aantal, aanbod }) =>
    aanbod && aanbod.midden.teller > 0n ? [[aantal.midden, aanbod.midden] as const] : [],
  );
  return delen.length === eenheden.length ? measureSpreiding(delen) : undefined;
}
