import type { Hono } from "hono";
import type { Basis } from "#services/basis.ts";
import { listCijfergeschiedenis } from "#services/cijfers/cijfergeschiedenis.ts";
import { listHerindelingen } from "#services/cijfers/herindeling.service.ts";
import type { Rooms } from "../site.ts";
import { CijfergeschiedenisPage } from "./cijfergeschiedenis-page.tsx";
import { CijfersPage } from "./cijfers-page.tsx";
import { GemeentePage } from "./gemeente-page.tsx";
import { GemeentenPage } from "./gemeenten-page.tsx";
import { HerindelingenPage } from "./herindelingen-page.tsx";
import { regiosWith } from "./regios-with.ts";

export function cijfersRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, notFound, samenvoegingen } = rooms;
  const op = basis.kennis.peildatum ?? "2026-01-01";
  app.get("/cijfers", (c) => c.html(<CijfersPage frame={frame(c)} />));
  app.get("/herindelingen", (c) => {
    const vraag = {
      gebeurtenis: c.req.query("gebeurtenis") ?? "",
      indicator: c.req.query("indicator") ?? "inwoners",
      alsof: c.req.query("alsof") === "ja",
    };
    const known = listHerindelingen(basis).some(({ id }) => id === vraag.gebeurtenis);
    if (vraag.gebeurtenis !== "" && !known) {
      return notFound(c, `Er is geen herindeling «${vraag.gebeurtenis}». Kijk op /herindelingen.`);
    }
    return c.html(<HerindelingenPage frame={frame(c)} basis={basis} op={op} vraag={vraag} />);
  });
  app.get("/gemeenten", (c) => c.html(<GemeentenPage frame={frame(c)} basis={basis} op={op} />));
  app.get("/gemeenten/:code", (c) => {
    const code = c.req.param("code");
    const gemeente = basis.gemeenten.findByCode(code, op);
    if (!gemeente) return notFound(c, describeUnknown(code, basis, op));
    return c.html(
      <GemeentePage
        frame={frame(c)}
        basis={basis}
        gemeente={gemeente}
        op={op}
        regios={regiosWith(basis, code, op)}
        samenvoegingen={samenvoegingen}
      />,
    );
  });
  app.get("/gemeenten/:code/cijfers/:indicator", async (c) => {
    const { code, indicator: naam } = c.req.param();
    const gemeente = basis.gemeenten.findByCode(code, op);
    if (!gemeente) return notFound(c, describeUnknown(code, basis, op));
    const indicator = basis.bibliotheek.find(naam);
    if (indicator?.soort !== "indicator") return notFound(c, `Er is geen cijfer «${naam}».`);
    const regels = await listCijfergeschiedenis(rooms.db, basis, indicator, code);
    return c.html(<CijfergeschiedenisPage frame={frame(c)} {...{ gemeente, indicator, regels }} />);
  });
}

function describeUnknown(code: string, { gemeenten }: Basis, op: string): string {
  const [named] = gemeenten.findByNaam(code, op);
  if (named) return `«${code}» heeft code ${named.code}: kijk op /gemeenten/${named.code}.`;
  return `Er is op dit moment geen gemeente met code «${code}».`;
}
