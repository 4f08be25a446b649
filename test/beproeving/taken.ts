import { setTimeout as wait } from "node:timers/promises";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { zetCbs } from "#test/bronantwoorden.ts";
import { type Bronserver, startBronserver } from "#test/bronserver.ts";
import type { Vrager } from "./vraag.ts";

const GEMEENTEN = readMeegeleverd().gemeenten.list("2025-01-01");
/** How many figures a task fetches: all, or it kept none. */
export const GEMEENTEN_OPGEHAALD = GEMEENTEN.length;

const TRAAG_MS = 40;
const PATIENCE_MS = 240_000;

/** Work that a worker does beside all that is asked: one task at a time, that takes a while. */
export type Takenmaker = {
  readonly origin: string;
  /** Puts a next task in line, where the one before is done. */
  readonly vraag: (vraag: Vrager) => Promise<void>;
  /** Waits until all that was asked is done; how many that are. */
  readonly rondAf: (vraag: Vrager) => Promise<number>;
  readonly sluit: () => Promise<void>;
};

/** A source that answers slowly, so that a worker is killed in the middle. */
export async function startTaken(): Promise<Takenmaker> {
  const bron = await startBronserver();
  const traag: Bronserver = {
    ...bron,
    zet: (pad, antwoorder) =>
      bron.zet(pad, (...args) => void setTimeout(() => antwoorder(...args), TRAAG_MS)),
  };
  let tabel: string | undefined;
  let open: string | undefined;
  let aantal = 0;
  const zetCijfers = (vanaf: number) =>
    zetCbs(traag, {
      perioden: [["2025JJ00", "Voorlopig"]],
      dimensies: { Gebruiksfunctie: [["A045364", "Woning"]] },
      rijen: GEMEENTEN.map(({ code }, index) => ({
        ...{ gebied: code, periode: "2025JJ00", waarde: `${vanaf + index}` },
      })),
      perBlad: 20,
    });
  zetCijfers(0);
  const ask = async (vraag: Vrager, path: string, form: Record<string, string>) => {
    const uitslag = await vraag("POST", path, { form });
    return uitslag.soort === "antwoord" && uitslag.status === 303 ? uitslag.etag : undefined;
  };
  const toont = async (vraag: Vrager, path: string, text: string) => {
    const uitslag = await vraag("GET", path);
    return uitslag.soort === "antwoord" && `${uitslag.json}`.includes(text);
  };
  const isKlaar = async (vraag: Vrager) =>
    open === undefined || (await toont(vraag, open, "Per cijfer, gebied en moment"));
  return {
    origin: bron.origin,
    vraag: async (vraag) => {
      tabel ??= await ask(vraag, "/bronnen/cbs-tabel", { tabel: "81955NED" });
      if (!tabel || !(await toont(vraag, tabel, "Kies wat u wilt ophalen"))) return;
      if (!(await isKlaar(vraag))) return;
      zetCijfers((aantal + 1) * 1_000);
      const asked = await ask(vraag, tabel.replace("taken", "cbs"), {
        ...{ maat: "M000001", indicator: "woningvoorraad", stand: "begin" },
        ...{ periode: "2025JJ00", niveau: "gemeente", "dimensie.Gebruiksfunctie": "A045364" },
      });
      // Not answered: it may be in line, and then does its work as well as any.
      if (!asked) return;
      open = asked;
      aantal += 1;
    },
    rondAf: async (vraag) => {
      const deadline = performance.now() + PATIENCE_MS;
      while (!(await isKlaar(vraag))) {
        if (performance.now() > deadline) throw new Error(`de taak wordt niet gedaan: ${open}`);
        await wait(500);
      }
      return aantal;
    },
    sluit: bron.sluit,
  };
}
