import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { vergelijkverzoek } from "#contract/api/versies.ts";
import { type Blad, readBlad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import { readRonde } from "#services/correctie/correctie.service.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { readVanDeRegio, readWoordenVan } from "#services/rekenblad/van-de-regio.ts";
import { listOngebronde } from "#services/rekenversie/bronvermelding.ts";
import { readVersie, type Versielezing } from "#services/rekenversie/rekenversie.service.ts";
import { compareVersies } from "#services/rekenversie/was-wordt.ts";
import { reactiesOf } from "#services/stukken/reacties.ts";
import {
  makeStuk,
  STUKVORMEN,
  type Stukvraag,
  writeStuk,
} from "#services/stukken/stukken.service.ts";
import type { Stukbron } from "#services/stukken/werk.ts";
import { namesZonderBron } from "#services/stukken/zonder-bron.ts";
import { bestandsnaam } from "#services/uitvoer/bestandsnaam.ts";
import { uitvoerVanBevriezing, uitvoerVanVersie } from "#services/uitvoer/bevroren-uitvoer.ts";
import { uitvoerVanBlad } from "#services/uitvoer/maak-uitvoerblad.ts";
import { withVaststelling } from "#services/uitvoer/met-vaststelling.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import { listVaststellingen } from "#storage/vaststelling.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import { badRequest, notFoundProblem, ProblemError, wantsJson } from "../problem.ts";
import type { Rooms } from "../site.ts";
import { readBladopdracht, runOpdracht } from "../v1/bladopdracht.ts";
import { geheimOf, nothingHere } from "../v1/geheim.ts";
import { GRENZEN } from "../v1/grenzen.ts";
import { withDeadline } from "../v1/rekentijd.ts";
import { gone } from "../v1/versiebeeld.ts";

const TITEL = "Dit stuk kan niet worden gemaakt";

/**
 * Papers of a sheet by its address, of a kept version by the secret that opens it, and of a frozen
 * outcome by its hash.
 *
 * `a4.pdf`, `oplegger.docx`: the name says which paper, and as what.
 */
export function stukkenRoutes(app: Hono, rooms: Rooms): void {
  app.get("/verdeling/uitvoer/stukken/:naam", async (c) => {
    try {
      const query = new URL(c.req.url).searchParams;
      return await answer(c, rooms, await bronVanBlad(c, rooms, query));
    } catch (error) {
      if (!(error instanceof ProblemError) || wantsJson(c.req.header("Accept"))) throw error;
      return explain(c, rooms, error);
    }
  });
  app.get("/verdeling/uitvoer/versies/:versie/stukken/:naam", async (c) => {
    const aanvraag = { id: c.req.param("versie"), geheim: geheimOf(c) };
    const read = found(await readVersie(rooms.db, new Date(), aanvraag));
    return answer(c, rooms, await bronVanVersie(c, rooms, read));
  });
  app.get("/verdeling/uitvoer/bevroren/:hash/stukken/:naam", async (c) => {
    try {
      return await answer(c, rooms, await bronVanBevriezing(c, rooms));
    } catch (error) {
      if (!(error instanceof ProblemError) || wantsJson(c.req.header("Accept"))) throw error;
      return explain(c, rooms, error);
    }
  });
  const small = bodyLimit({ maxSize: MOST_BYTES });
  app.post("/verdeling/uitvoer/was-wordt/:naam", small, async (c) => {
    const asked = vergelijkverzoek.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) throw badRequest(TITEL, ["Noem twee versies, elk met haar geheim."]);
    const nu = new Date();
    const open = ({ versie: id, geheim }: { versie: string; geheim: string }) =>
      readVersie(rooms.db, nu, { id, geheim });
    const was = found(await open(asked.data.was));
    const wordt = found(await open(asked.data.wordt));
    const compared = compareVersies(rooms.basis, was.inhoud, wordt.inhoud);
    if (!compared.ok) throw badRequest(TITEL, compared.fouten);
    const { blad } = await bronVanVersie(c, rooms, was);
    const { sleutels } = compared;
    const bron = await bronVanVersie(c, rooms, wordt);
    return answer(c, rooms, bron, { soort: "was-wordt", was: blad, sleutels });
  });
}

/** Two names and two secrets. */
const MOST_BYTES = 4_000;

type Gevonden = Extract<Versielezing, { soort: "gevonden" }>;

function found(read: Versielezing): Gevonden {
  if (read.soort === "niet-gevonden") throw nothingHere();
  if (read.soort === "weg") throw gone(read.versie);
  return read;
}

/** The sheet of an address, with the corrections and the words of its region. */
async function bronVanBlad(c: Context, rooms: Rooms, query: URLSearchParams): Promise<Stukbron> {
  const { db, basis } = rooms;
  if (new URL(c.req.url).search.length > GRENZEN.query) throw badRequest(TITEL, [TOO_LONG]);
  const asked = basis.bibliotheek.find(query.get("document") ?? "");
  if (asked?.soort !== "verdeling") throw notFoundProblem("Dit adres noemt geen verdeling.");
  const blad = readBlad(documentnaam(asked), query, basis.kennis.peildatum ?? "2026-01-01");
  const regio = await readVanDeRegio(db, basis, blad);
  if (!regio.ok) throw badRequest(TITEL, regio.fouten);
  const own = regio.basis;
  const opdracht = readBladopdracht(blad, own, GRENZEN);
  const timed = withDeadline(own, GRENZEN.tijd, () => performance.now());
  const { tabel } = runOpdracht(() => computeTabel(timed, opdracht, blad.naast), blad.op, own);
  const uitvoer = uitvoerVanBlad(own, blad, tabel, (document, ingevuld) =>
    describeInBasis(document, own, ingevuld),
  );
  return {
    blad: uitvoer,
    zonderBron: namesZonderBron(uitvoer, listOngebronde(blad, {})),
    reacties: await readReacties({ db, basis }, blad),
    ...(regio.woorden ? { woorden: regio.woorden } : {}),
    site: siteOf(c, rooms),
  };
}

