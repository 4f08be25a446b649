import { haalBladzijden } from "../ophalen/bladzijden.ts";
import { Ophaalfout, vormfout } from "../ophalen/ophaalfout.ts";
import type { Ophaler } from "../ophalen/ophaler.ts";
import { optionalTextOf, type Rij, readOdata, textOf } from "./odata.ts";

/** A code of a list of CBS, with what it is called. */
export type Cbscode = {
  readonly code: string;
  readonly titel: string;
  /** Only of a period: `Definitief`, `Voorlopig`. */
  readonly status?: string;
};

export type Cbsmaat = {
  readonly code: string;
  readonly titel: string;
  readonly eenheid: string;
  readonly omschrijving?: string;
};

/** What is in a table: what it measures, when, and along which lists. */
export type Cbstabel = {
  readonly tabel: string;
  readonly maten: readonly Cbsmaat[];
  /** The dimension of gebieden, `RegioS` or `WijkenEnBuurten`. */
  readonly regio: string;
  readonly periode: string;
  readonly perioden: readonly Cbscode[];
  /** The other dimensions: of each one member must be chosen. */
  readonly dimensies: readonly { readonly naam: string; readonly codes: readonly Cbscode[] }[];
};

type Vraag = {
  readonly ophaler: Ophaler;
  /** Of OData, without the table. */
  readonly basis: string;
  readonly tabel: string;
  readonly signal?: AbortSignal;
  readonly onWacht?: (ms: number) => void;
};

const REGIO = /^(?:RegioS|WijkenEnBuurten)$/;

/**
 * Asks CBS what is in a table.
 *
 * @throws Ophaalfout: also where it has no dimension of gemeenten or of periods.
 */
export async function haalTabel(vraag: Vraag): Promise<Cbstabel> {
  const { tabel } = vraag;
  const namen = new Set((await list(vraag, "")).map((rij) => textOf(rij, "name", tabel)));
  for (const needed of ["Observations", "MeasureCodes", "Dimensions"]) {
    if (!namen.has(needed)) throw vormfout(`tabel ${tabel}`, `«${needed}»`, [...namen].join(", "));
  }
  const dimensies = await list(vraag, "/Dimensions");
  const named = dimensies.map((rij) => ({
    naam: textOf(rij, "Identifier", `de dimensies van ${tabel}`),
    soort: textOf(rij, "Kind", `de dimensies van ${tabel}`),
  }));
  const regio = named.find(({ naam, soort }) => REGIO.test(naam) || soort.startsWith("Geo"));
  const periode = named.find(({ soort }) => soort === "TimeDimension");
  const found = named.map(({ naam }) => naam).join(", ");
  if (!regio) throw vormfout(`tabel ${tabel}`, "een dimensie met gebieden (RegioS)", found);
  if (!periode) throw vormfout(`tabel ${tabel}`, "een dimensie met perioden", found);
  const others = named.filter((dimensie) => dimensie !== regio && dimensie !== periode);
  const codes = [];
  for (const { naam } of others) codes.push({ naam, codes: await listCodes(vraag, naam) });
  return {
    tabel,
    maten: (await list(vraag, "/MeasureCodes")).map((rij) => toMaat(rij, tabel)),
    regio: regio.naam,
    periode: periode.naam,
    perioden: await listCodes(vraag, periode.naam),
    dimensies: codes,
  };
}

async function list(vraag: Vraag, pad: string): Promise<readonly Rij[]> {
  const { ophaler, basis, tabel, signal, onWacht } = vraag;
  const pages = await haalBladzijden({
    ophaler,
    eerste: new URL(`${basis}/${tabel}${pad}`),
    soort: "json",
    lees: (tekst) => readOdata(tekst, `${tabel}${pad}`),
    map: { bewaard: async () => [], bewaar: async () => {} },
    onBlad: () => {},
    ...(signal ? { signal } : {}),
    ...(onWacht ? { onWacht } : {}),
  });
  return pages.flat();
}

async function listCodes(vraag: Vraag, dimensie: string): Promise<readonly Cbscode[]> {
  if (!/^\w+$/.test(dimensie)) throw new Ophaalfout("vorm", badName(dimensie));
  const waar = `${vraag.tabel}, codes van ${dimensie}`;
  return (await list(vraag, `/${dimensie}Codes`)).map((rij) => {
    const status = optionalTextOf(rij, "Status");
    return {
      code: textOf(rij, "Identifier", waar),
      titel: textOf(rij, "Title", waar),
      ...(status === undefined ? {} : { status }),
    };
  });
}

function badName(gevonden: string) {
  return { waar: "een dimensie", verwacht: "een naam van letters en cijfers", gevonden };
}

function toMaat(rij: Rij, tabel: string): Cbsmaat {
  const waar = `de maten van ${tabel}`;
  const omschrijving = optionalTextOf(rij, "Description");
  return {
    code: textOf(rij, "Identifier", waar),
    titel: textOf(rij, "Title", waar),
    eenheid: optionalTextOf(rij, "Unit") ?? "",
    ...(omschrijving === undefined ? {} : { omschrijving }),
  };
}
