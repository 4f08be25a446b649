import { describe, expect, it } from "vitest";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { readCijfers } from "#services/scenario/gegevens.ts";
import { findVerdeling, toVraag } from "#services/verdeling/opdracht.ts";
import { basis } from "#test/basis.ts";
import { explainEenheid } from "./verantwoording.ts";
import { computeVerdeling } from "./verdeel.ts";

function accountOf(document: string, eenheid: string, cijfers: Record<string, string>) {
  const found = findVerdeling(basis, document, "2026-01-01");
  if ("fout" in found) throw new Error(found.fout);
  const read = toVraag(basis, {
    document: found.document,
    regio: "drechtsteden",
    op: "2026-01-01",
    cijfers: readCijfers(new Map(Object.entries(cijfers))),
    ingevuld: { "wat-niet-past": "anderen" },
  });
  if (!read.ok) throw new Error(read.fouten.join(" "));
  return explainEenheid(computeVerdeling(read.vraag), eenheid);
}

function lines(node: Verantwoording): readonly string[] {
  const own = [node.wat, node.waarde, node.herkomst?.bron].filter((text) => text).join(" | ");
  return [own, ...node.delen.flatMap(lines)];
}

describe("the account of a number", () => {
  const account = lines(accountOf("urgenten-bovengrens", "GM0505", { mutatiegraad: "4 %" }));

  it("F226 lists the key with its base and total, the rounding and the result", () => {
    expect(account).toContain("Dordrecht: de uitkomst | 194");
    expect(account).toContain("naar rato van inwoners | 122847 van 298653");
    expect(account).toContain("afgerond: grootste rest | 194");
  });

  it("tells what a bound moved", () => {
    expect(account).toContain("erbij, omdat een grens iets verschuift | 9");
  });

  it("goes down to every source figure with its source", () => {
    expect(account.some((line) => line.startsWith("inwoners | 122847 | CBS"))).toBe(true);
    expect(account.some((line) => line.startsWith("corporatie-aandeel | 0.29 | CBS"))).toBe(true);
    expect(account.some((line) => line.startsWith("mutatiegraad | 0.04"))).toBe(true);
  });

  it("says of a unit that takes no part that it has no outcome", () => {
    const outside = accountOf("sleutel-inwoners", "GM0344", { urgenten: "100" });
    expect(outside.wat).toBe("GM0344: geen uitkomst");
  });
});
