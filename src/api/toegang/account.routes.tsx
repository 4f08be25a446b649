import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { asKenmerk } from "#services/toegang/geheim.ts";
import {
  endEigenSessie,
  listEigenSessies,
  meldOveralAf,
} from "#services/toegang/sessies.service.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { listMagErgens } from "#services/toegang/wie-mag-wat.ts";
import type { Rooms } from "../site.ts";
import { AccountPage } from "./account-page.tsx";
import { dropGeheim, giveNamens } from "./cookies.ts";
import { logView } from "./log-view.ts";

/** One's own account: for whom one acts until when, and where one is signed in. */
export function accountRoutes(app: Hono, { toegang, frame, https }: Rooms): void {
  if (!toegang) return;
  app.use("/account/*", async (c, next) => {
    if (c.get("wie").persoon !== undefined) return next();
    return c.redirect("/aanmelden?terug=%2Faccount", 303);
  });
  app.get("/account", async (c) => {
    const wie = c.get("wie");
    if (wie.persoon === undefined) return c.redirect("/aanmelden?terug=%2Faccount", 303);
    const begin = toegang.nu();
    const sessies = await listEigenSessies(toegang, wie.persoon);
    const mag = listMagErgens(wie, dagVan(toegang.nu()));
    const here = c.get("sessie");
    const betrokkenen = [wie.persoon];
    await logView(toegang, { verwerking: "eigen-account-inzien", betrokkenen, begin });
    return c.html(<AccountPage frame={frame(c)} {...{ wie, mag, sessies }} hier={here} />);
  });
  app.post("/account/namens", bodyLimit({ maxSize: 1_000 }), async (c) => {
    const { organisatie } = await c.req.parseBody();
    const known = c.get("wie").namens.some((mandaat) => mandaat.organisatie.id === organisatie);
    if (known && typeof organisatie === "string") giveNamens(c, organisatie, https);
    return c.redirect("/account", 303);
  });
  app.post("/account/afmelden-overal", async (c) => {
    const { persoon } = c.get("wie");
    if (persoon !== undefined) await meldOveralAf(toegang, persoon);
    dropGeheim(c, "sessie", https);
    return c.redirect("/afgemeld", 303);
  });
  app.post("/account/sessies/:sessie/afmelden", async (c) => {
    const { persoon } = c.get("wie");
    const sessie = asKenmerk(c.req.param("sessie"));
    if (persoon !== undefined) await endEigenSessie(toegang, persoon, sessie);
    return c.redirect("/account", 303);
  });
}
