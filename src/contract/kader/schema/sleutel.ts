import { z } from "zod";
import type { Factor, GewogenDeel, Sleutel } from "#domain/sleutel.ts";
import { type Gelezen, gelezen } from "../scalar/gelezen.ts";
import { ALTIJD, blok, lijst, onderdelen, scalar, tekst } from "./blok.ts";
import { as } from "./per.ts";
import { checkGewichten, checkGewogenDeel, checkSleutel } from "./sleutel-controle.ts";
import { vast } from "./vast.ts";
import { documentnaam, documentversie, getal, readBekend, verwijzing, waarde } from "./waarde.ts";

/** A proportion (docs/taal.md 2.3); `inwoners` alone is short for `naar-rato-van: inwoners`. */
export const sleutel: z.ZodType<Sleutel> = z.lazy(() => z.union([sleutelwoord, sleutelblok]));

const sleutelwoord = scalar((text): Gelezen<Sleutel> => {
  if (text === "gelijk") return gelezen({ soort: "gelijk" });
  const van = readBekend(text);
  return van.ok ? gelezen({ soort: "naar-rato-van", van: van.waarde }) : van;
});

const factor: z.ZodType<Factor> = blok({
  van: verwijzing,
  schaal: blok({ laagste: getal, hoogste: getal }).exactOptional(),
});

const gewogen: z.ZodType<readonly GewogenDeel[]> = z.lazy(() =>
  lijst(gewogenDeel).superRefine((delen: unknown, context) => {
    if (!Array.isArray(delen) || delen.length === 0) return;
    const fout = checkGewichten(delen);
    if (fout) context.addIssue({ code: "custom", message: fout, params: { bij: "sleutel" } });
  }, ALTIJD),
);

const velden = {
  "naar-rato-van": verwijzing.exactOptional(),
  bijtrekken: blok({ naar: sleutel, sterkte: waarde }).exactOptional(),
  "omgekeerd-naar-rato-van": verwijzing.exactOptional(),
  vast: vast.exactOptional(),
  gewogen: gewogen.exactOptional(),
  basis: sleutel.exactOptional(),
  factoren: lijst(factor).exactOptional(),
  herkomst: verwijzing.exactOptional(),
  anders: sleutel.exactOptional(),
  "op-volgorde": documentversie.exactOptional(),
  "uitkomst-van": documentnaam.exactOptional(),
  per: as.exactOptional(),
  is: onderdelen(sleutel).exactOptional(),
  "nader-te-bepalen": tekst.exactOptional(),
};

const sleutelvelden = blok(velden, checkSleutel);
type Velden = z.output<typeof sleutelvelden>;

const sleutelblok = sleutelvelden.transform(toSleutel);

const gewogenDeel: z.ZodType<GewogenDeel> = blok(
  { gewicht: waarde, sleutel: sleutel.exactOptional(), ...velden },
  checkGewogenDeel,
).transform(({ gewicht, sleutel: word, ...rest }) => ({
  gewicht,
  sleutel: word ?? toSleutel(rest),
}));

function toSleutel(read: Velden): Sleutel {
  return toRatio(read) ?? toSamengesteld(read) ?? toElders(read);
}

function toRatio(read: Velden): Sleutel | undefined {
  if (read.naarRatoVan) {
    const { naarRatoVan: van, bijtrekken } = read;
    return { soort: "naar-rato-van", van, ...(bijtrekken ? { bijtrekken } : {}) };
  }
  if (read.omgekeerdNaarRatoVan) {
    return { soort: "omgekeerd-naar-rato-van", van: read.omgekeerdNaarRatoVan };
  }
  return read.vast ? { soort: "vast", delen: read.vast } : undefined;
}

function toSamengesteld(read: Velden): Sleutel | undefined {
  if (read.gewogen) return { soort: "gewogen", delen: read.gewogen };
  if (read.basis) return { soort: "factoren", basis: read.basis, factoren: read.factoren ?? [] };
  if (read.per) return { soort: "per", as: read.per, is: read.is ?? {} };
  if (read.herkomst && read.anders) {
    return { soort: "herkomst", matrix: read.herkomst, anders: read.anders };
  }
  return undefined;
}

function toElders(read: Velden): Sleutel {
  if (read.opVolgorde !== undefined) return { soort: "op-volgorde", rangorde: read.opVolgorde };
  if (read.uitkomstVan !== undefined) return { soort: "uitkomst-van", document: read.uitkomstVan };
  return { soort: "nader-te-bepalen", waarom: read.naderTeBepalen ?? "" };
}
