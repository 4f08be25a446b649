import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Zinlaag, Zinmaker } from "#services/kader/zin.ts";
import type { Opendata } from "#services/opendata/opendata.service.ts";
import type { Uitgever } from "#services/opendata/uitgever.ts";
import type { Ophaalkamer } from "#services/ophalen/kamer.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import type { Verbruik } from "#services/toegang/verbruik.ts";
import type { Webhooknet } from "#services/webhook/webhooks.service.ts";
import type { Tables } from "#storage/schema.ts";
import type { Bewaking } from "./bedrijf/bewaking.ts";
import type { Levensloop } from "./bedrijf/levensloop.ts";
import type { Invoerpoort } from "./invoer.ts";
import type { Frame } from "./page/layout.tsx";
import type { Scherm } from "./scherm/scherm.ts";
import type { Handler } from "./server.ts";
import type { Rekenaar } from "./verdeling/run-blad.ts";

/** A gemeente that goes up in another; an announced one is shown, and not applied. */
export type Samenvoeging = {
  readonly datum: string;
  readonly van: string;
  readonly naar: string;
  readonly zekerheid: "vast" | "aangekondigd";
  readonly bron: string;
};

/** What the pages stand on. */
export type Site = {
  readonly basis: Basis;
  readonly samenvoegingen: readonly Samenvoeging[];
  readonly db: Kysely<Tables>;
  /** Reached over https: browsers are then told never to come without. */
  readonly https: boolean;
  /** Whether people may put in what then holds for everybody here: figures, documents. With `toegang` the table of powers says so. */
  readonly invoer: boolean;
  /** How people sign in; absent where there are no accounts. */
  readonly toegang?: Toegang;
  /**
   * For whoever asks the database now: the site with own documents that they see and not everybody
   * does. Absent where this is that site.
   */
  readonly eigenZicht?: () => Promise<Handler | undefined>;
  /** What everybody sees, as it is put into words once for all of them; absent: this site does it. */
  readonly zinOnder?: Zinlaag;
  readonly versie: string;
  /** How often who asks may still ask, over all servers; absent: this server counts for itself. */
  readonly verbruik?: Verbruik;
  /** Fetching from sources; absent where there is no server to do it. */
  readonly ophalen?: Ophaalkamer;
  /** Where webhooks may go; absent: nowhere. */
  readonly webhooks?: Webhooknet;
  /** Who gives open data out; not filled in where nobody said so. */
  readonly uitgever?: Uitgever;
  /** Where this installation may have laid its own words for papers over ours. */
  readonly sjablonenmap?: string;
  /** The app for the browser; absent where it was not built. */
  readonly scherm?: Scherm;
  /** How the server is watched; nobody watches it where this is absent. */
  readonly bewaking?: Bewaking;
  /** What the server knows of itself; absent where there is no server. */
  readonly levensloop?: Levensloop;
  /** Where an error that nobody foresaw is told; the reader of the page only sees the number. */
  readonly onError: (number: string, error: unknown) => void;
};

/** What every part of the site gets. */
export type Rooms = Omit<Site, "basis" | "uitgever" | "invoer"> & {
  /** Whether who asks may put in what holds for everybody here; where not, why. */
  readonly invoer: Invoerpoort;
  /** Whether who asks may do what was free to everybody before there were accounts. */
  readonly macht: Invoerpoort;
  /** Only figures that everybody may see: a page cannot show another, whatever it asks. */
  readonly basis: OpenbareBasis;
  readonly uitgever: Uitgever;
  /** What of everything here may be passed on. */
  readonly opendata: Opendata;
  readonly frame: (c: Context) => Frame;
  readonly zin: Zinmaker;
  readonly reken: Rekenaar;
  readonly notFound: (c: Context, wat: string) => Response | Promise<Response>;
};
