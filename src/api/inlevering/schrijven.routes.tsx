import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Inleverkop } from "#domain/inlevering.ts";
import { formatCeladres } from "#domain/werkmap.ts";
import { readBeeld } from "#services/inlevering/beeld.ts";
import {
  beantwoord,
  draaiTerug,
  type Gebiedstoets,
  herstel,
  koppel,
  legTerug,
  neemOver,
  ontvang,
  zetKop,
} from "#services/inlevering/inlevering.service.ts";
import { MEESTE_BYTES, PLAKNAAM } from "#services/inlevering/kluis.ts";
import { VOORBEELD } from "#services/inlevering/voorbeeld.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { findInlevering, type Inlevering } from "#storage/inlevering.repository.ts";
import { listPlekkenVan } from "#storage/inlevering-telling.repository.ts";
import { describeNietVanU, onlyWithInvoer } from "../invoer.ts";
import { MessagePage } from "../page/message-page.tsx";
import {
  readKeuzes,
  readKop,
  readKoppelingen,
  readVelden,
  readVerbeteringen,
  type Velden,
} from "./formulier.ts";
import type { Inleverkamer } from "./kamer.ts";
import { type Ingevuld, NieuwPage } from "./nieuw-page.tsx";
import { giveAccess, mayOpen } from "./toegang.ts";

/** A form of a delivery holds at most so much; a file may be larger. */
const MEESTE_FORMULIER = 4_000_000;

/** Everything that changes a delivery; only where this server takes things in. */
export function schrijfRoutes(app: Hono, kamer: Inleverkamer): void {
  const { frame, invoer, basis } = kamer;
  const guard = onlyWithInvoer(invoer, "cijfers-inleveren", (c, why) =>
    c.html(
      <MessagePage frame={frame(c)} titel="Dit kunt u hier niet" aanmelden>
        <p>{why}</p>
      </MessagePage>,
      403,
    ),
  );
  app.on("POST", ["/inleveringen/*"], guard);
  app.get("/inleveringen/nieuw", (c) => c.html(<NieuwPage frame={frame(c)} basis={basis} />));
  app.post("/inleveringen/nieuw", limit(kamer, MEESTE_BYTES + MEESTE_FORMULIER), (c) =>
    receive(c, kamer),
  );
  app.post("/inleveringen/voorbeeld", (c) => keep(c, kamer, VOORBEELD, {}));
  app.use("/inleveringen/:id/*", limit(kamer, MEESTE_FORMULIER));
  app.post("/inleveringen/:id/kolommen", (c) => withConcept(c, kamer, saveKolommen));
  app.post("/inleveringen/:id/antwoorden", (c) => withConcept(c, kamer, saveAntwoorden));
  app.post("/inleveringen/:id/kiezen", (c) => withConcept(c, kamer, saveKeuze));
  app.post("/inleveringen/:id/overnemen", (c) => withConcept(c, kamer, takeOver));
  app.post("/inleveringen/:id/terugleggen", (c) => withConcept(c, kamer, layBack));
  app.post("/inleveringen/:id/terugdraaien", (c) => turn(c, kamer, draaiTerug));
  app.post("/inleveringen/:id/herstellen", (c) => turn(c, kamer, herstel));
}

function limit({ frame }: Inleverkamer, maxSize: number) {
  const onError = (c: Context) =>
    c.html(
      <MessagePage frame={frame(c)} titel="Dit is te groot">
        <p>
          Een bestand mag hoogstens 32 MB zijn. Haal plaatjes en bladen eruit die niet nodig zijn,
          of splits het over meer bestanden. Ga terug met uw browser en probeer het opnieuw.
        </p>
      </MessagePage>,
      413,
    );
  return bodyLimit({ maxSize, onError });
}

async function receive(c: Context, kamer: Inleverkamer): Promise<Response> {
  const form = await c.req.formData();
  const velden = readVelden(form);
  const { kop, fouten } = readKop(velden);
  const bestand = form.get("bestand");
  const plaksel = form.get("plaksel");
  const ingevuld = textsOf(form);
  const told = [...fouten];
  const file = bestand instanceof File && bestand.size > 0 ? bestand : undefined;
  const pasted = typeof plaksel === "string" && plaksel.trim() !== "" ? plaksel : undefined;
  if (!file && !pasted) told.unshift("Kies een bestand, of plak een tabel.");
  if (file && pasted) told.unshift("Kies een bestand of plak een tabel, niet allebei.");
  if (told.length > 0) return refuse(c, kamer, ingevuld, told);
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
  return keep(c, kamer, { bestandsnaam: file?.name ?? PLAKNAAM, bytes, kop }, ingevuld);
}

type Aangeboden = {
  readonly bestandsnaam: string;
  readonly bytes: Uint8Array;
  readonly kop: Inleverkop;
};

async function keep(
  c: Context,
  kamer: Inleverkamer,
  aangeboden: Aangeboden,
  ingevuld: Ingevuld,
): Promise<Response> {
  const made = await ontvang(kamer.kluis, aangeboden);
  if (made.soort === "onleesbaar") {
    return refuse(
      c,
      kamer,
      ingevuld,
      made.fouten.map(({ tekst }) => tekst),
    );
  }
  if (made.link.geheim !== undefined) giveAccess(c, made.id, made.link.geheim, kamer.https);
  return c.redirect(`/inleveringen/${made.id}`, 303);
}

function refuse(
  c: Context,
  { frame, basis }: Inleverkamer,
  ingevuld: Ingevuld,
  fouten: readonly string[],
): Response | Promise<Response> {
  const page = <NieuwPage frame={frame(c)} basis={basis} ingevuld={ingevuld} fouten={fouten} />;
  return c.html(page, 400);
}

