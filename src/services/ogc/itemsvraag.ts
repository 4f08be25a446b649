import { isDatum } from "#domain/peildatum.ts";
import type { Vak } from "#services/kaart/vlak.ts";
import type { Zoekveld } from "./collectie.ts";
import { CRS84, STELSELS, type Stelsel } from "./stelsel.ts";

/** What somebody asks of a collection. */
export type Itemsvraag = {
  readonly limit: number;
  readonly offset: number;
  readonly crs: Stelsel;
  readonly vak?: { readonly box: Vak; readonly stelsel: Stelsel };
  readonly dagen?: { readonly van?: string; readonly tot?: string };
  readonly zoek: Readonly<Record<string, string>>;
};

export type Vraaglezing =
  | { readonly ok: true; readonly vraag: Itemsvraag }
  | { readonly ok: false; readonly fouten: readonly string[] };

export const LIMIET = { gewoon: 100, meest: 1000 } as const;

const OVERAL: ReadonlySet<string> = new Set([
  ...["limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "f"],
]);

/** Reads the query of `/items`; every mistake at once. More than the most is no mistake. */
export function readItemsvraag(query: URLSearchParams, velden: readonly Zoekveld[]): Vraaglezing {
  const fouten: string[] = [];
  const namen = velden.map(({ naam }) => naam);
  fouten.push(...mistakesInNames(query, new Set([...OVERAL, ...namen])), ...mistakesInForm(query));
  const limit = readCount("limit", query.get("limit"), LIMIET.gewoon, 1, fouten);
  const offset = readCount("offset", query.get("offset"), 0, 0, fouten);
  const crs = readStelsel("crs", query.get("crs"), fouten);
  const vakstelsel = readStelsel("bbox-crs", query.get("bbox-crs"), fouten);
  const box = readVak(query.get("bbox"), vakstelsel, fouten);
  const dagen = readDagen(query.get("datetime"), fouten);
  const zoek = readZoek(query, velden, fouten);
  if (fouten.length > 0) return { ok: false, fouten };
  const vraag = { limit: Math.min(limit, LIMIET.meest), offset, crs, zoek };
  return {
    ok: true,
    vraag: {
      ...vraag,
      ...(box ? { vak: { box, stelsel: vakstelsel } } : {}),
      ...(dagen ? { dagen } : {}),
    },
  };
}

/** The query of one feature: only how its places are written, and of which day its shape is. */
export function readItemvraag(query: URLSearchParams): Vraaglezing {
  const fouten = [
    ...mistakesInNames(query, new Set(["crs", "datetime", "f"])),
    ...mistakesInForm(query),
  ];
  const crs = readStelsel("crs", query.get("crs"), fouten);
  const dagen = readDagen(query.get("datetime"), fouten);
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, vraag: { limit: 1, offset: 0, crs, zoek: {}, ...(dagen ? { dagen } : {}) } };
}

/** Mistakes where an address knows nothing but `f`. */
export function mistakesInPlain(query: URLSearchParams): readonly string[] {
  return [...mistakesInNames(query, new Set(["f"])), ...mistakesInForm(query)];
}

function mistakesInNames(query: URLSearchParams, known: ReadonlySet<string>): readonly string[] {
  const names = [...new Set(query.keys())];
  const list = [...known].join(", ");
  return names.flatMap((naam) => {
    if (!known.has(naam)) return [`«${naam}» is hier niet bekend. Er kan: ${list}.`];
    return query.getAll(naam).length > 1 ? [`«${naam}» staat er meer dan één keer.`] : [];
  });
}

function mistakesInForm(query: URLSearchParams): readonly string[] {
  const f = query.get("f");
  return f === null || f === "json" ? [] : [`f is «${f}». Er is alleen f=json.`];
}

function readCount(
  naam: string,
  text: string | null,
  anders: number,
  least: number,
  fouten: string[],
): number {
  if (text === null) return anders;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  fouten.push(`${naam} is «${text}». Schrijf een heel getal van ${least} of hoger.`);
  return anders;
}

function readStelsel(naam: string, text: string | null, fouten: string[]): Stelsel {
  if (text === null) return CRS84;
  const found = STELSELS.find(({ uri }) => uri === text);
  if (found) return found;
  const known = STELSELS.map(({ uri }) => uri).join(", ");
  fouten.push(`${naam} is «${text}». Kies uit ${known}.`);
  return CRS84;
}

function readVak(text: string | null, stelsel: Stelsel, fouten: string[]): Vak | undefined {
  if (text === null) return undefined;
  const parts = text.split(",").map((part) => part.trim());
  const numbers = parts.map((part) =>
    /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(part) ? Number(part) : Number.NaN,
  );
  const heights = numbers.length === 6;
  const [l, b, r, t] = heights ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const read = (heights || numbers.length === 4) && numbers.every(Number.isFinite);
  if (!read || l === undefined || b === undefined || r === undefined || t === undefined) {
    fouten.push(
      `bbox is «${text}». Schrijf vier getallen met komma's ertussen: het punt linksonder en het punt rechtsboven.`,
    );
    return undefined;
  }
  if (l > r || b > t) {
    fouten.push(
      `bbox is «${text}». Het eerste punt moet links onder het tweede liggen, in de volgorde van ${stelsel.naam}.`,
    );
  }
  return [l, b, r, t];
}

const TIJDSTIP = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?$/i;

function readDagen(text: string | null, fouten: string[]): Itemsvraag["dagen"] {
  if (text === null) return undefined;
  const parts = text.split("/");
  const [van, tot = van] = parts.map(readDag);
  const open = van === "" && tot === "";
  const known = van !== undefined && tot !== undefined && parts.length <= 2;
  const alone = parts.length === 1 && van === "";
  if (!known || open || alone) {
    fouten.push(
      `datetime is «${text}». Schrijf een dag (2026-01-01), een tijdstip met zone, of twee met een / ertussen; .. is open.`,
    );
    return undefined;
  }
  if (van && tot && van > tot) {
    fouten.push(`datetime is «${text}». Het begin ligt na het einde.`);
    return undefined;
  }
  return { ...(van ? { van } : {}), ...(tot ? { tot } : {}) };
}

/** The day of a date or a moment; empty where that side is open. */
function readDag(text: string): string | undefined {
  if (text === ".." || text === "") return "";
  const dag = TIJDSTIP.exec(text)?.[1];
  return dag !== undefined && isDatum(dag) ? dag : undefined;
}

function readZoek(query: URLSearchParams, velden: readonly Zoekveld[], fouten: string[]) {
  const found: Record<string, string> = {};
  for (const { naam, waarden } of velden) {
    const text = query.get(naam);
    if (text === null) continue;
    if (waarden.includes(text)) found[naam] = text;
    else fouten.push(`${naam} is «${text}». Kies uit ${waarden.join(", ")}.`);
  }
  return found;
}
