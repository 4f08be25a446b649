import type { Context } from "hono";
import type { Indicator } from "#domain/indicator.ts";
import type { Cbstabel, Koppeling } from "#services/ophalen/kamer.ts";
import { readVraag } from "#services/ophalen/ophalen.service.ts";
import type { Tabeluitkomst } from "#services/ophalen/uitkomst.ts";
import {
  findOphaaltaak,
  listOphaaltaken,
  type Ophaaltaak,
} from "#storage/ophaaltaak.repository.ts";
import type { Rooms } from "../site.ts";
import { BronnenPage } from "./bronnen-page.tsx";
import { CbsKeuzePage } from "./cbs-keuze-page.tsx";
import { CbsPage } from "./cbs-page.tsx";
import type { Formulier } from "./formulier.ts";
import { TaakPage } from "./taak-page.tsx";

const SHOWN = 50;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The pages of fetching, from what there is when they are asked; with mistakes they answer 422. */
export type Pages = {
  readonly find: (taak: string) => Promise<Ophaaltaak | undefined>;
  /** What a task found in a table of CBS. */
  readonly tableOf: (taak: string) => Promise<Cbstabel | undefined>;
  readonly overview: (c: Context, fouten?: readonly string[]) => Promise<Response>;
  readonly tables: (c: Context, fouten?: readonly string[]) => Promise<Response>;
  readonly choose: (
    c: Context,
    taak: string,
    gekozen?: Formulier,
    fouten?: readonly string[],
  ) => Promise<Response>;
  readonly task: (c: Context, taak: string, melding?: string) => Promise<Response>;
};

export function createPages(rooms: Rooms): Pages {
  const { basis, db, frame, invoer, ophalen, notFound } = rooms;
  const titelVan = (naam: string) => basis.bibliotheek.find(naam)?.titel ?? naam;
  const koppelingen: readonly Koppeling[] = ophalen?.cbs.koppelingen ?? [];
  const mag = (c: Context) => invoer(c, "cijfers-ophalen").mag;
  const find = async (taak: string) => (UUID.test(taak) ? findOphaaltaak(db, taak) : undefined);
  const tableOf = async (taak: string) => {
    const found = (await find(taak))?.uitkomst as Tabeluitkomst | undefined;
    return found?.soort === "tabel" ? found.tabel : undefined;
  };
  const dicht = () => (ophalen ? ophalen.dicht() : "Deze server kan niets ophalen.");
  return {
    find,
    tableOf,
    task: (c, id, melding) => showTask(c, rooms, titelVan, { id, melding }),
    overview: async (c, fouten = []) => {
      const jaar = Number(dayOf(rooms).slice(0, 4));
      const taken = await listOphaaltaken(db, SHOWN);
      const shown = { taken, titelVan, jaar, now: new Date(), fouten };
      const oordeel = invoer(c, "cijfers-ophalen");
      const props = {
        ...{ ...shown, dicht: dicht(), invoer: oordeel.mag },
        ...(oordeel.mag ? {} : { waarom: oordeel.waarom }),
      };
      return c.html(<BronnenPage frame={frame(c)} {...props} />, statusOf(fouten));
    },
    tables: async (c, fouten = []) => {
      const bekeken = listTables(await listOphaaltaken(db, SHOWN));
      const open = mag(c) && dicht() === undefined;
      const opgesteld = ophalen?.cbs.opgesteld ?? "";
      const props = { open, koppelingen, opgesteld, bekeken, titelVan, fouten };
      return c.html(<CbsPage frame={frame(c)} {...props} />, statusOf(fouten));
    },
    choose: async (c, taak, gekozen = () => [], fouten = []) => {
      const tabel = await tableOf(taak);
      if (!tabel) return notFound(c, "Deze tabel is hier niet bekeken.");
      const own = koppelingen.filter((koppeling) => koppeling.tabel === tabel.tabel);
      const indicatoren = listIndicatoren(rooms);
      const props = { taak, tabel, indicatoren, koppelingen: own, gekozen, fouten };
      return c.html(<CbsKeuzePage frame={frame(c)} {...props} />, statusOf(fouten));
    },
  };
}

function dayOf({ basis }: Rooms): string {
  return basis.kennis.peildatum ?? "2026-01-01";
}

function statusOf(fouten: readonly string[]): 200 | 422 {
  return fouten.length > 0 ? 422 : 200;
}

type Asked = { readonly id: string; readonly melding: string | undefined };

async function showTask(
  c: Context,
  rooms: Rooms,
  titelVan: (naam: string) => string,
  { id, melding }: Asked,
): Promise<Response> {
  const { basis, db, frame, invoer, notFound } = rooms;
  const taak = UUID.test(id) ? await findOphaaltaak(db, id) : undefined;
  if (!taak) return notFound(c, "Deze taak is er niet.");
  const busy = taak.stand === "bezig" || taak.stand === "wacht";
  const volgt = busy && c.req.query("volg") === "ja";
  if (volgt) c.header("Refresh", "5");
  const { gemeenten } = basis;
  const naamVan = (gebied: string) => {
    if (gebied === "nederland") return "Nederland";
    const provincie = gemeenten.provincies.find(({ code }) => code === gebied);
    const named = gemeenten.findByCode(gebied, dayOf(rooms)) ?? provincie;
    return named?.naam ?? gebied.replace(/^woondealregio\//, "");
  };
  const { mag } = invoer(c, "cijfers-ophalen");
  const props = { taak, woorden: { titelVan, naamVan }, invoer: mag, now: new Date(), volgt };
  return c.html(
    <TaakPage frame={frame(c)} {...props} {...(melding === undefined ? {} : { melding })} />,
    melding === undefined ? 200 : 409,
  );
}

/** Tables that were looked into, each once, the newest first. */
function listTables(taken: readonly Ophaaltaak[]) {
  const looked = taken.flatMap((taak) => {
    const vraag = readVraag(taak.vraag);
    const done = taak.stand === "klaar" && vraag?.soort === "cbs-tabel";
    return done ? [{ ...taak, tabel: vraag.tabel }] : [];
  });
  return looked.filter(
    ({ tabel }, index) => looked.findIndex((other) => other.tabel === tabel) === index,
  );
}

const NO_NUMBER = new Set(["code", "datum", "tekst", "duur"]);
const GEBIEDEN = new Set(["gemeente", "provincie", "nederland"]);

/** Figures that a measure of CBS can become: counted per gebied, and no code or date. */
function listIndicatoren({ basis }: Rooms): readonly Indicator[] {
  return basis.bibliotheek
    .list()
    .filter((document): document is Indicator => document.soort === "indicator")
    .filter(({ eenheid, niveau, uitsplitsing }) => {
      const counted = !NO_NUMBER.has(eenheid) && uitsplitsing.length === 0;
      return counted && niveau.some((item) => GEBIEDEN.has(item));
    })
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}
