import { z } from "zod";
import { listWords } from "#domain/notatie.ts";
import type {
  GelijkeStand,
  Loting,
  Ordening,
  Puntenregel,
  Rangorde,
  Trede,
} from "#domain/rangorde.ts";
import { quote } from "../fout.ts";
import {
  aanwezig,
  blok,
  type Gevonden,
  isGevonden,
  kaart,
  lijst,
  type Meld,
  tekst,
} from "./blok.ts";
import { eis } from "./eis.ts";
import { kopVelden, orgaan, withLaag } from "./kop.ts";
import { datum, feitwaarde, getal, termijn } from "./waarde.ts";

const puntenregel: z.ZodType<Puntenregel> = z.union([
  lijst(blok({ als: eis, punten: getal })).transform(
    (treden): Puntenregel => ({ soort: "eerste-die-geldt", treden }),
  ),
  blok({ punten: getal, per: feitwaarde, van: feitwaarde }).transform(
    (read): Puntenregel => ({ soort: "per-eenheid", ...read }),
  ),
]);

const trede: z.ZodType<Trede> = blok(
  { naam: tekst.exactOptional(), als: eis.exactOptional(), open: tekst.exactOptional() },
  (gevonden, meld) => {
    const step = "naam" in gevonden && "als" in gevonden;
    const open = "open" in gevonden && aanwezig(gevonden, ["naam", "als"]).length === 0;
    if (step === "open" in gevonden && !open) {
      meld("Een trede heeft «naam» en «als», of alleen «open» met een reden.");
    }
  },
).transform(({ naam, als, open }): Trede => {
  if (als) return { soort: "trede", naam: naam ?? "", als };
  return { soort: "open", reden: open ?? "" };
});

const WIJZEN = ["eerst", "hoogste", "laagste", "treden"];

const ordening: z.ZodType<Ordening> = blok(
  {
    eerst: eis.exactOptional(),
    hoogste: feitwaarde.exactOptional(),
    laagste: feitwaarde.exactOptional(),
    treden: lijst(trede).exactOptional(),
  },
  (gevonden, meld) => {
    const ways = aanwezig(gevonden, WIJZEN);
    if (ways.length !== 1) {
      meld(
        `Een regel van de volgorde heeft precies één van ${listWords(WIJZEN.map(quote), "en")}. Er staan er ${ways.length}.`,
      );
    }
    checkOpenLaatst(gevonden.treden, meld);
  },
).transform(({ eerst, hoogste, laagste, treden }): Ordening => {
  if (eerst) return { soort: "eerst", eis: eerst };
  if (hoogste) return { soort: "hoogste", waarde: hoogste };
  if (laagste) return { soort: "laagste", waarde: laagste };
  return { soort: "treden", treden: treden ?? [] };
});

function checkOpenLaatst(treden: unknown, meld: Meld): void {
  if (!Array.isArray(treden)) return;
  treden.slice(0, -1).forEach((step: unknown, index) => {
    if (isGevonden(step) && (step.soort === "open" || "open" in step)) {
      meld("Alleen de laatste trede kan «open» zijn. Zet deze trede achteraan.", {
        pad: ["treden", index],
      });
    }
  });
}

const gelijkeStand: z.ZodType<GelijkeStand> = z.union([
  z.literal("besluit-nodig").transform((soort): GelijkeStand => ({ soort })),
  blok(
    { "loting-door": orgaan.exactOptional(), volgorde: lijst(ordening).exactOptional() },
    (gevonden, meld) => {
      if (aanwezig(gevonden, ["loting-door", "volgorde"]).length !== 1) {
        meld("Schrijf hier «besluit-nodig», of een van «loting-door» en «volgorde».");
      }
    },
  ).transform(({ lotingDoor, volgorde }): GelijkeStand => {
    if (lotingDoor) return { soort: "loting", door: lotingDoor };
    return { soort: "volgorde", volgorde: volgorde ?? [] };
  }),
]);

/** A lot as it was drawn: by which body, on which day, and who came before whom. */
export const loting: z.ZodType<Loting> = blok(
  { door: orgaan, op: datum, volgorde: lijst(tekst) },
  ({ volgorde }, meld) => {
    const names = Array.isArray(volgorde) ? volgorde.map(String) : [];
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) {
      meld(`${quote(twice)} staat twee keer in de loting. Haal er een weg.`, { pad: ["volgorde"] });
    }
  },
);

/** Who goes first? (docs/taal.md 2.5) */
export const rangorde: z.ZodType<Rangorde> = blok(
  {
    soort: z.literal("rangorde"),
    ...kopVelden,
    van: tekst,
    voor: tekst,
    toelating: eis.exactOptional(),
    punten: kaart(puntenregel).default({}),
    volgorde: lijst(ordening),
    "gelijke-standen": gelijkeStand.default({ soort: "besluit-nodig" }),
    termijn: kaart(blok({ binnen: termijn, na: tekst, anders: tekst.exactOptional() })).default({}),
  },
  checkPunten,
).transform(withLaag);

/** `hoogste: punten` needs points, and `punten.familie` a part of that name. */
function checkPunten(gevonden: Gevonden, meld: Meld): void {
  const { punten, volgorde } = gevonden;
  if (!Array.isArray(volgorde)) return;
  const parts = isGevonden(punten) ? Object.keys(punten) : [];
  volgorde.forEach((item: unknown, index) => {
    const waarde = isGevonden(item) ? item.waarde : undefined;
    const pointer = isGevonden(waarde) ? waarde.verwijzing : undefined;
    if (!isGevonden(pointer) || pointer.naam !== "punten") return;
    const tekst = wrongPart(pointer.pad, parts);
    if (tekst) meld(tekst, { pad: ["volgorde", index] });
  });
}

function wrongPart(pad: unknown, parts: readonly string[]): string | undefined {
  if (parts.length === 0) {
    return "Deze rangorde geeft geen punten. Voeg een blok «punten» toe, of orden op iets anders.";
  }
  const [part] = Array.isArray(pad) ? pad.map(String) : [];
  if (part === undefined || parts.includes(part)) return undefined;
  return `Er zijn geen punten voor ${quote(part)}. Punten zijn er voor ${listWords(parts.map(quote), "en")}.`;
}
