import { vormfout } from "../ophalen/ophaalfout.ts";
import { digitsOf, type Rij, textOf } from "./odata.ts";

export const CBS_NIVEAUS = ["gemeente", "provincie", "nederland"] as const;
export type Cbsniveau = (typeof CBS_NIVEAUS)[number];

/** What is asked of a table: one measure, of one level, in these periods and these members. */
export type Waarnemingenvraag = {
  readonly tabel: string;
  readonly maat: string;
  readonly regio: string;
  readonly periode: string;
  readonly niveau: Cbsniveau;
  readonly perioden: readonly string[];
  readonly dimensies: Readonly<Record<string, string>>;
};

/** One observation as CBS gives it. */
export type Cbswaarneming = {
  readonly gebied: string;
  readonly periode: string;
  /** The digits; absent where CBS gives no number. */
  readonly cijfers?: string;
  readonly attribuut: string;
};

const PREFIX: Readonly<Record<Cbsniveau, string>> = {
  gemeente: "GM",
  provincie: "PV",
  nederland: "NL",
};

/** The address of the first page of the observations that are asked for. */
export function waarnemingenAdres(basis: string, vraag: Waarnemingenvraag): URL {
  const { tabel, maat, regio, periode, niveau, perioden, dimensies } = vraag;
  const parts = [
    `Measure eq ${quoted(maat)}`,
    `(${perioden.map((code) => `${periode} eq ${quoted(code)}`).join(" or ")})`,
    `startswith(${regio},${quoted(PREFIX[niveau])})`,
    ...Object.entries(dimensies).map(([naam, code]) => `${naam} eq ${quoted(code)}`),
  ];
  const url = new URL(`${basis}/${tabel}/Observations`);
  url.searchParams.set("$filter", parts.join(" and "));
  return url;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Reads rows of Observations, and looks whether they are what was asked for.
 *
 * @throws Ophaalfout "vorm": also where a row is of another measure, period, level or member.
 */
export function readWaarnemingen(
  rijen: readonly Rij[],
  vraag: Waarnemingenvraag,
): readonly Cbswaarneming[] {
  const { tabel, maat, regio, periode, niveau, perioden, dimensies } = vraag;
  const wanted = new Set(perioden);
  return rijen.map((rij) => {
    const waar = `${tabel}, een waarneming`;
    const expect = (veld: string, fits: (code: string) => boolean, verwacht: string) => {
      const code = textOf(rij, veld, waar);
      if (!fits(code)) throw vormfout(`${waar}, «${veld}»`, verwacht, code);
      return code;
    };
    expect("Measure", (code) => code === maat, maat);
    for (const [naam, code] of Object.entries(dimensies)) {
      expect(naam, (found) => found === code.trim(), code.trim());
    }
    const { StringValue: tekst } = rij;
    if (typeof tekst === "string" && tekst.trim() !== "") {
      throw vormfout(`${waar}, «StringValue»`, "een maat met getallen", tekst);
    }
    const cijfers = digitsOf(rij, "Value", waar);
    const gebied = expect(regio, (code) => code.startsWith(PREFIX[niveau]), PREFIX[niveau]);
    return {
      gebied,
      periode: expect(periode, (code) => wanted.has(code), perioden.join(" of ")),
      attribuut: textOf(rij, "ValueAttribute", waar),
      ...(cijfers === undefined ? {} : { cijfers }),
    };
  });
}
