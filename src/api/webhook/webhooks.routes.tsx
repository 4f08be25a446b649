import type { Context, Hono } from "hono";
import { asKenmerk } from "#services/toegang/geheim.ts";
import {
  type Beheer,
  listWebhookbeheer,
  makeWebhook,
  readWebhooks,
  stuurOpnieuw,
  stuurProef,
  vervangGeheim,
  type Webhooknet,
  zetEigenUit,
} from "#services/webhook/webhooks.service.ts";
import type { Rooms } from "../site.ts";
import { GeheimPage, type Ingevuld, WebhooksPage } from "./webhooks-page.tsx";

const UIT: Webhooknet = { hosts: new Set() };

/** Where a body lets itself be told of what happens, for who looks after that body. */
export function webhooksRoutes(
  app: Hono,
  { toegang, db, frame, notFound, webhooks = UIT }: Rooms,
): void {
  if (!toegang) return;
  const beheerOf = (c: Context): Beheer => ({ db, wie: c.get("wie"), nu: toegang.nu() });
  const nothing = (c: Context) => notFound(c, "Deze pagina bestaat niet.");
  const show = async (c: Context, ingevuld?: Ingevuld) => {
    const beheer = beheerOf(c);
    const bodies = listWebhookbeheer(beheer.wie, beheer.nu);
    if (bodies.length === 0) return nothing(c);
    const beheerde = [];
    for (const organisatie of bodies) {
      beheerde.push({ organisatie, standen: await readWebhooks(beheer, organisatie.id) });
    }
    const hosts = [...webhooks.hosts].toSorted();
    const page = <WebhooksPage frame={frame(c)} {...{ beheerde, hosts, ingevuld }} />;
    return c.html(page, ingevuld ? 400 : 200);
  };
  app.get("/webhooks", (c) => show(c));
  app.post("/webhooks", async (c) => {
    const form = await c.req.formData();
    const text = (naam: string) => `${form.get(naam) ?? ""}`;
    const soorten = form.getAll("soort").map(String);
    const aanvraag = { organisatie: text("organisatie"), adres: text("adres"), soorten };
    const made = await makeWebhook(beheerOf(c), aanvraag, webhooks);
    if (!made.ok) return show(c, { aanvraag, fouten: made.fouten });
    return c.html(<GeheimPage frame={frame(c)} {...made} />, 201);
  });
  app.post("/webhooks/:id/geheim", async (c) => {
    const made = await vervangGeheim(beheerOf(c), asKenmerk(c.req.param("id")));
    return made ? c.html(<GeheimPage frame={frame(c)} {...made} />, 201) : nothing(c);
  });
  const doAndShow = (path: string, work: (beheer: Beheer, id: string) => Promise<boolean>) =>
    app.post(path, async (c) => {
      const done = await work(beheerOf(c), asKenmerk(c.req.param("id") ?? ""));
      return done ? c.redirect("/webhooks", 303) : nothing(c);
    });
  doAndShow("/webhooks/:id/uitzetten", zetEigenUit);
  doAndShow("/webhooks/:id/proef", stuurProef);
  doAndShow("/webhooks/berichten/:id/opnieuw", stuurOpnieuw);
}