const TOO_LONG = `Het adres mag hoogstens ${GRENZEN.query} tekens zijn. Bewaar het rekenblad als versie.`;

async function readReacties({ db, basis }: Pick<Rooms, "db" | "basis">, { ronde }: Blad) {
  const read = ronde === undefined ? undefined : await readRonde({ db, basis }, ronde);
  return reactiesOf(read?.gemeenten ?? [], basis);
}

async function bronVanVersie(
  c: Context,
  rooms: Rooms,
  { versie, inhoud }: Gevonden,
): Promise<Stukbron> {
  const made = uitvoerVanVersie(rooms.basis, versie, inhoud);
  if (!made.ok) throw badRequest(TITEL, made.fouten);
  const woorden = await readWoordenVan(rooms.db, inhoud.adres);
  const adopted = await listVaststellingen(rooms.db, { soort: "versie", id: versie.id });
  return {
    blad: withVaststelling(made.blad, adopted),
    zonderBron: namesZonderBron(made.blad, inhoud.ongebronde),
    reacties: new Map(),
    ...(woorden ? { woorden } : {}),
    site: siteOf(c, rooms),
  };
}

/** A frozen outcome by its whole hash; whoever has no hash cannot guess one. */
async function bronVanBevriezing(c: Context, rooms: Rooms): Promise<Stukbron> {
  const hash = c.req.param("hash") ?? "";
  const read = /^[0-9a-f]{64}$/.test(hash) ? await findBevriezing(rooms.db, hash) : undefined;
  if (read?.soort !== "gevonden") {
    throw notFoundProblem("Er is geen bevroren uitkomst met dit kenmerk.");
  }
  const made = uitvoerVanBevriezing(rooms.basis, read.bevriezing);
  if (!made.ok) throw badRequest(TITEL, made.fouten);
  const { blad } = made;
  const zonderBron = namesZonderBron(blad, []);
  return { blad, zonderBron, reacties: new Map(), site: siteOf(c, rooms) };
}

/** Who came over https is sent back over https, also where a proxy stands between. */
function siteOf(c: Context, { https }: Rooms): string {
  const { host, origin } = new URL(c.req.url);
  return https ? `https://${host}` : origin;
}

const SOORTEN = ["a4", "oplegger", "nota"] as const;

/** The paper that the address names; `vraag` where it is not one of a single sheet. */
async function answer(
  c: Context,
  { sjablonenmap, basis }: Rooms,
  bron: Stukbron,
  vraag?: Stukvraag,
): Promise<Response> {
  const [naam, vorm] = readNaam(c, vraag);
  const gemeente = c.req.query("gemeente")?.trim();
  const asked: Stukvraag =
    vraag ?? (naam === "a4" && gemeente ? { soort: "a4", gemeente } : { soort: naam });
  const { gebied } = bron.blad.kolommen[0].vraag;
  const kaart = () => basis.kaart(gebied, dayOf(bron.blad.op));
  const made = makeStuk({ ...bron, kaart }, asked, sjablonenmap);
  if (!made.ok) throw badRequest(TITEL, made.fouten);
  const written = await writeStuk(made.stuk, vorm);
  if (!written.ok) throw unable(written);
  const one = asked.soort === "a4" && asked.gemeente ? made.stuk.delen[0]?.titel : undefined;
  const name = bestandsnaam(bron.blad, vorm, [asked.soort, one].filter(Boolean).join("-"));
  c.header("Content-Type", TYPES[vorm]);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  c.header("Cache-Control", "no-store");
  return c.body(new Uint8Array(written.bytes), 200);
}

const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

function readNaam(c: Context, vraag: Stukvraag | undefined) {
  const [, asked = "", ending] = /^([a-z0-9-]+)\.([a-z]+)$/.exec(c.req.param("naam") ?? "") ?? [];
  const vorm = STUKVORMEN.find((known) => known === ending);
  const naam = SOORTEN.find((known) => known === asked);
  if (!vorm || !(naam || vraag?.soort === asked)) {
    throw notFoundProblem(
      "Er is geen stuk met die naam. Kies a4, oplegger of nota, als .pdf of .docx.",
    );
  }
  return [naam ?? "nota", vorm] as const;
}

type Onmogelijk = Extract<Awaited<ReturnType<typeof writeStuk>>, { ok: false }>;

function unable({ soort, fout }: Onmogelijk): ProblemError {
  if (soort === "onmogelijk") return new ProblemError({ status: 501, title: TITEL, detail: fout });
  return new ProblemError({ status: 503, title: TITEL, detail: fout }, { "Retry-After": "30" });
}

/** Whoever followed a link gets a page that says what is wrong, and all of it. */
function explain(c: Context, { frame }: Rooms, { problem }: ProblemError) {
  const { status, title, detail, fouten = [detail] } = problem;
  return c.html(
    <MessagePage frame={frame(c)} titel={title}>
      <ul>
        {fouten.map((fout) => (
          <li>{fout}</li>
        ))}
      </ul>
      <p>Ga terug naar het rekenblad en verander wat hierboven staat.</p>
    </MessagePage>,
    status as ContentfulStatusCode,
  );
}
