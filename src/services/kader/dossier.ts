import { z } from "zod";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import type { Verloopgegevens } from "#rules/verdeling/index.ts";

/** Everything beside the document that a frozen run read: enough to run it again without a basis. */
export type Dossier = {
  readonly waarnemingen: readonly Waarneming[];
  /** The texts of the other documents that were looked up, by name. */
  readonly documenten: Readonly<Record<string, string>>;
  readonly gebied: Rekengebied;
  readonly nederland?: Rekengebied;
  readonly verloop?: Verloopgegevens;
};

/** A source that remembers every figure it was asked for, in the order of the first question. */
export function recordCijfers(source: Cijferbron): {
  readonly bron: Cijferbron;
  readonly gelezen: () => readonly Waarneming[];
} {
  const asked = new Map<string, readonly Waarneming[]>();
  const find: Cijferbron["find"] = (indicator, gebied) => {
    const key = `${indicator} ${gebied}`;
    const known = asked.get(key);
    if (known) return known;
    const found = source.find(indicator, gebied);
    asked.set(key, found);
    return found;
  };
  const sorted = () => [...asked.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return { bron: { find }, gelezen: () => sorted().flatMap(([, list]) => list) };
}

const breuk = z.string().transform((text, context): Breuk => {
  const number = parseBreuk(text);
  if (number) return number;
  context.addIssue({ code: "custom", message: `«${text}» is geen getal` });
  return z.NEVER;
});

const inhoud = z.discriminatedUnion("soort", [
  z.strictObject({
    soort: z.literal("getal"),
    waarde: breuk,
    laag: breuk.exactOptional(),
    hoog: breuk.exactOptional(),
  }),
  z.strictObject({ soort: z.literal("kenmerk"), code: z.string() }),
  z.strictObject({
    soort: z.literal("duur"),
    duur: z.strictObject({
      aantal: z.number(),
      maat: z.enum(["dagen", "weken", "maanden", "jaar"]),
    }),
  }),
  z.strictObject({ soort: z.literal("datum"), datum: z.string() }),
  z.strictObject({ soort: z.literal("onbekend") }),
]);

const waarneming: z.ZodType<Waarneming> = z.strictObject({
  indicator: z.string(),
  cel: z.array(z.string()),
  gebied: z.string(),
  moment: z.string().exactOptional(),
  inhoud,
  bron: z.string(),
  betrouwbaarheid: z.enum(["gemeten", "geschat", "aanname"]).exactOptional(),
  status: z.enum(["voorlopig", "vast", "voorbeeld"]).exactOptional(),
  opmerking: z.string().exactOptional(),
});

const gebied: z.ZodType<Rekengebied> = z.strictObject({
  id: z.string(),
  titel: z.string(),
  eenheden: z.array(
    z.strictObject({
      id: z.string(),
      naam: z.string(),
      deelregio: z.string().exactOptional(),
      provincie: z.string().exactOptional(),
      aanname: z.string().exactOptional(),
    }),
  ),
  deelregios: z.record(z.string(), z.string()),
  indeling: z.string().exactOptional(),
  onzeker: z.array(z.string()),
});

const ruil = z.discriminatedUnion("soort", [
  z.strictObject({
    soort: z.literal("verschuivingen"),
    lijst: z.array(z.strictObject({ van: z.string(), naar: z.string(), aantal: breuk })),
  }),
  z.strictObject({ soort: z.literal("nieuw"), aantallen: z.record(z.string(), breuk) }),
]);

const verloop: z.ZodType<Verloopgegevens> = z.strictObject({
  alToegewezen: breuk.exactOptional(),
  aanbod: breuk.exactOptional(),
  saldoVorigePeriode: z.record(z.string(), breuk).exactOptional(),
  ruil: ruil.exactOptional(),
});

const dossier: z.ZodType<Dossier> = z.strictObject({
  waarnemingen: z.array(waarneming),
  documenten: z.record(z.string(), z.string()),
  gebied,
  nederland: gebied.exactOptional(),
  verloop: verloop.exactOptional(),
});

/** Reads a dossier back from its canonical JSON. @throws ZodError where it is none. */
export function readDossier(json: string): Dossier {
  return dossier.parse(JSON.parse(json));
}
