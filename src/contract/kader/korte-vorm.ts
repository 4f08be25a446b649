/**
 * Blocks that may be written as the value of their first key alone, by the key they stand under.
 *
 * The schemas know their own short forms; this is for whoever changes what was written.
 */
const EERSTE_SLEUTELS: Readonly<Record<string, string>> = {
  opgave: "aantal",
  afronding: "methode",
  voor: "bij",
  onder: "bij",
  tussen: "bij",
  bron: "stuk",
  "wat-niet-past": "keuze",
  herverdeling: "naar-rato-van",
  sleutel: "naar-rato-van",
  herkomst: "tabel",
  definitie: "landelijk",
  "landt-in": "instrument",
  naleving: "traject",
};

/** The key that a value under this key stands for; undefined where there is no short form. */
export function firstKeyOf(key: string | number | undefined): string | undefined {
  return typeof key === "string" ? EERSTE_SLEUTELS[key] : undefined;
}
