import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  type Documentinvoer,
  importDocuments,
  removeDocument,
} from "#services/kader/eigen-documenten.service.ts";
import { toTar } from "#services/kader/tar.ts";
import { findMentions } from "#services/kader/vermeldingen.ts";
import { listEigenDocumenten, listVersies } from "#storage/eigen-document.repository.ts";
import { onlyWithInvoer } from "../../invoer.ts";
import { MessagePage } from "../../page/message-page.tsx";
import type { Rooms } from "../../site.ts";
import { VAN_EEN_ANDER } from "../../v1/eigen-documenten.routes.ts";
import { EigenPage } from "./eigen-page.tsx";
import { InlezenPage } from "./inlezen-page.tsx";
import { OvernemenPage } from "./overnemen-page.tsx";
import { WegPage } from "./weg-page.tsx";

const MEESTE_BESTANDEN = 200;
const MEESTE_BYTES = 5_000_000;

/** Own documents: which there are, in and out, and throwing one away. */
export function eigenRoutes(app: Hono, rooms: Rooms): void {
  showRoutes(app, rooms);
  outRoutes(app, rooms);
  inRoutes(app, rooms);
}

function showRoutes(app: Hono, rooms: Rooms): void {
  const { db, basis, frame, invoer, notFound } = rooms;
  app.get("/documenten/eigen", async (c) => {
    const documenten = await listEigenDocumenten(db);
    const { mag } = invoer(c, "documenten-bewaren");
    const onleesbaar = new Set([...documenten.keys()].filter((id) => !basis.bibliotheek.find(id)));
    return c.html(
      <EigenPage frame={frame(c)} {...{ documenten, onleesbaar, basis, invoer: mag }} />,
    );
  });
  app.get("/documenten/:naam/overnemen", (c) => {
    const document = basis.bibliotheek.find(c.req.param("naam"));
    if (!document) return notFound(c, `Er is geen document «${c.req.param("naam")}».`);
    return c.html(<OvernemenPage frame={frame(c)} basis={basis} document={document} />);
  });
}

const YAML = "application/yaml; charset=utf-8";

function outRoutes(app: Hono, { db, basis, notFound }: Rooms): void {
  app.get("/documenten/eigen.tar", async (c) => {
    const bestanden = [...(await listEigenDocumenten(db)).values()].flatMap((versies) =>
      versies.map(({ id, versie, tekst }, index) => ({
        naam:
          index === versies.length - 1 ? `eigen/${id}.yaml` : `eigen/versies/${id}@${versie}.yaml`,
        tekst,
      })),
    );
    return c.body(toTar(bestanden), 200, {
      "Content-Type": "application/x-tar",
      "Content-Disposition": 'attachment; filename="woonregie-eigen-documenten.tar"',
    });
  });
  app.get("/documenten/:naam{[^/]+\\.yaml}", async (c) => {
    const naam = c.req.param("naam").replace(/\.yaml$/, "");
    const tekst = basis.tekstVan(naam);
    if (tekst === undefined) return notFound(c, `Er is geen document «${naam}».`);
    const file = naam.replace(/[^a-z0-9@-]/g, "");
    return c.body(tekst, 200, {
      "Content-Type": YAML,
      "Content-Disposition": `attachment; filename="${file}.yaml"`,
    });
  });
}

function inRoutes(app: Hono, rooms: Rooms): void {
  const { db, basis, frame, invoer, notFound } = rooms;
  const refuse = (c: Context, why: string) =>
    c.html(
      <MessagePage frame={frame(c)} titel="Dit kunt u hier niet" aanmelden>
        <p>{why}</p>
      </MessagePage>,
      403,
    );
  const onlyHere = onlyWithInvoer(invoer, "documenten-bewaren", refuse);
  const tooLarge = (c: Context) =>
    c.html(<InlezenPage frame={frame(c)} fouten={[teGroot()]} />, 413);
  const limit = bodyLimit({ maxSize: MEESTE_BYTES + 100_000, onError: tooLarge });
  app.get("/documenten/inlezen", onlyHere, (c) => c.html(<InlezenPage frame={frame(c)} />));
  app.post("/documenten/inlezen", onlyHere, limit, async (c) => {
    const bestanden = await readFiles(c);
    if (bestanden.length === 0 || bestanden.length > MEESTE_BESTANDEN) {
      return c.html(<InlezenPage frame={frame(c)} fouten={[aantalFout(bestanden.length)]} />, 400);
    }
    const gelezen = await importDocuments({ db, basis }, bestanden);
    return gelezen.soort === "bewaard"
      ? c.html(<InlezenPage frame={frame(c)} bewaard={gelezen.documenten} />)
      : c.html(<InlezenPage frame={frame(c)} fouten={gelezen.fouten} />, 400);
  });
  app.get("/documenten/:naam/weg", onlyHere, async (c) => {
    const id = c.req.param("naam");
    const all = await listEigenDocumenten(db);
    const versies = all.get(id);
    if (!versies) return notFound(c, `Er is geen eigen document «${id}».`);
    return c.html(<WegPage frame={frame(c)} {...{ id, versies }} door={findMentions(id, all)} />);
  });
  app.post("/documenten/:naam/weg", onlyHere, async (c) => {
    const id = c.req.param("naam");
    const gone = await removeDocument({ db, basis }, id);
    if (gone.soort === "niet-gevonden") return notFound(c, `Er is geen eigen document «${id}».`);
    if (gone.soort === "van-een-ander") {
      return c.html(
        <MessagePage frame={frame(c)} titel="Dit document is van een andere organisatie">
          <p>{VAN_EEN_ANDER}</p>
        </MessagePage>,
        403,
      );
    }
    if (gone.soort === "weg") return c.redirect("/documenten/eigen", 303);
    const versies = await listVersies(db, id);
    const door = gone.soort === "genoemd" ? gone.door : [];
    return c.html(
      <WegPage frame={frame(c)} {...{ id, versies, door }} blijft={BLIJFT[gone.soort]} />,
      409,
    );
  });
}

const BLIJFT: Readonly<Record<string, string>> = {
  bevroren: "Er is een uitkomst van bevroren, en die moet na te rekenen blijven.",
  vastgesteld:
    "Een bestuursorgaan heeft er een versie van vastgesteld. Wat is vastgesteld, blijft.",
};

async function readFiles(c: Context): Promise<readonly Documentinvoer[]> {
  const form = await c.req.parseBody({ all: true });
  const sent = form.bestanden ?? [];
  const files = (Array.isArray(sent) ? sent : [sent]).filter((item) => item instanceof File);
  const named = files.filter(({ name }) => name !== "");
  return Promise.all(named.map(async (file) => ({ bestand: file.name, tekst: await file.text() })));
}

function aantalFout(aantal: number) {
  const tekst =
    aantal === 0
      ? "U koos geen bestand. Kies een of meer bestanden in YAML."
      : `Dit zijn ${aantal} bestanden. Kies er hoogstens ${MEESTE_BESTANDEN} tegelijk.`;
  return { bestand: "Uw keuze", regel: 1, kolom: 1, pad: "", tekst };
}

function teGroot() {
  const tekst = "Samen zijn de bestanden groter dan 5 MB. Kies er minder tegelijk.";
  return { bestand: "Uw keuze", regel: 1, kolom: 1, pad: "", tekst };
}
