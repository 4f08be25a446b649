import type { Context, Hono } from "hono";
import { apirechtVoor } from "#services/toegang/apirecht.ts";
import { readSleutelhouder } from "#services/toegang/apisleutels.service.ts";
import { ProblemError } from "../problem.ts";
import type { Site } from "../site.ts";
import { countWrongKey } from "./te-vaak.tsx";

const KOP = "X-API-Key";

/**
 * Lets a program ask with the key of a body, after it is known whether a person is signed in.
 *
 * A key opens the API alone, and of that what it was given rights for. One that opens nothing is
 * refused also where anybody may look: whoever sends it thinks that it works.
 */
export function tellSleutelhouder(app: Hono, site: Pick<Site, "toegang" | "db" | "https">): void {
  app.use("/v1/*", (c, next) => letIn(c, site).then(next));
  app.use("/ogc/*", (c, next) => letIn(c, site).then(next));
}

async function letIn(c: Context, site: Pick<Site, "toegang" | "db" | "https">): Promise<void> {
  const { toegang, db } = site;
  const geheim = c.req.header(KOP);
  if (geheim === undefined) return;
  const houder = toegang && (await readSleutelhouder(db, geheim, toegang.nu()));
  if (!houder) {
    await countWrongKey(c, site);
    throw new ProblemError({
      status: 401,
      title: "Deze sleutel opent niets",
      detail: `De sleutel in ${KOP} is onbekend, verlopen of ingetrokken. Vraag een nieuwe bij wie uw organisatie beheert.`,
    });
  }
  const recht = apirechtVoor(c.req.method, c.req.path);
  if (recht === undefined || !houder.rechten.includes(recht)) {
    throw new ProblemError({
      status: 403,
      title: "Deze sleutel mag dit niet",
      detail:
        recht === undefined
          ? "Dit kan niet met een sleutel, alleen door iemand die zich aanmeldt."
          : `Hiervoor is het recht «${recht}» nodig. Deze sleutel heeft: ${houder.rechten.join(", ")}.`,
    });
  }
  c.set("wie", houder.wie);
}
