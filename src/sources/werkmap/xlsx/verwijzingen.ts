import { posix } from "node:path";
import type { Archief } from "../archief.ts";
import type { Werkmapgrenzen } from "../grenzen.ts";
import { localName, parseXml } from "../xml.ts";

/** Where a part points to; what lies outside the file is not among them. */
export type Verwijzing = { readonly soort: string; readonly doel: string };

/** The parts that a part points to, by the id it knows them under. */
export async function readVerwijzingen(
  archief: Archief,
  deel: string,
  grenzen: Werkmapgrenzen,
): Promise<ReadonlyMap<string, Verwijzing>> {
  const folder = posix.dirname(deel);
  const bytes = await archief.read(posix.join(folder, "_rels", `${posix.basename(deel)}.rels`));
  const found = new Map<string, Verwijzing>();
  if (!bytes) return found;
  parseXml(bytes, `${deel}.rels`, grenzen, {
    open: (naam, { Id, Type = "", Target, TargetMode }) => {
      if (localName(naam) !== "Relationship" || TargetMode === "External") return;
      if (Id === undefined || Target === undefined) return;
      const doel = posix.resolve("/", folder, Target).slice(1);
      found.set(Id, { soort: Type.slice(Type.lastIndexOf("/") + 1), doel });
    },
    close: () => undefined,
  });
  return found;
}
