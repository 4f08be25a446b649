import type { Hono } from "hono";
import type { Rooms } from "../site.ts";
import { addressOf } from "../v1/adres.ts";
import { PrivacyPage } from "./privacy-page.tsx";
import { securityTxt } from "./security-txt.ts";
import { ToegankelijkheidPage } from "./toegankelijkheid-page.tsx";

/** What whoever runs this owes everybody: how accessible it is, what it keeps, where to tell of a leak. */
export function verklaringenRoutes(app: Hono, { frame, uitgever, https, toegang }: Rooms): void {
  const adres = addressOf(uitgever, https);
  app.get("/toegankelijkheid", (c) =>
    c.html(<ToegankelijkheidPage frame={frame(c)} uitgever={uitgever} />),
  );
  app.get("/privacy", (c) =>
    c.html(
      <PrivacyPage
        frame={frame(c)}
        uitgever={uitgever}
        accounts={toegang !== undefined}
        bewaren={toegang?.inzage.bewaren}
      />,
    ),
  );
  app.get("/security.txt", (c) => c.redirect("/.well-known/security.txt", 308));
  app.get("/.well-known/security.txt", (c) => {
    const headers = { "Content-Type": "text/plain; charset=utf-8" };
    const text = securityTxt(uitgever, adres(c), new Date());
    if (text !== undefined) return c.body(text, 200, headers);
    const nobody =
      "Deze installatie noemt niemand om een lek aan te melden.\nWie haar beheert, vult dat in met WOONREGIE_BEVEILIGING_CONTACT.\n";
    return c.body(nobody, 404, headers);
  });
}
