import type { Context, Hono } from "hono";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { readOokHier } from "../aanwezig/aanwezig.routes.ts";
import { type OokHier, OokHierRegel } from "../aanwezig/ook-hier.tsx";
import { Page } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import type { Rooms } from "../site.ts";
import { acceptsGzip } from "../v1/gzip.ts";
import type { Scherm } from "./scherm.ts";

/** Pages that a link with a secret opens; the secret stands behind «#» and never comes here. */
const OP_LINK: readonly (readonly [pad: string, titel: string])[] = [
  ["/verdeling/versies/:id", "Bewaarde versie"],
  ["/verdeling/reeksen/:id", "Gedeelde versies"],
  ["/verdeling/correcties/:id", "Cijfers nakijken"],
  ["/verdeling/woordenlijsten/:id", "Woorden van de regio"],
];

const FOR_EVER = "public, max-age=31536000, immutable";

/** The pages that work in the browser, and the files of the app itself. */
export function schermRoutes(app: Hono, rooms: Rooms): void {
  const { frame, scherm, notFound } = rooms;
  app.get("/scherm/assets/:naam", (c) => {
    const file = scherm?.find(c.req.param("naam"));
    if (!file)
      return notFound(c, "Dit bestand hoort niet bij deze versie. Laad de pagina opnieuw.");
    const headers = {
      "Content-Type": file.type,
      "Cache-Control": FOR_EVER,
      Vary: "Accept-Encoding",
    };
    return acceptsGzip(c.req.header("Accept-Encoding"))
      ? c.body(file.klein, 200, { ...headers, "Content-Encoding": "gzip" })
      : c.body(file.body, 200, headers);
  });
  app.get("/verdeling/verkennen", (c) =>
    c.html(
      <Page frame={frame(c)} titel="Verdeling verkennen" deel="/verdeling" {...scriptsOf(scherm)}>
        <h1>Verdeling verkennen</h1>
        <div id="scherm" {...accountOf(c, rooms)}>
          <p class="laden" role="status">
            Het rekenblad wordt klaargezet…
          </p>
          <noscript>
            <Notice titel="Dit scherm rekent in uw browser">
              <p>
                Daarvoor moet JavaScript aan staan. Zonder kunt u dezelfde verdeling uitrekenen bij
                de <a href="/documenten">documenten</a>.
              </p>
            </Notice>
          </noscript>
        </div>
      </Page>,
    ),
  );
  for (const [pad, titel] of OP_LINK) {
    app.get(pad, async (c) => {
      const ookHier = await readWoordenOokHier(c, rooms);
      return c.html(
        <Page frame={frame(c)} titel={titel} deel="/verdeling" {...scriptsOf(scherm)}>
          <h1>{titel}</h1>
          {ookHier && <OokHierRegel {...ookHier} />}
          <div id="scherm" {...accountOf(c, rooms)}>
            <p class="laden" role="status">
              De pagina wordt klaargezet…
            </p>
            <noscript>
              <Notice titel="Deze pagina werkt in uw browser">
                <p>Daarvoor moet JavaScript aan staan.</p>
              </Notice>
            </noscript>
          </div>
        </Page>,
      );
    });
  }
}

/** Of these pages people change a word list together; the others hold still, or are of one gemeente. */
function readWoordenOokHier(c: Context, rooms: Rooms): Promise<OokHier | undefined> {
  const [, id] = /^\/verdeling\/woordenlijsten\/([^/]+)$/.exec(c.req.path) ?? [];
  if (id === undefined) return Promise.resolve(undefined);
  return readOokHier(c, rooms, { soort: "lijst", id: asKenmerk(id) });
}

/** What the app cannot know of who looks: how people share here, and what this one may not. */
function accountOf(c: Context, { toegang, macht }: Rooms): Readonly<Record<string, string>> {
  if (!toegang) return {};
  const asked = { versies: "versies-bewaren", ronde: "correctieronde-houden" } as const;
  const all = { ...asked, woorden: "woordenlijst-maken" } as const;
  const refusals = Object.entries(all).flatMap(([naam, handeling]) => {
    const oordeel = macht(c, handeling);
    return oordeel.mag ? [] : [[`data-niet-${naam}`, oordeel.waarom]];
  });
  const decides = macht(c, "vaststellen").mag ? { "data-stelt-vast": "ja" } : {};
  return { "data-accounts": "ja", ...decides, ...Object.fromEntries(refusals) };
}

/** The app for a page that goes on in the browser; nothing where it was not built. */
export function scriptsOf(scherm: Scherm | undefined) {
  return scherm ? { script: scherm.begin, stijlen: scherm.stijlen } : {};
}
