import type { Context, Hono } from "hono";
import {
  listSleutelbeheer,
  listSleutelsVan,
  makeSleutel,
  withdrawEigenSleutel,
} from "#services/toegang/apisleutels.service.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import type { Rooms } from "../site.ts";
import { type Beheerde, type Ingevuld, NieuwPage, SleutelsPage } from "./apisleutels-page.tsx";

/** Keys with which programs ask in the name of a body, for who looks after that body. */
export function sleutelsRoutes(app: Hono, { toegang, db, frame, notFound }: Rooms): void {
  if (!toegang) return;
  const { nu } = toegang;
  const readBeheerde = async (c: Context): Promise<readonly Beheerde[]> => {
    const wie = c.get("wie");
    const bodies = listSleutelbeheer(wie, nu());
    return Promise.all(
      bodies.map(async (organisatie) => ({
        organisatie,
        sleutels: await listSleutelsVan(db, wie, organisatie.id, nu()),
      })),
    );
  };
  const show = async (c: Context, ingevuld?: Ingevuld) => {
    const beheerde = await readBeheerde(c);
    if (beheerde.length === 0) return notFound(c, "Deze pagina bestaat niet.");
    const page = <SleutelsPage frame={frame(c)} {...{ beheerde, ingevuld }} nu={nu()} />;
    return c.html(page, ingevuld ? 400 : 200);
  };
  app.get("/apisleutels", (c) => show(c));
  app.post("/apisleutels", async (c) => {
    const form = await c.req.formData();
    const text = (naam: string) => `${form.get(naam) ?? ""}`;
    const rechten = form.getAll("recht").map(String);
    const aanvraag = {
      ...{ organisatie: text("organisatie"), naam: text("naam"), rol: text("rol") },
      ...{ rechten, tot: text("tot") },
    };
    const made = await makeSleutel(db, c.get("wie"), aanvraag, nu());
    if (!made.ok) return show(c, { aanvraag, fouten: made.fouten });
    return c.html(<NieuwPage frame={frame(c)} {...made} />, 201);
  });
  app.post("/apisleutels/:id/intrekken", async (c) => {
    const id = asKenmerk(c.req.param("id"));
    const ended = await withdrawEigenSleutel(db, c.get("wie"), id, nu());
    return ended ? c.redirect("/apisleutels", 303) : notFound(c, "Deze pagina bestaat niet.");
  });
}
