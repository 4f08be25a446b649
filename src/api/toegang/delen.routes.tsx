import type { Context, Hono } from "hono";
import { ZICHTBAARHEDEN } from "#domain/toegang.ts";
import {
  type Deelbeeld,
  type Deelsoort,
  type Deeluitkomst,
  type Deelvraag,
  deel,
  endLink,
  readDeelbeeld,
} from "#services/toegang/delen.service.ts";
import type { Deling } from "#storage/eigendom.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { DelenPage, dingAdres } from "./delen-page.tsx";

const PADEN: Readonly<Record<Deelsoort, string>> = {
  versie: "/verdeling/versies/:id/delen",
  ronde: "/verdeling/correcties/:id/delen",
  lijst: "/verdeling/woordenlijsten/:id/delen",
  levering: "/inleveringen/:id/delen",
  fonds: "/fondsen/:id/delen",
  document: "/documenten/:naam/delen",
};

/** Who sees something that people made: for each sort the same page, that says so and lets one choose. */
export function delenRoutes(app: Hono, rooms: Rooms): void {
  for (const [key, pad] of Object.entries(PADEN)) {
    // Object.entries forgets which keys there are.
    const soort = key as Deelsoort;
    app.get(pad, (c) => show(c, rooms, soort));
    app.post(pad, (c) => change(c, rooms, soort));
  }
}

async function change(c: Context, rooms: Rooms, soort: Deelsoort): Promise<Response> {
  const id = idOf(c);
  const form = await c.req.parseBody();
  const vraag = vraagOf(c, rooms);
  const { intrekken } = form;
  if (typeof intrekken === "string") {
    return answer(c, rooms, soort, await endLink(vraag, soort, id, intrekken), "ingetrokken");
  }
  const deling = readDeling(form.zichtbaar, form.kring, c.get("wie").kringen);
  if (!deling) return show(c, rooms, soort, { fouten: [KIES], status: 400 });
  return answer(c, rooms, soort, await deel(vraag, soort, id, deling), "bewaard");
}

function idOf(c: Context): string {
  return c.req.param("id") ?? c.req.param("naam") ?? "";
}

const KIES = "Kies wie het ziet. Bij een kring kiest u ook welke.";

/** Who asks, and when. */
export function vraagOf(c: Context, { db, basis, toegang }: Rooms): Deelvraag {
  return { db, basis, wie: c.get("wie"), nu: toegang?.nu() ?? new Date() };
}

function answer(
  c: Context,
  rooms: Rooms,
  soort: Deelsoort,
  uitkomst: Deeluitkomst,
  gedaan: string,
): Response | Promise<Response> {
  if (uitkomst.soort === "gedaan") {
    const own = dingAdres(soort, idOf(c));
    return c.redirect(`${own}/delen?${gedaan}=ja`, 303);
  }
  const status = uitkomst.soort === "geen-macht" ? 403 : 400;
  const noem = (cijfer: string) => rooms.basis.bibliotheek.find(cijfer)?.titel ?? cijfer;
  return show(c, rooms, soort, { fouten: describeNietGedeeld(uitkomst, noem), status });
}

/** Why nothing was shared, in words that mend; none where the page itself says so. */
export function describeNietGedeeld(
  uitkomst: Deeluitkomst,
  noem: (cijfer: string) => string = (cijfer) => cijfer,
): readonly string[] {
  switch (uitkomst.soort) {
    case "geen-macht":
      return [uitkomst.waarom];
    case "zonder-bron":
      return [
        "Een cijfer zonder bron blijft binnen uw organisatie. Zeg waar elk cijfer vandaan komt, en bewaar opnieuw.",
        ...uitkomst.cijfers.map((cijfer) => `«${noem(cijfer)}» heeft geen bron.`),
      ];
    case "kleine-aantallen":
      return [
        "Aantallen mensen van een groep per gemeente gaan alleen verder dan uw organisatie als elk aantal tien of meer is, en van gevoelige groepen nooit. Reken met het getal van de regio.",
        ...uitkomst.cijfers.map((cijfer) => `«${noem(cijfer)}» is een klein of gevoelig aantal.`),
      ];
    default:
      return [];
  }
}

type Afloop = { readonly fouten: readonly string[]; readonly status: 200 | 400 | 403 };

async function show(
  c: Context,
  rooms: Rooms,
  soort: Deelsoort,
  { fouten, status }: Afloop = { fouten: [], status: 200 },
): Promise<Response> {
  const { frame, notFound } = rooms;
  const id = idOf(c);
  const beeld = await readDeelbeeld(vraagOf(c, rooms), soort, id);
  if (!beeld) return notFound(c, NIETS[soort](id));
  if (!beeld.wijzigbaar || !beeld.eigendom) return notYours(c, frame, beeld);
  const said = c.req.query("bewaard") === "ja" ? ("bewaard" as const) : undefined;
  const gedaan = c.req.query("ingetrokken") === "ja" ? ("ingetrokken" as const) : said;
  const page = <DelenPage frame={frame(c)} {...{ beeld, fouten }} gedaan={gedaan} />;
  return c.html(page, status);
}

const NIETS: Readonly<Record<Deelsoort, (id: string) => string>> = {
  versie: () => "Deze versie is er niet.",
  ronde: () => "Deze ronde is er niet.",
  lijst: () => "Deze woordenlijst is er niet.",
  levering: () => "Deze levering is er niet.",
  fonds: () => "Dit fonds is er niet.",
  document: (id) => `Er is geen eigen document «${id}».`,
};

function notYours(
  c: Context,
  frame: Rooms["frame"],
  { wijzigbaar }: Deelbeeld,
): Response | Promise<Response> {
  const titel = wijzigbaar ? "Iedereen ziet dit document" : "Dit is van een andere organisatie";
  const tekst = wijzigbaar
    ? "Het is gemaakt zonder account en heeft daarom geen eigenaar. Neem het over onder een eigen naam als u wilt kiezen wie het ziet."
    : "Wie het maakte, kiest wie het ziet. U kunt het lezen.";
  return c.html(
    <MessagePage frame={frame(c)} titel={titel}>
      <p>{tekst}</p>
    </MessagePage>,
    wijzigbaar ? 200 : 403,
  );
}

/** The choice that was sent; undefined where it is none, or a circle that who asks is not in. */
export function readDeling(
  zichtbaar: unknown,
  kring: unknown,
  kringen: readonly string[],
): Deling | undefined {
  const chosen = ZICHTBAARHEDEN.find((one) => one === zichtbaar);
  if (chosen === undefined) return undefined;
  if (chosen !== "kring") return { zichtbaarheid: chosen };
  const own = kringen.find((one) => one === kring);
  return own === undefined ? undefined : { zichtbaarheid: chosen, kring: own };
}
