import type { Hono } from "hono";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import { regioAdres } from "../adres.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { RegioPage } from "./regio-page.tsx";
import { RegiosPage } from "./regios-page.tsx";

export function indelingRoutes(app: Hono, rooms: Rooms): void {
  const { basis, frame, zin, notFound, samenvoegingen } = rooms;
  app.get("/regios", (c) => c.html(<RegiosPage frame={frame(c)} basis={basis} zin={zin} />));
  app.get("/regios/:naam", (c) => {
    const naam = c.req.param("naam");
    const op = basis.kennis.peildatum ?? "2026-01-01";
    const found = basis.gebied(naam, op);
    if (found.soort === "meer") {
      return c.html(<ChooseRegio frame={frame(c)} naam={naam} mogelijk={found.mogelijk} />, 300);
    }
    const place = found.soort === "gevonden" ? findRegio(basis, found.gebied) : undefined;
    if (!place || found.soort !== "gevonden") {
      const hint = found.soort === "onbekend" && found.dichtstbij;
      const meant = hint ? ` Bedoelt u «${hint}»?` : "";
      return notFound(c, `Er is geen regio «${naam}».${meant}`);
    }
    return c.html(
      <RegioPage
        frame={frame(c)}
        basis={basis}
        gebied={found.gebied}
        op={op}
        samenvoegingen={samenvoegingen}
        {...place}
      />,
    );
  });
}

type ChooseProps = {
  readonly frame: Parameters<typeof MessagePage>[0]["frame"];
  readonly naam: string;
  readonly mogelijk: readonly string[];
};

function ChooseRegio({ frame, naam, mogelijk }: ChooseProps) {
  return (
    <MessagePage frame={frame} titel={`Meer regio's heten «${naam}»`}>
      <p>Kies welke u bedoelt.</p>
      <ul>
        {mogelijk.map((keuze) => (
          <li>
            <a href={regioAdres(keuze)}>{keuze}</a>
          </li>
        ))}
      </ul>
    </MessagePage>
  );
}

function findRegio({ bibliotheek }: Basis, gebied: Rekengebied) {
  const indeling = gebied.indeling ? bibliotheek.find(gebied.indeling) : undefined;
  if (indeling?.soort !== "indeling") return undefined;
  const regio = indeling.regios[gebied.id];
  return regio && { indeling, regio };
}
