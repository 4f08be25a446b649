import { parseDocument } from "yaml";
import { loadDocument } from "#contract/kader/load.ts";
import { largeDocument } from "../documenten.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Proefverslag } from "../verslag.ts";

/** Reading a document of nearly 1 MB, beside what parsing the YAML alone takes. */
export async function runLader(): Promise<Proefverslag> {
  const text = largeDocument();
  const bytes = new TextEncoder().encode(text).length;
  const read = loadDocument(text, { bestand: "groot-document.yaml" });
  const metingen = await measure([
    ownLoper("Woonregie, lezen en alle regels", () =>
      loadDocument(text, { bestand: "groot-document.yaml" }),
    ),
    ownLoper("yaml, alleen ontleden", () =>
      parseDocument(text, { schema: "failsafe", uniqueKeys: false }),
    ),
  ]);
  const told = read.ok ? "gelezen zonder fouten" : `niet gelezen: ${read.fouten[0]?.tekst}`;
  const size = new Intl.NumberFormat("nl-NL").format(bytes);
  return {
    titel: "Een document van bijna 1 MB lezen",
    invoer: `${size} bytes, gemaakt: duizenden parameters met hun bron, en 300 stappen met voorwaarden. Alleen ontleden (zonder dubbele sleutels na te gaan, zonder regels) is de ondergrens: sneller kan de lader met deze ontleder niet worden.`,
    metingen,
    vergelijking: [told],
    doelen: [],
    klopt: read.ok,
  };
}
