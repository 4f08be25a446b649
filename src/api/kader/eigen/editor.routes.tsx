import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { loadEigen, withVersie } from "#contract/kader/eigen.ts";
import { readAt } from "#contract/kader/zet.ts";
import { SOORTEN } from "#domain/kop.ts";
import { saveDocument } from "#services/kader/eigen-documenten.service.ts";
import { takeOver } from "#services/kader/overnemen.ts";
import { SJABLONEN } from "#services/kader/sjablonen.ts";
import { listVersies } from "#storage/eigen-document.repository.ts";
import { readOokHier } from "../../aanwezig/aanwezig.routes.ts";
import { documentAdres } from "../../adres.ts";
import { MessagePage } from "../../page/message-page.tsx";
import { allowStyles } from "../../security-headers.ts";
import type { Rooms } from "../../site.ts";
import { VAN_EEN_ANDER } from "../../v1/eigen-documenten.routes.ts";
import { answerBotsing } from "./botsing.tsx";
import { type Botsingstand, EigenTekst, Overgenomen, Verloren } from "./botsing-page.tsx";
import { EditorPage, type Editorprops, type Nagekeken } from "./editor-page.tsx";

/** A form holds the text with its signs written out, which can take three times the room. */
const GROOTSTE_FORMULIER = 3_500_000;

/** Beginning a document, and changing an own one. */
export function editorRoutes(app: Hono, rooms: Rooms): void {
  const { frame, db, notFound } = rooms;
  const tooLarge = (c: Context) =>
    c.html(
      <MessagePage frame={frame(c)} titel="Deze tekst is te groot">
        <p>Een document mag hoogstens 1 MB zijn. Splits het in meer documenten.</p>
      </MessagePage>,
      413,
    );
  const limit = bodyLimit({ maxSize: GROOTSTE_FORMULIER, onError: tooLarge });
  app.get("/documenten/nieuw", (c) => c.html(<EditorPage {...begin(c, rooms)} />));
  app.post("/documenten/nieuw", limit, (c) => sent(c, rooms, {}));
  app.get("/documenten/:naam/bewerken", async (c) => {
    const naam = c.req.param("naam");
    const newest = (await listVersies(db, naam)).at(-1);
    if (newest) {
      const { id, versie, tekst, titel } = newest;
      const around = page(c, rooms, { id, titel: `${titel} bewerken` });
      const ookHier = await readOokHier(c, rooms, { soort: "document", id });
      const known = ookHier ? { ookHier } : {};
      const props = { ...around, tekst, van: versie, ...known, ...saved(c, versie) };
      return c.html(<EditorPage {...props} />);
    }
    if (rooms.basis.bibliotheek.find(naam)) return c.redirect(`${documentAdres(naam)}/overnemen`);
    return notFound(c, `Er is geen eigen document «${naam}».`);
  });
  app.post("/documenten/:naam/bewerken", limit, (c) => sent(c, rooms, { id: c.req.param("naam") }));
}

type Welk = { readonly id?: string; readonly titel?: string };

function page(c: Context, { frame, scherm, invoer }: Rooms, { id, titel }: Welk) {
  return {
    frame: frame(c),
    scherm,
    nonce: allowStyles(c),
    adres: id === undefined ? "/documenten/nieuw" : `${documentAdres(id)}/bewerken`,
    titel: titel ?? "Nieuw document",
    invoer: invoer(c, "documenten-bewaren").mag,
    ...(id === undefined ? {} : { id }),
  };
}

/** A new document: a text to begin with, or one from the library for one's own region. */
function begin(c: Context, rooms: Rooms): Editorprops {
  const asked = c.req.query("soort");
  const soort = SOORTEN.find((known) => known === asked) ?? "verdeling";
  const around = { ...page(c, rooms, {}), van: 0 };
  const from = rooms.basis.bibliotheek.find(c.req.query("uit") ?? "");
  if (!from) return { ...around, tekst: SJABLONEN[soort] };
  const query = new URL(c.req.url).searchParams;
  const [regio, id] = [c.req.query("regio"), c.req.query("id")];
  const tekst = takeOver(rooms.basis.tekstVan(`${from.id}@${from.versie}`) ?? "", from, {
    id: id || `${from.id}-eigen`,
    ...(regio ? { regio, regiotitel: titleOf(regio, rooms) } : {}),
    parameters: new Map(
      [...query].flatMap(([key, text]) =>
        key.startsWith("p.") && text.trim() !== "" ? [[key.slice(2), text.trim()] as const] : [],
      ),
    ),
  });
  return { ...around, uit: from.id, titel: `${from.titel} overnemen`, tekst };
}

function titleOf(regio: string, { basis }: Rooms): string {
  const name = regio.split("#").at(-1) ?? regio;
  return basis.regios().find(({ naam }) => naam === name)?.titel ?? name;
}

function saved(c: Context, versie: number): Pick<Editorprops, "melding"> {
  if (c.req.query("bewaard") !== `${versie}`) return {};
  const tekst = "Wat erop rust, rekent vanaf nu met deze versie. Eerdere versies blijven staan.";
  return { melding: { titel: `Bewaard als versie ${versie}`, tekst } };
}

