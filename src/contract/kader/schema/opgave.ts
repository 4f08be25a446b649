import { z } from "zod";
import { compare, EEN, isNegative } from "#domain/breuk.ts";
import { parsePeriode } from "#domain/peildatum.ts";
import type { Opgave, OpgaveDeel } from "#domain/verdeling.ts";
import type { Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { methode } from "./afronding.ts";
import {
  blok,
  type Gevonden,
  isGevonden,
  kort,
  lijst,
  type Meld,
  onderdelen,
  scalar,
  tekst,
} from "./blok.ts";
import { checkHonderd, type Deel } from "./honderd.ts";
import { as, checkPer } from "./per.ts";
import { bandOfPer, bandwaarde, readGewoon, verwijzing, waardeblok } from "./waarde.ts";

const periode = scalar((text): Gelezen<string> => {
  if (["jaar", "halfjaar", "eenmalig"].includes(text) || parsePeriode(text)) return gelezen(text);
  return ongelezen(
    `${quote(text)} is geen periode. Kies jaar, halfjaar, eenmalig of een periode zoals 2026.`,
  );
});

const deeltekst = scalar((text): Gelezen<OpgaveDeel> => {
  if (text === "rest") return gelezen({ soort: "rest" });
  const read = readGewoon(text);
  return read.ok ? gelezen({ soort: "waarde", waarde: read.waarde }) : read;
});

const deel: z.ZodType<OpgaveDeel> = z.union([
  deeltekst,
  waardeblok.transform((waarde): OpgaveDeel => ({ soort: "waarde", waarde })),
]);

type Behoefte = NonNullable<Opgave["behoefte"]>;

const behoeftetekst = scalar((text): Gelezen<Behoefte> => {
  return text === "onbekend" ? gelezen({ soort: "onbekend" }) : readGewoon(text);
});

/** What is divided (docs/taal.md 2.3); `urgenten` is short for `{ aantal: urgenten }`. */
export const opgave: z.ZodType<Opgave> = kort(
  "aantal",
  blok(
    {
      aantal: bandwaarde.exactOptional(),
      eenheid: tekst.exactOptional(),
      per: as.exactOptional(),
      is: onderdelen(deel).exactOptional(),
      periode: periode.default("eenmalig"),
      doelgroep: lijst(tekst).default([]),
      uit: verwijzing.exactOptional(),
      behoefte: z.union([behoeftetekst, bandOfPer]).exactOptional(),
      als: z.enum(["opgave", "maximum"]).default("opgave"),
      heel: methode.default({ soort: "vast", methode: "grootste-rest" }),
    },
    checkOpgave,
  ).transform((read): Opgave => ({ ...read, is: read.is ?? {} })),
);

function checkOpgave(gevonden: Gevonden, meld: Meld): void {
  const { aantal, is } = gevonden;
  if ("per" in gevonden || "is" in gevonden) checkPer(gevonden, meld);
  if (!("aantal" in gevonden) && !("is" in gevonden)) {
    meld("De opgave noemt geen «aantal». Voeg toe wat er verdeeld wordt.");
  }
  if (isGetal(aantal) && !("eenheid" in gevonden)) {
    meld("Bij een los getal hoort een «eenheid», bijvoorbeeld «eenheid: woningen». Voeg die toe.", {
      pad: ["aantal"],
    });
  }
  if (isGetal(aantal) && isNegative(aantal.getal)) {
    meld(`${quote(aantal.tekst)} is lager dan nul. Een opgave is nul of meer.`, {
      pad: ["aantal"],
      bij: "waarde",
    });
  }
  if ("uit" in gevonden && gevonden.eenheid === "personen") {
    meld(
      "Een opgave in personen heeft geen «uit»: één huishouden neemt één woning. Haal «uit» weg, of tel huishoudens.",
      { pad: ["uit"] },
    );
  }
  if (isGevonden(is)) checkDelen(is, "aantal" in gevonden, meld);
}

/** Shares of the aantal are 100 % together; with `rest` at most that. */
function checkDelen(is: Gevonden, ofAantal: boolean, meld: Meld): void {
  const rest = Object.values(is).filter((part) => isGevonden(part) && part.soort === "rest");
  const delen = Object.values(is).flatMap(asDeel);
  if (rest.length > 1) {
    meld("«rest» staat er meer dan één keer. Er is één rest.", { pad: ["is"] });
  } else if (!ofAantal) {
    checkZonderAantal(rest.length, meld);
  } else if (!checkVeelvouden(is, meld) && rest.length + delen.length === Object.keys(is).length) {
    const fout = checkHonderd("De delen", delen, rest.length > 0);
    if (fout) meld(fout, { pad: ["is"] });
  }
}

/** Beside an aantal a bare number is a share of it; one above 1 was meant as a number of its own. */
function checkVeelvouden(is: Gevonden, meld: Meld): boolean {
  const found = Object.entries(is).filter(([, part]) =>
    asDeel(part).some(({ deel: share }) => compare(share, EEN) > 0),
  );
  for (const [key, part] of found) {
    const tekst = asDeel(part)[0]?.tekst ?? "";
    meld(
      `${quote(tekst)} staat hier voor ${tekst} keer het «aantal». Schrijf een deel (30 % of 3/10), of haal «aantal» weg en noem van elk onderdeel het getal.`,
      { pad: ["is", key], bij: "waarde" },
    );
  }
  return found.length > 0;
}

function checkZonderAantal(rest: number, meld: Meld): void {
  if (rest > 0) meld("Zonder «aantal» is er geen rest. Voeg «aantal» toe.", { pad: ["is"] });
}

function asDeel(part: unknown): readonly Deel[] {
  if (!isGevonden(part) || part.soort !== "waarde") return [];
  const { waarde } = part;
  return isGetal(waarde) ? [{ deel: waarde.getal, tekst: waarde.tekst }] : [];
}

function isGetal(value: unknown): value is Extract<Waarde, { soort: "getal" }> {
  return isGevonden(value) && value.soort === "getal";
}
