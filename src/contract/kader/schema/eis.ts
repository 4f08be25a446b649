import { z } from "zod";
import { type Eis, type EisOnderwerp, GRENZEN, type Vergelijking } from "#domain/eis.ts";
import { MAANDEN } from "#domain/notatie.ts";
import type { Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { checkParameter } from "./bekend.ts";
import { blok, lijst, scalar, tekst } from "./blok.ts";
import { checkEis, DREMPELS } from "./eis-controle.ts";
import { feit, verwijzing, waarde } from "./waarde.ts";

/** A question with yes, no or unknown for an answer (docs/taal.md 1.3). */
export const eis: z.ZodType<Eis> = z.lazy(() => eisblok);

type Einden = Extract<Vergelijking, { soort: "tussen" }>["grenzen"];

const grenzen = scalar((text): Gelezen<Einden> => {
  const vast = GRENZEN.find((known) => known === text);
  if (vast) return gelezen({ soort: "vast", grenzen: vast });
  if (!checkParameter(text)) return gelezen({ soort: "parameter", naam: text });
  return ongelezen(`${quote(text)} kan hier niet. Kies beide, van, tot, geen of een parameter.`);
});

const tussen = blok({ van: waarde, tot: waarde, grenzen: grenzen.exactOptional() });
const maand = z.enum(MAANDEN);

const velden = blok(
  {
    aantal: waarde.exactOptional(),
    aandeel: verwijzing.exactOptional(),
    van: verwijzing.exactOptional(),
    duur: z.union([feit, blok({ van: feit, tot: feit })]).exactOptional(),
    datum: feit.exactOptional(),
    som: verwijzing.exactOptional(),
    over: tekst.exactOptional(),
    kenmerk: tekst.exactOptional(),
    aanwezig: lijst(verwijzing).exactOptional(),
    minstens: waarde.exactOptional(),
    hoogstens: waarde.exactOptional(),
    "meer-dan": waarde.exactOptional(),
    "minder-dan": waarde.exactOptional(),
    "gelijk-aan": waarde.exactOptional(),
    uiterlijk: waarde.exactOptional(),
    vanaf: waarde.exactOptional(),
    tussen: tussen.exactOptional(),
    is: z.union([tekst, lijst(tekst)]).exactOptional(),
    "in-maanden": blok({ van: maand, tot: maand }).exactOptional(),
    alle: lijst(eis).exactOptional(),
    "een-van": lijst(eis).exactOptional(),
    niet: eis.exactOptional(),
    als: eis.exactOptional(),
    dan: eis.exactOptional(),
    anders: eis.exactOptional(),
    "voor-elk": tekst.exactOptional(),
    geldt: eis.exactOptional(),
  },
  checkEis,
);

type Velden = z.output<typeof velden>;

const eisblok = velden.transform((read): Eis => {
  const connective = toVerbinding(read);
  if (connective) return connective;
  const onderwerp = toOnderwerp(read);
  const vergelijking = toVergelijking(read);
  if (onderwerp && vergelijking) return { soort: "vergelijking", onderwerp, vergelijking };
  throw new Error("a checked eis has a subject and a comparison");
});

function toVerbinding(read: Velden): Eis | undefined {
  if (read.aanwezig) return { soort: "aanwezig", wat: read.aanwezig };
  if (read.alle) return { soort: "alle", eisen: read.alle };
  if (read.eenVan) return { soort: "een-van", eisen: read.eenVan };
  if (read.niet) return { soort: "niet", eis: read.niet };
  if (read.als && read.dan) {
    const { als, dan, anders } = read;
    return { soort: "als", als, dan, ...(anders ? { anders } : {}) };
  }
  if (read.voorElk && read.geldt) return { soort: "voor-elk", as: read.voorElk, geldt: read.geldt };
  return undefined;
}

function toOnderwerp(read: Velden): EisOnderwerp | undefined {
  if (read.aantal) return { soort: "aantal", van: read.aantal };
  if (read.aandeel && read.van) {
    return { soort: "aandeel", teller: read.aandeel, noemer: read.van };
  }
  if (read.duur) {
    return "naam" in read.duur
      ? { soort: "duur", van: read.duur }
      : { soort: "duur", ...read.duur };
  }
  if (read.datum) return { soort: "datum", van: read.datum };
  if (read.som && read.over) return { soort: "som", wat: read.som, over: read.over };
  return read.kenmerk === undefined ? undefined : { soort: "kenmerk", naam: read.kenmerk };
}

function toVergelijking(read: Velden): Vergelijking | undefined {
  const drempels: Readonly<Record<(typeof DREMPELS)[number], Waarde | undefined>> = {
    minstens: read.minstens,
    hoogstens: read.hoogstens,
    "meer-dan": read.meerDan,
    "minder-dan": read.minderDan,
    "gelijk-aan": read.gelijkAan,
    uiterlijk: read.uiterlijk,
    vanaf: read.vanaf,
  };
  for (const soort of DREMPELS) {
    const right = drempels[soort];
    if (right) return { soort, waarde: right };
  }
  if (read.tussen) {
    const { van, tot, grenzen: ends } = read.tussen;
    return { soort: "tussen", van, tot, grenzen: ends ?? { soort: "vast", grenzen: "beide" } };
  }
  if (read.inMaanden) return { soort: "in-maanden", ...read.inMaanden };
  if (read.is === "eensluidend") return { soort: "eensluidend" };
  if (read.is === undefined) return undefined;
  return { soort: "is", codes: typeof read.is === "string" ? [read.is] : read.is };
}
