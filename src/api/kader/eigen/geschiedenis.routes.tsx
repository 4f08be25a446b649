import type { Context, Hono } from "hono";
import { compareDocuments } from "#services/bibliotheek/documentvergelijking.ts";
import {
  type Documentgeschiedenis,
  readDocumentgeschiedenis,
} from "#services/kader/documentgeschiedenis.ts";
import { compareTeksten } from "#services/kader/tekstverschil.ts";
import { listVersiesVan } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import type { Rooms } from "../../site.ts";
import { GeschiedenisPage, type WasWordt } from "./geschiedenis-page.tsx";
import { VersietekstPage } from "./versietekst-page.tsx";

/** What became of a document, and each of its versions to be read. */
export function geschiedenisRoutes(app: Hono, rooms: Rooms): void {
  app.get("/documenten/:naam/geschiedenis", (c) => show(c, rooms));
  app.get("/documenten/:naam/geschiedenis/:versie{[0-9]+}", async (c) => {
    const { naam, versie } = c.req.param();
    const versies = await listVersiesVan(rooms.db, naam);
    const asked = versies.find((one) => one.versie === Number(versie));
    const nieuwste = versies.at(-1)?.versie ?? 0;
    if (asked) {
      return c.html(
        <VersietekstPage
          frame={rooms.frame(c)}
          document={asked}
          nieuwste={nieuwste}
          basis={rooms.basis}
        />,
      );
    }
    // What ships is only in the database of a server; it is in the library everywhere.
    if (rooms.basis.bibliotheek.find(`${naam}@${versie}`)) {
      return c.redirect(documentAdres(`${naam}@${versie}`));
    }
    return rooms.notFound(c, `Er is geen versie ${versie} van «${naam}».`);
  });
  // The address from before there was more to tell than versions.
  app.get("/documenten/:naam/versies", async (c) => {
    const naam = c.req.param("naam");
    if ((await listVersiesVan(rooms.db, naam)).length === 0) return nothing(c, rooms, naam);
    const { search } = new URL(c.req.url);
    return c.redirect(`${documentAdres(naam)}/geschiedenis${search}`, 301);
  });
}

function nothing(c: Context, { notFound }: Rooms, naam: string) {
  return notFound(c, `Er is geen document «${naam}».`);
}

async function show(c: Context, rooms: Rooms): Promise<Response> {
  const { db, basis, toegang, frame } = rooms;
  const naam = c.req.param("naam") ?? "";
  const kamer = { db, bibliotheek: basis.bibliotheek, ...(toegang ? { toegang } : {}) };
  const geschiedenis = await readDocumentgeschiedenis(kamer, c.get("wie"), naam);
  if (!geschiedenis) return nothing(c, rooms, naam);
  const newest = geschiedenis.versies.at(-1);
  const waswordt = compareAsked(c, rooms, geschiedenis);
  return c.html(
    <GeschiedenisPage
      frame={frame(c)}
      {...{ geschiedenis, basis }}
      deelbaar={newest?.eigendom !== undefined && newest.wijzigbaar}
      aangemeld={c.get("wie").persoon !== undefined}
      {...(waswordt ? { waswordt } : {})}
    />,
  );
}

function compareAsked(
  c: Context,
  { basis }: Rooms,
  { id, versies }: Documentgeschiedenis,
): WasWordt | undefined {
  const of = (name: string) => Number(c.req.query(name)) || undefined;
  const [was, wordt] = [of("was"), of("wordt")];
  if (was === undefined || wordt === undefined) return undefined;
  const tekst = (versie: number) =>
    versies.find((one) => one.versie === versie)?.tekst ?? basis.tekstVan(`${id}@${versie}`);
  const [before, after] = [tekst(was), tekst(wordt)];
  if (before === undefined || after === undefined) return undefined;
  const [left, right] = [was, wordt].map((versie) => basis.bibliotheek.find(`${id}@${versie}`));
  return {
    ...{ was, wordt, verschillen: compareTeksten(before, after) },
    ...(left && right ? { zinnen: compareDocuments(basis, left, right).zinnen } : {}),
  };
}
