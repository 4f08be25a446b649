import type { Context, Hono } from "hono";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { zinAlsTekst } from "#services/kader/zin.ts";
import { createVormzoeker, type Vormzoeker } from "#services/ogc/gebiedsvorm.ts";
import { readVanDeRegio, readWoordenVan } from "#services/rekenblad/van-de-regio.ts";
import { readVersie, type Versielezing } from "#services/rekenversie/rekenversie.service.ts";
import {
  type Bevrorenlezing,
  uitvoerVanBevriezing,
  uitvoerVanVersie,
} from "#services/uitvoer/bevroren-uitvoer.ts";
import { uitvoerVanBlad } from "#services/uitvoer/maak-uitvoerblad.ts";
import { withVaststelling } from "#services/uitvoer/met-vaststelling.ts";
import { withWoorden } from "#services/uitvoer/met-woorden.ts";
import { schrijfUitvoer } from "#services/uitvoer/schrijf-uitvoer.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
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

const TITEL = "Dit bestand kan niet worden gemaakt";

/**
 * A sheet as a file, by its address; a kept version by the secret that opens it, and a frozen
 * outcome by its whole hash. The last part of the address says which file: `rekenblad.ods`.
 */
export function uitvoerRoutes(app: Hono, rooms: Rooms): void {
  app.get("/verdeling/uitvoer/:bestand", (c) =>
    explained(c, rooms, async () => answer(c, rooms, await readAdres(c, rooms))),
  );
  app.get("/verdeling/uitvoer/versies/:versie/:bestand", async (c) => {
    const aanvraag = { id: c.req.param("versie"), geheim: geheimOf(c) };
    const { versie, inhoud } = found(await readVersie(rooms.db, new Date(), aanvraag));
    const adopted = await listVaststellingen(rooms.db, { soort: "versie", id: versie.id });
    const uitvoer = withVaststelling(
      frozen(uitvoerVanVersie(rooms.basis, versie, inhoud)),
      adopted,
    );
    return answer(c, rooms, withWoorden(uitvoer, await readWoordenVan(rooms.db, inhoud.adres)));
  });
  app.get("/verdeling/uitvoer/bevroren/:hash/:bestand", (c) =>
    explained(c, rooms, async () => {
      const hash = c.req.param("hash");
      const read = /^[0-9a-f]{64}$/.test(hash) ? await findBevriezing(rooms.db, hash) : undefined;
      if (read?.soort !== "gevonden") {
        throw notFoundProblem("Er is geen bevroren uitkomst met dit kenmerk.");
      }
      return answer(c, rooms, frozen(uitvoerVanBevriezing(rooms.basis, read.bevriezing)));
    }),
  );
}

function found(read: Versielezing): Extract<Versielezing, { soort: "gevonden" }> {
  if (read.soort === "niet-gevonden") throw nothingHere();
  if (read.soort === "weg") throw gone(read.versie);
  return read;
}

function frozen(read: Bevrorenlezing): Uitvoerblad {
  if (read.ok) return read.blad;
  const [detail = ""] = read.fouten;
  throw new ProblemError({ status: 409, title: TITEL, detail, fouten: [...read.fouten] });
}

/** The sheet of an address, with the corrections of its region. */
async function readAdres(c: Context, rooms: Rooms): Promise<Uitvoerblad> {
  const query = new URL(c.req.url).searchParams;
  const peildag = rooms.basis.kennis.peildatum ?? "2026-01-01";
  const blad = readBlad(query.get("document") ?? "", query, peildag);
  const regio = await readVanDeRegio(rooms.db, rooms.basis, blad);
  if (!regio.ok) throw badRequest(TITEL, regio.fouten);
  const { basis } = regio;
  const opdracht = readBladopdracht(blad, basis, GRENZEN);
  const timed = withDeadline(basis, GRENZEN.tijd, () => performance.now());
  const { tabel } = runOpdracht(() => computeTabel(timed, opdracht, blad.naast), blad.op, basis);
  const uitvoer = uitvoerVanBlad(basis, blad, tabel, (document, ingevuld) =>
    zinAlsTekst(rooms.zin(document, ingevuld)),
  );
  return withWoorden(uitvoer, regio.woorden);
}

async function answer(c: Context, rooms: Rooms, uitvoer: Uitvoerblad): Promise<Response> {
  const { gebied } = uitvoer.kolommen[0].vraag;
  const kolom = c.req.query("kolom");
  const made = await schrijfUitvoer(c.req.param("bestand") ?? "", uitvoer, {
    adres: `${originOf(c, rooms)}${uitvoer.herkomst.adres}`,
    kaart: () => rooms.basis.kaart(gebied, dayOf(uitvoer.op)),
    vormen: vormzoekerOf(rooms),
    ...(kolom ? { kolom } : {}),
  });
  if (!made) throw notFoundProblem("Zo'n bestand wordt hier niet gemaakt.");
  return c.body(made.bytes, 200, {
    "Content-Type": made.type,
    "Content-Disposition": `attachment; filename="${made.naam}"`,
  });
}

/** One for all requests: it remembers the shapes that it made. */
const vormzoekers = new WeakMap<Rooms, Vormzoeker>();

function vormzoekerOf(rooms: Rooms): Vormzoeker {
  const known = vormzoekers.get(rooms) ?? createVormzoeker(rooms.basis);
  vormzoekers.set(rooms, known);
  return known;
}

/** Who came over https is sent back over https, also where a proxy stands between. */
function originOf(c: Context, { https }: Rooms): string {
  const { host, origin } = new URL(c.req.url);
  return https ? `https://${host}` : origin;
}

/** A person who follows a link gets a page that says what is wrong, a program a problem document. */
async function explained(
  c: Context,
  { frame }: Rooms,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ProblemError) || wantsJson(c.req.header("Accept"))) throw error;
    const { status, title, detail, fouten = [] } = error.problem;
    const told = fouten.length > 0 ? fouten : [detail ?? ""];
    return c.html(
      <MessagePage frame={frame(c)} titel={title}>
        <ul>
          {told.map((fout) => (
            <li>{fout}</li>
          ))}
        </ul>
        <p>
          Ga terug naar het rekenblad en probeer het daar opnieuw, of begin bij{" "}
          <a href="/verdeling">Verdeling</a>.
        </p>
      </MessagePage>,
      status === 404 ? 404 : status === 409 ? 409 : 400,
    );
  }
}
