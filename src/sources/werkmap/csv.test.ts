import { expect, test } from "vitest";
import { codeOf, opmerkingenOf, rijenOf, tekst } from "#test/werkmap.ts";
import { parseWerkmap } from "./parse-werkmap.ts";
import { findScheidingsteken } from "./scheidingsteken.ts";

const read = (inhoud: string) => parseWerkmap(new TextEncoder().encode(inhoud), "plannen.csv");

test.each([
  [";", "naam;aandeel\nGouda;1,5\nDelft;2,5\n"],
  [",", 'naam,aandeel\n"Gouda, stad",1.5\nDelft,2.5\n'],
  ["\t", "naam\taandeel\nGouda; stad\t1,5\nDelft\t2,5\n"],
  ["|", "naam|aandeel\nGouda|1,5\n"],
  [";", "Woningvoorraad, stand per 1 januari\n\nnaam;2023;2024\nGouda;1,5;2\nDelft;2,5;3\n"],
  [
    ";",
    'naam;opmerking\nGouda;"eerste, tweede\nderde, vierde, vijfde"\nDelft;"een ""woord"", en nog een"\n',
  ],
])("het scheidingsteken «%s» wordt aan de inhoud gezien", (teken, inhoud) => {
  expect(findScheidingsteken(inhoud)).toBe(teken);
});

test("de regel sep= van Excel wijst het scheidingsteken aan en is geen rij", async () => {
  expect(rijenOf(await read("sep=|\r\na;b|c\r\n1;2|3\r\n"))).toEqual([
    [tekst("a;b"), tekst("c")],
    [tekst("1;2"), tekst("3")],
  ]);
});

test("rijen tellen zoals een werkblad ze telt, ook lege en rijen met een regeleinde erin", async () => {
  expect(rijenOf(await read('naam;opmerking\n\n"Den\r\nHaag";x\n;\nGouda;\n'))).toEqual([
    [tekst("naam"), tekst("opmerking")],
    [],
    [tekst("Den\nHaag"), tekst("x")],
    [],
    [tekst("Gouda")],
  ]);
});

test("rijen met een ander aantal kolommen worden genoemd, een titel erboven niet", async () => {
  const lezing = await read("Plannen 2024\na;b;c\n1;2;3\n4;5\n6;7;8;9\n");
  expect(lezing.ok && lezing.opmerkingen).toMatchObject([
    { code: "rijen-ongelijk", blad: "plannen", plekken: [{ rij: 3 }, { rij: 4 }], aantal: 2 },
  ]);
  expect(lezing.ok && lezing.opmerkingen[0]?.tekst).toContain("rij 4 en rij 5");
});

test("een aanhalingsteken dat nergens sluit wordt genoemd met de rij waar het begint", async () => {
  const lezing = await read('a;b\n1;2\n3;"vier\n5;6\n');
  expect(codeOf(lezing)).toBe("aanhalingsteken");
  expect(JSON.stringify(lezing)).toContain("In rij 3");
});

test("een aanhalingsteken midden in een cel is een gewoon teken", async () => {
  expect(rijenOf(await read('naam;maat\nbuis 5";2\n'))).toEqual([
    [tekst("naam"), tekst("maat")],
    [tekst('buis 5"'), tekst("2")],
  ]);
  expect(opmerkingenOf(await read("a;b\n1;2"))).toEqual([]);
});