/** A form that was sent without the app: looked at, or kept. */
async function sent(c: Context, rooms: Rooms, { id }: Welk): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name] : "");
  const eol = text("regeleinde") === "crlf" ? "\r\n" : "\n";
  const tekst = text("tekst")
    .replace(/\r\n|\r/g, "\n")
    .replaceAll("\n", eol);
  const van = Number(/^\d{1,6}$/.exec(text("van"))?.[0] ?? 0);
  const reden = text("reden").trim().slice(0, 500);
  const { db, basis, invoer } = rooms;
  const around = {
    ...page(c, rooms, id === undefined ? {} : { id, titel: `${id} bewerken` }),
    van,
    tekst,
    reden,
  };
  if (text("doen") === "samenvoegen" && id !== undefined) {
    const tegen = Number(/^\d{1,6}$/.exec(text("tegen"))?.[0] ?? 0);
    return clashed(c, rooms, { around, form, stand: { id, tekst, reden, van, tegen } });
  }
  if (text("doen") !== "bewaar" || !invoer(c, "documenten-bewaren").mag) {
    return c.html(<EditorPage {...around} nagekeken={lookAt(tekst, van, rooms, id)} />);
  }
  const inzending = { tekst, van, reden, ...(id === undefined ? {} : { id }) };
  const opslag = await saveDocument({ db, basis }, inzending);
  if (opslag.soort === "bewaard") {
    const { id: kept, versie } = opslag.bewaard;
    return c.redirect(`${documentAdres(kept)}/bewerken?bewaard=${versie}`, 303);
  }
  if (opslag.soort === "fouten") {
    const nagekeken = { fouten: opslag.fouten, opmerkingen: [] };
    return c.html(<EditorPage {...around} nagekeken={nagekeken} />, 400);
  }
  if (opslag.soort === "van-een-ander") {
    const melding = { titel: "Dit document is van een andere organisatie", tekst: VAN_EEN_ANDER };
    return c.html(<EditorPage {...around} melding={melding} />, 403);
  }
  const stand = { id: opslag.ingediend.id, tekst, reden, van, tegen: opslag.nieuwste?.versie ?? 0 };
  return clashed(c, rooms, { around, form, stand });
}

type Geclasht = {
  readonly around: Editorprops;
  readonly form: Readonly<Record<string, unknown>>;
  readonly stand: Botsingstand;
};

/** Somebody else saved meanwhile: first each place that both changed, then the whole text. */
async function clashed(
  c: Context,
  rooms: Rooms,
  { around, form, stand }: Geclasht,
): Promise<Response> {
  const { id, tegen } = stand;
  const antwoord = tegen > 0 ? await answerBotsing(c, rooms, stand, form) : undefined;
  if (antwoord?.soort === "kiezen") return antwoord.pagina;
  if (!antwoord) {
    return c.html(<EditorPage {...around} {...clash(tegen > 0 ? tegen : undefined)} />, 409);
  }
  const { tekst, netjes, overgenomen, kwijt = [] } = antwoord;
  const naast = (
    <>
      <Verloren kwijt={kwijt} />
      <Overgenomen overgenomen={overgenomen} stand={stand} />
      <EigenTekst tekst={stand.tekst} />
    </>
  );
  const nagekeken = lookAt(tekst, tegen, rooms, id);
  // Without the app in the browser: it would go on from a text of before.
  const props = { ...around, scherm: undefined, id, adres: `${documentAdres(id)}/bewerken` };
  return c.html(
    <EditorPage {...props} {...{ tekst, van: tegen, naast, nagekeken }} melding={merged(netjes)} />,
  );
}

function merged(netjes: boolean): NonNullable<Editorprops["melding"]> {
  const tekst =
    "Er is nog niets bewaard. Bekijk de hele tekst, verander wat u wilt en bewaar haar.";
  const lost =
    " De opmerkingen en de volgorde van de schrijver konden hier niet blijven; onderaan staat welke, en uw eigen tekst.";
  return { titel: "Zo wordt het samen", tekst: netjes ? tekst : tekst + lost, kies: true };
}

/** Whoever then saves again, does so knowing of the other version. */
function clash(versie: number | undefined): Pick<Editorprops, "melding" | "van"> {
  const tekst =
    versie === undefined
      ? "Dit document is intussen weggegooid. Uw tekst staat hieronder. Bewaart u nu, dan begint het opnieuw."
      : `Versie ${versie} is bewaard nadat u begon. Uw tekst staat hieronder en is niet weg. Bekijk eerst die versie. Bewaart u nu, dan wordt de uwe versie ${versie + 1}.`;
  return {
    van: versie ?? 0,
    melding: { titel: "Een ander heeft intussen bewaard", tekst, kies: true },
  };
}

function lookAt(tekst: string, van: number, { basis, zin }: Rooms, id?: string): Nagekeken {
  const own = id ?? readAt(tekst, "id") ?? "";
  const read = loadEigen(withVersie(tekst, van + 1), basis.kennis, {
    isMeegeleverd: (name) => !basis.isEigen(name) && basis.bibliotheek.find(name) !== undefined,
    ...(id === undefined ? {} : { id: own }),
  });
  if (!read.ok) return { fouten: read.fouten, opmerkingen: read.opmerkingen };
  return { fouten: [], opmerkingen: read.opmerkingen, zin: zin(read.document) };
}
