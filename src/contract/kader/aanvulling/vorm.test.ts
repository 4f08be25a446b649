import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBrontekst } from "../brontekst.ts";
import { formatPad, type Pad } from "../fout.ts";
import type { Knoop } from "../knoop.ts";
import { readVorm } from "./vorm.ts";

const root = join(import.meta.dirname, "../../../..");

function texts(): readonly (readonly [string, string])[] {
  return readdirSync(join(root, "kaders"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .filter((_, index) => index % 4 === 0)
    .map((name) => [name, readFileSync(join(root, "kaders", name), "utf8")] as const);
}

type Geval = { readonly soort: "sleutel" | "waarde"; readonly pad: Pad; readonly bij: number };

/** Every key and every single value that the loader sees, with a place inside it. */
function casesIn(knoop: Knoop, pad: Pad = []): readonly Geval[] {
  if (knoop.soort === "tekst") return [{ soort: "waarde", pad, bij: knoop.van + 1 }];
  if (knoop.soort === "lijst") {
    return knoop.items.flatMap((item, index) => casesIn(item, [...pad, index]));
  }
  return [...knoop.velden].flatMap(([naam, veld]) => [
    { soort: "sleutel", pad, bij: veld.van + 1 } as const,
    ...casesIn(veld.waarde, [...pad, naam]),
  ]);
}

const at = (marked: string) => {
  const bij = marked.indexOf("|");
  return readVorm(marked.replace("|", ""), bij);
};

describe("the place in a text", () => {
  it("is the one that the loader finds, in the documents that ship", () => {
    const cases = texts().flatMap(([name, tekst]) => {
      const { bron } = readBrontekst(tekst);
      const all = bron
        ? casesIn(bron.boom).filter(({ bij }) => !/[|>]/.test(tekst[bij - 1] ?? ""))
        : [];
      // Spread over the text: each case reads all of it.
      return all
        .filter((_, i) => i % Math.ceil(all.length / 6) === 0)
        .map((geval) => ({ name, tekst, ...geval }));
    });
    const wrong = cases.flatMap(({ name, tekst, soort, pad, bij }) => {
      const { plek } = readVorm(tekst, bij);
      const found = plek?.soort === "begin" ? "waarde" : plek?.soort;
      const here = `${found} ${formatPad(plek?.pad ?? [])}`;
      return here === `${soort} ${formatPad(pad)}`
        ? []
        : [`${name}:${bij} ${soort} ${formatPad(pad)}: ${here}`];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(400);
  });

  it.each([
    ["sleutel", "stappen[0]", "stappen:\n  - over: gemeenten\n    |\n"],
    ["sleutel", "stappen[0]", "stappen:\n  - over: gemeenten\n    sle|\nbron: b\n"],
    ["sleutel", "", "stappen:\n  - over: gemeenten\n|\n"],
    ["waarde", "opgave.uit", "opgave: { aantal: 3, uit: vrij|\nstappen: []\n"],
    ["sleutel", "opgave", "opgave: { aantal: 3, |\nstappen: []\n"],
    ["waarde", "opgave.aantal", "opgave: { aantal: | }\n"],
    ["begin", "niveau[1]", "niveau: [gemeente, re|"],
    ["begin", "lijst[0]", "lijst:\n- |\nbron: b"],
    ["waarde", "onderwerp", "onderwerp: |\nbron: b"],
    ["sleutel", "", "titel: 't is {zo: half\nond|"],
  ])("is a %s of «%s» in a text that is not whole", (soort, pad, marked) => {
    const { plek } = at(marked);
    expect([plek?.soort, formatPad(plek?.pad ?? [])]).toEqual([soort, pad]);
  });

  it("knows the keys beside it, also those below", () => {
    const vorm = at("stappen:\n  - over: gemeenten\n    |\n    afronding: omlaag\n");
    expect(vorm.sleutels(["stappen", 0])).toEqual(["over", "afronding"]);
    expect(vorm.waarde(["stappen", 0, "over"])).toBe("gemeenten");
  });

  it("reads nothing in a text of the writer's own", () => {
    const { plek } = at(
      "toelichting: |\n  soort: dit is\n".replace("|", ">").replace("soort", "so|ort"),
    );
    expect(plek).toBeUndefined();
  });
});
