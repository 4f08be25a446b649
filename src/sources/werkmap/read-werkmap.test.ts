import { expect, test } from "vitest";
import { readWerkmap } from "./read-werkmap.ts";

const bytesOf = (tekst: string) => new TextEncoder().encode(tekst);

test("een bestand wordt in een worker gelezen", async () => {
  const lezing = await readWerkmap(bytesOf("gemeente;aantal\nGM0363;12"), "plannen.csv");
  expect(lezing).toEqual({
    ok: true,
    opmerkingen: [],
    werkmap: {
      bladen: [
        {
          naam: "plannen",
          rijen: [
            [
              { soort: "tekst", tekst: "gemeente" },
              { soort: "tekst", tekst: "aantal" },
            ],
            [
              { soort: "tekst", tekst: "GM0363" },
              { soort: "tekst", tekst: "12" },
            ],
          ],
        },
      ],
    },
  });
});
