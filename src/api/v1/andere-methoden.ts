import type { Hono } from "hono";
import { ProblemError } from "../problem.ts";

/** An address that exists, asked in a way that it does not know, says which ways it knows. */
export function refuseOtherMethods(api: Pick<Hono, "routes" | "all">): void {
  const known = new Map<string, string[]>();
  for (const { path, method } of api.routes) {
    if (method === "ALL") continue;
    known.set(path, [...(known.get(path) ?? []), method]);
  }
  for (const [path, methods] of known) {
    const allowed = [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : [])])];
    api.all(path, () => {
      const detail = `Dit adres kent alleen ${allowed.join(", ")}.`;
      const problem = { status: 405, title: "Zo kan dit adres niet worden gevraagd", detail };
      throw new ProblemError(problem, { Allow: allowed.join(", ") });
    });
  }
}
