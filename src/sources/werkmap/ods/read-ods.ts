import type { Archief } from "../archief.ts";
import { withPassword } from "../soort.ts";
import { beschadigd, Weigering } from "../weigering.ts";
import type { Werkmapbouwer } from "../werkmapbouwer.ts";
import { localName, parseXml } from "../xml.ts";
import { Inhoudlezer } from "./inhoud.ts";

/** Puts every sheet of an ods, in the order of its tabs. */
export async function readOds(archief: Archief, bouwer: Werkmapbouwer): Promise<void> {
  const { grenzen } = bouwer;
  const manifest = await archief.read("META-INF/manifest.xml");
  if (manifest) {
    parseXml(manifest, "META-INF/manifest.xml", grenzen, {
      open: (naam) => {
        if (localName(naam) === "encryption-data") throw withPassword();
      },
      close: () => undefined,
    });
  }
  const bytes = await archief.read("content.xml");
  if (!bytes) throw beschadigd("De inhoud ontbreekt.");
  const inhoud = new Inhoudlezer(bouwer);
  parseXml(bytes, "content.xml", grenzen, inhoud);
  if (inhoud.bladen === 0) throw new Weigering("geen-blad", "Er zit geen werkblad in dit bestand.");
  if (archief.has(/^(?:basic|scripts)\//u)) bouwer.opmerkingen.note("macro");
}
