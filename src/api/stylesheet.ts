import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** The one stylesheet; `path` changes with its text, so that it may be kept for ever. */
export type Stylesheet = { readonly path: string; readonly css: string };

/** Reads its parts, in order of the number in their names, from beside this file: in `src/api/` or, built, in `dist/`. */
export function readStylesheet(): Stylesheet {
  const folder = new URL("./stijl/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const css = names
    .toSorted((a, b) => a.localeCompare(b, "nl", { numeric: true }))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 12);
  return { path: `/stijl-${hash}.css`, css };
}
