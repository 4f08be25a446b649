import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findProjectRoot } from "#sources/project-root.ts";
import type { Stuk } from "../stuk.ts";
import { readTekenset, type Tekenset, toTekens } from "./lettertekens.ts";
import { cleanText, mapTeksten } from "./schone-tekst.ts";
import { compileTypst, type Typstuitkomst } from "./typst.ts";

const STIJLEN = ["400Regular", "600SemiBold"] as const;

/**
 * A paper as PDF in Typst's PDF/UA-1 mode; equal papers give equal bytes.
 *
 * What people wrote goes in as data, and never into the source of the template.
 */
export function writePdf(stuk: Stuk, deadline?: number): Promise<Typstuitkomst> {
  const { lettertypen, has, sjabloon } = readBenodigd();
  return compileTypst(
    {
      sjabloon,
      lettertypen,
      stuk: toJson(stuk, has),
      gemaaktOp: Math.floor(stuk.gemaaktOp.getTime() / 1000),
    },
    deadline,
  );
}

type Benodigd = {
  readonly sjabloon: string;
  readonly lettertypen: readonly Uint8Array[];
  readonly has: Tekenset;
};

let read: Benodigd | undefined;

function readBenodigd(): Benodigd {
  read ??= readAll();
  return read;
}

function readAll(): Benodigd {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@expo-google-fonts/source-sans-3/package.json"));
  const lettertypen = STIJLEN.map((stijl) =>
    readFileSync(join(folder, stijl, `SourceSans3_${stijl}.ttf`)),
  );
  const sets = lettertypen.map(readTekenset);
  const sjabloon = readFileSync(join(findProjectRoot(), "data/sjablonen/stuk.typ"), "utf8");
  return { sjabloon, lettertypen, has: (sign) => sets.every((set) => set(sign)) };
}

function toJson(stuk: Stuk, has: Tekenset): string {
  const { titel, stand, voet, delen } = mapTeksten(stuk, (text) => toTekens(cleanText(text), has));
  return JSON.stringify({ titel, stand, voet, delen });
}
