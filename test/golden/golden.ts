import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Boom, toBoom, toOrdelijk } from "#contract/kader/knoop.ts";
import type { Basis } from "#services/basis.ts";
import { toBevriezing } from "#services/kader/bevriezing.service.ts";
import { readCijfers } from "#services/scenario/gegevens.ts";
import { findVerdeling, toVraag } from "#services/verdeling/opdracht.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";

export const goldenFolder = join(import.meta.dirname);

type Opdracht = { readonly naam: string; readonly inhoud: (basis: Basis) => BevriezingInhoud };

/** The runs of `opdrachten.yaml`, each ready to be frozen. */
export function readOpdrachten(): readonly Opdracht[] {
  const { bron } = readBrontekst(readFileSync(join(goldenFolder, "opdrachten.yaml"), "utf8"));
  if (bron?.boom.soort !== "lijst") throw new TypeError("opdrachten.yaml is geen lijst");
  return bron.boom.items.map((knoop) => {
    const plain = toBoom(knoop) as Readonly<Record<string, Boom>>;
    const ordered = toOrdelijk(knoop) as ReadonlyMap<string, ReturnType<typeof toOrdelijk>>;
    const text = (key: string) => String(plain[key]);
    const ingevuld = (plain.ingevuld ?? {}) as Readonly<Record<string, Boom>>;
    return {
      naam: text("naam"),
      inhoud: (basis) => {
        const found = findVerdeling(basis, text("document"), text("op"));
        if ("fout" in found) throw new TypeError(found.fout);
        const { document } = found;
        const cijfers = readCijfers(ordered.get("cijfers"));
        const opdracht = { document, regio: text("regio"), op: text("op"), cijfers, ingevuld };
        const read = toVraag(basis, opdracht);
        if (!read.ok) throw new TypeError(read.fouten.join(" "));
        const tekst = basis.tekstVan(document.id) ?? "";
        return toBevriezing({ vraag: read.vraag, tekst, tekstVan: basis.tekstVan, ingevuld });
      },
    };
  });
}
