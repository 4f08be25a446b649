import { z } from "zod";
import type { Traject, Trajectstap } from "#domain/traject.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { gelezen } from "../scalar/gelezen.ts";
import { readNaam } from "../scalar/naam.ts";
import {
  blok,
  type Gevonden,
  isGevonden,
  kort,
  lijst,
  type Meld,
  naam,
  scalar,
  tekst,
} from "./blok.ts";
import { eis } from "./eis.ts";
import { kopVelden, orgaan, withLaag } from "./kop.ts";
import { dag, geheel, termijn } from "./waarde.ts";

const bewijs = kort(
  "stuk",
  blok({
    stuk: tekst,
    "voor-elk": tekst.exactOptional(),
    aantal: geheel.exactOptional(),
    "of-na": termijn.exactOptional(),
  }),
);

const trajecttermijn = blok(
  {
    uiterlijk: dag.exactOptional(),
    binnen: termijn.exactOptional(),
    na: naam.exactOptional(),
  },
  (gevonden, meld) => {
    const within = "binnen" in gevonden && "na" in gevonden;
    const partly = "binnen" in gevonden || "na" in gevonden;
    if ("uiterlijk" in gevonden === partly || (partly && !within)) {
      meld("Een termijn heeft «uiterlijk», of «binnen» met «na».");
    }
  },
).transform(({ uiterlijk, binnen, na }): NonNullable<Trajectstap["termijn"]> => {
  if (uiterlijk) return { soort: "uiterlijk", uiterlijk };
  if (binnen) return { soort: "binnen", binnen, na: na ?? "" };
  throw new Error("a checked termijn has a day or a term");
});

/** `einde` is reserved for what follows after the last step. */
const vervolg = scalar((text) => (text === "einde" ? gelezen(text) : readNaam(text)));

const trajectstap: z.ZodType<Trajectstap> = blok({
  naam,
  titel: tekst,
  trekker: tekst,
  wettelijk: tekst.exactOptional(),
  met: lijst(tekst).default([]),
  informeert: lijst(tekst).default([]),
  genodigden: blok({
    verplicht: lijst(tekst).default([]),
    hoogstens: blok({ "voor-elk": tekst, aantal: geheel }).exactOptional(),
  }).exactOptional(),
  bewijs: lijst(bewijs).default([]),
  termijn: trajecttermijn.exactOptional(),
  "pas-als": eis.exactOptional(),
  besluit: blok({
    orgaan,
    "voor-elk": tekst.exactOptional(),
    over: naam.exactOptional(),
  }).exactOptional(),
  verder: lijst(
    blok({ naar: vervolg, als: eis.exactOptional(), door: tekst.exactOptional() }),
  ).default([]),
});

/** What must happen before it is decided? (docs/taal.md 2.6) */
export const traject: z.ZodType<Traject> = blok(
  {
    soort: z.literal("traject"),
    ...kopVelden,
    voor: tekst,
    stappen: lijst(trajectstap),
    vergrendeld: blok({ tot: dag, wat: tekst }).exactOptional(),
    "na-afloop": lijst(
      blok({
        taak: tekst,
        "voor-elk": tekst.exactOptional(),
        "landt-in": tekst.exactOptional(),
        binnen: termijn.exactOptional(),
      }),
    ).default([]),
  },
  checkTraject,
).transform(withLaag);

function checkTraject(gevonden: Gevonden, meld: Meld): void {
  const { stappen } = gevonden;
  if (!Array.isArray(stappen)) return;
  const names: string[] = [];
  stappen.forEach((step: unknown, index) => {
    const name = isGevonden(step) ? step.naam : undefined;
    if (typeof name !== "string") return;
    if (names.includes(name)) {
      meld(`Er zijn twee stappen met de naam ${quote(name)}. Geef er een een andere naam.`, {
        pad: ["stappen", index, "naam"],
        bij: "waarde",
      });
    }
    names.push(name);
  });
  for (const [index, step] of stappen.entries()) checkStap(step, index, names, meld);
}

function checkStap(step: unknown, index: number, names: readonly string[], meld: Meld): void {
  if (!isGevonden(step)) return;
  const { verder, termijn: term } = step;
  if (isGevonden(term)) checkNaam(term.na, ["stappen", index, "termijn", "na"], names, meld);
  if (!Array.isArray(verder)) return;
  verder.forEach((next: unknown, at) => {
    if (!isGevonden(next) || next.naar === "einde") return;
    checkNaam(next.naar, ["stappen", index, "verder", at, "naar"], names, meld);
  });
}

function checkNaam(
  name: unknown,
  pad: readonly (string | number)[],
  names: readonly string[],
  meld: Meld,
): void {
  if (typeof name !== "string" || names.includes(name)) return;
  const nearest = findNearest(name, names);
  const hint = nearest
    ? ` Bedoelt u ${quote(nearest)}?`
    : ` Kies uit: ${[...new Set(names)].join(", ")}.`;
  meld(`Er is geen stap ${quote(name)}.${hint}`, { pad, bij: "waarde" });
}
