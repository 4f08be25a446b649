import type { Hono } from "hono";
import { wijzigingenvraag } from "#contract/api/wijziging.ts";
import { listWijzigingsregels } from "#services/geschiedenis/wijzigingen.service.ts";
import { findKetencontrole } from "#storage/inzage.repository.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { toPaginalinks } from "../v1/bladzijde.ts";
import { type Gevraagd, type Vraagfout, WijzigingenPage } from "./geschiedenis-page.tsx";

const PER_PAGINA = 50;

/** The change log, for whom it is about. */
export function wijzigingenPaginas(app: Hono, { db, toegang, frame }: Rooms): void {
  app.get("/geschiedenis", async (c) => {
    const wie = c.get("wie");
    if (wie.persoon === undefined) {
      return c.html(
        <MessagePage frame={frame(c)} titel="Geschiedenis" aanmelden>
          <p>
            Wat er veranderde, ziet wie het aangaat.{" "}
            {toegang
              ? "Meld u daarvoor aan."
              : "Op deze server zijn geen accounts; kijk bij een document zelf naar zijn geschiedenis."}
          </p>
        </MessagePage>,
        toegang ? 403 : 200,
      );
    }
    const gevraagd = readGevraagd((name) => c.req.query(name));
    const read = wijzigingenvraag.safeParse({
      ...Object.fromEntries(Object.entries(gevraagd).filter(([, text]) => text !== "")),
      ...{ pagina: c.req.query("pagina") || 1, perPagina: PER_PAGINA },
    });
    const controle = await findKetencontrole(db);
    if (!read.success) {
      const fouten = read.error.issues.map(({ path, message }) =>
        describeFout(path, message, gevraagd),
      );
      const none = { aantal: 0, pagina: 1, regels: [], links: {} };
      return c.html(
        <WijzigingenPage frame={frame(c)} {...{ gevraagd, fouten, controle, ...none }} />,
        400,
      );
    }
    const { onderwerp, ...vraag } = read.data;
    const kamer = toegang ? { db, toegang } : { db };
    const found = await listWijzigingsregels(kamer, wie, { ...vraag, tabel: onderwerp });
    const { aantal, items: regels } = found;
    const links = toPaginalinks(aantal, vraag, c.req.url);
    const { pagina } = vraag;
    return c.html(
      <WijzigingenPage
        frame={frame(c)}
        {...{ gevraagd, fouten: [], aantal, pagina, regels, controle, links }}
      />,
    );
  });
}

const DAGVELDEN = { van: "Van", tot: "Tot en met" } as const;

/** What was asked for, and how it can be asked; a page number stands in no field. */
function describeFout(
  path: readonly PropertyKey[],
  message: string,
  gevraagd: Gevraagd,
): Vraagfout {
  const [naam] = path;
  if (naam !== "van" && naam !== "tot") return { tekst: `${path.join(".")}: ${message}` };
  const tekst = `«${gevraagd[naam]}» is geen dag. Schrijf een dag als 2026-11-30, of laat het veld leeg.`;
  return { veld: { naam, label: DAGVELDEN[naam] }, tekst };
}

function readGevraagd(query: (name: string) => string | undefined): Gevraagd {
  const of = (name: string) => query(name)?.trim() ?? "";
  return { onderwerp: of("onderwerp"), sleutel: of("sleutel"), van: of("van"), tot: of("tot") };
}
