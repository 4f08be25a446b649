import { Ophaalfout } from "./ophaalfout.ts";
import type { Inhoudsoort, Ophaler } from "./ophaler.ts";

/** One page of an answer, as it came. */
export type Bladzijde = { readonly adres: string; readonly tekst: string };

/** Where pages are kept until all are there, so that a stop half-way loses none. */
export type Bladenmap = {
  readonly bewaard: () => Promise<readonly Bladzijde[]>;
  readonly bewaar: (bladzijde: Bladzijde) => Promise<void>;
};

/** A page that was read: what stands on it, and where the next one is. */
export type GelezenBlad<T> = { readonly inhoud: T; readonly volgende?: string };

type Bladervraag<T> = {
  readonly ophaler: Ophaler;
  readonly eerste: URL;
  readonly soort: Inhoudsoort;
  /** What came over the line as text: UTF-8, unless it says otherwise. */
  readonly pakUit?: (bytes: Buffer) => string;
  readonly lees: (tekst: string) => GelezenBlad<T>;
  readonly map: Bladenmap;
  readonly signal?: AbortSignal;
  readonly onBlad: (inhoud: T, nummer: number) => void | Promise<void>;
  readonly onWacht?: (ms: number) => void;
};

/** More pages than any question of ours has. */
const MOST_PAGES = 5_000;

/**
 * All pages of an answer, from the first; those that were kept are not fetched again.
 *
 * A next page is only followed on the host of the first, and never twice.
 *
 * @throws Ophaalfout "kring", "host-niet-toegestaan", or what fetching and reading throw.
 */
export async function haalBladzijden<T>(vraag: Bladervraag<T>): Promise<readonly T[]> {
  const { eerste, lees, map, onBlad } = vraag;
  const kept = new Map((await map.bewaard()).map(({ adres, tekst }) => [adres, tekst]));
  const seen = new Set<string>();
  const found: T[] = [];
  let adres: string | undefined = eerste.href;
  while (adres !== undefined) {
    if (seen.has(adres) || seen.size >= MOST_PAGES) {
      throw new Ophaalfout("kring", { host: eerste.host, adres });
    }
    seen.add(adres);
    const before = kept.get(adres);
    const tekst = before ?? (await fetchPage(adres, vraag));
    const { inhoud, volgende } = lees(tekst);
    if (before === undefined) await map.bewaar({ adres, tekst });
    found.push(inhoud);
    await onBlad(inhoud, found.length);
    adres = volgende === undefined ? undefined : nextPage(volgende, new URL(adres));
  }
  return found;
}

async function fetchPage<T>(
  adres: string,
  { ophaler, soort, signal, onWacht, pakUit }: Bladervraag<T>,
): Promise<string> {
  const bytes = await ophaler.haal(new URL(adres), {
    soort,
    ...(signal ? { signal } : {}),
    ...(onWacht ? { onWacht } : {}),
  });
  return pakUit ? pakUit(bytes) : bytes.toString("utf8");
}

function nextPage(volgende: string, from: URL): string {
  const next = URL.canParse(volgende, from.href) ? new URL(volgende, from.href) : undefined;
  if (next?.origin === from.origin) return next.href;
  const waar = `Een volgende bladzijde van «${from.host}»`;
  throw new Ophaalfout("host-niet-toegestaan", { host: next?.host ?? volgende, waar });
}