function textsOf(form: FormData): Ingevuld {
  return Object.fromEntries(
    [...form].flatMap(([naam, waarde]) => (typeof waarde === "string" ? [[naam, waarde]] : [])),
  );
}

/** What somebody sent about a concept of their own. */
type Gestuurd = {
  readonly inlevering: Inlevering;
  readonly form: FormData;
  readonly velden: Velden;
  readonly nietVanU: Gebiedstoets;
};

/** What came of it: on to the delivery, or why it did not happen. */
type Afloop = { readonly melding?: string };
type Daad = (kamer: Inleverkamer, gestuurd: Gestuurd) => Promise<Afloop>;

async function withConcept(c: Context, kamer: Inleverkamer, act: Daad): Promise<Response> {
  const id = asKenmerk(c.req.param("id") ?? "");
  const inlevering = await findInlevering(kamer.kluis.db, id);
  const eigen = inlevering?.stand === "concept" && (await mayOpen(c, kamer.kluis, id));
  if (!inlevering || !eigen) return kamer.show(c, id);
  const form = await c.req.formData();
  const { melding } = await act(kamer, {
    ...{ inlevering, form, velden: readVelden(form) },
    nietVanU: kamer.nietVanU(c),
  });
  if (melding !== undefined) return kamer.show(c, id, melding);
  return c.redirect(`/inleveringen/${id}`, 303);
}

const VERANDERD =
  "Deze levering is intussen veranderd, misschien in een ander tabblad. Kijk hieronder hoe zij nu is, en doe het opnieuw.";

async function saveKolommen(
  kamer: Inleverkamer,
  { inlevering, velden }: Gestuurd,
): Promise<Afloop> {
  const beeld = await readBeeld(kamer.kluis, inlevering.id);
  if (!beeld) return { melding: VERANDERD };
  const kolommen = beeld.bladen.map(({ koppeling }) =>
    koppeling.kolommen.map(({ kolom }) => kolom),
  );
  const koppelingen = readKoppelingen(velden, kolommen);
  const nu = await zetKop(kamer.kluis, inlevering, velden.one("moment"));
  const kept = await koppel(kamer.kluis, nu, koppelingen);
  return kept ? {} : { melding: VERANDERD };
}

/** Cells that were mended, and what is let pass with a reason; a cell that was mended needs none. */
async function saveAntwoorden(
  { kluis }: Inleverkamer,
  { inlevering, form, velden }: Gestuurd,
): Promise<Afloop> {
  const verbeteringen = readVerbeteringen(form);
  const mended = verbeteringen.map(
    ({ blad, rij, kolom }) => `|${blad}|${formatCeladres(rij, kolom)}|`,
  );
  const left = velden.all("id").filter((id) => !mended.some((place) => id.includes(place)));
  const reden = velden.one("reden");
  if (left.length > 0 && reden === "" && verbeteringen.length === 0) {
    return { melding: "Schrijf bij wat u aanvinkte waarom het zo mag, of verbeter de cel." };
  }
  const bevestigingen = reden === "" ? [] : left.map((id) => ({ id, reden }));
  const kept = await beantwoord(kluis, inlevering, { verbeteringen, bevestigingen });
  if (kept && velden.one("soort") === "fouten" && left.length > bevestigingen.length) {
    return {
      melding: "Uw verbeteringen zijn bewaard. Schrijf nog waarom u weglaat wat u aanvinkte.",
    };
  }
  return said(kept);
}

async function saveKeuze(
  { kluis }: Inleverkamer,
  { inlevering, velden }: Gestuurd,
): Promise<Afloop> {
  const keuzes = readKeuzes(velden);
  if (keuzes.length === 0) return { melding: "Kies een van de twee, en schrijf erbij waarom." };
  return said(await beantwoord(kluis, inlevering, { keuzes }));
}

function said(kept: boolean): Afloop {
  return kept ? {} : { melding: VERANDERD };
}

async function takeOver(
  { kluis }: Inleverkamer,
  { inlevering, velden, nietVanU }: Gestuurd,
): Promise<Afloop> {
  const wijziging = Number(velden.one("wijziging"));
  const over = await neemOver(kluis, { id: inlevering.id, wijziging }, nietVanU);
  const { soort } = over;
  if (soort === "overgenomen") return {};
  if (soort === "niet-van-u") return { melding: describeNietVanU(over.gebieden) };
  const nu = "Er is iets bij gekomen om te zeggen: wat nu telt, is anders dan toen u keek.";
  return { melding: soort === "niet-klaar" ? nu : VERANDERD };
}

async function layBack({ kluis }: Inleverkamer, { inlevering, velden }: Gestuurd): Promise<Afloop> {
  const wijziging = Number(velden.one("wijziging"));
  return said(await legTerug(kluis, { ...inlevering, wijziging }));
}

/** Undoing holds for everybody: whoever may put figures of these areas in may do it. */
async function turn(c: Context, kamer: Inleverkamer, act: typeof draaiTerug): Promise<Response> {
  const id = asKenmerk(c.req.param("id") ?? "");
  const reden = readVelden(await c.req.formData()).one("reden");
  const niet = kamer.nietVanU(c)(await listPlekkenVan(kamer.kluis.db, id));
  if (niet.length > 0) {
    return c.html(
      <MessagePage frame={kamer.frame(c)} titel="Dit kunt u hier niet" aanmelden>
        <p>{describeNietVanU(niet)}</p>
      </MessagePage>,
      403,
    );
  }
  if (reden !== "") await act(kamer.kluis, id, reden);
  return c.redirect(`/inleveringen/${id}`, 303);
}
