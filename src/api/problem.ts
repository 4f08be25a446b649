import type { Context } from "hono";
import type { Probleem } from "#contract/api/probleem.ts";

/** Thrown where a request cannot be answered; whoever asks gets it as a problem document. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Probleem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Probleem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.problem = problem;
    this.headers = headers;
  }
}

/** Input that cannot be read or does not fit, with every mistake (400, also where the form is right). */
export function badRequest(title: string, fouten: readonly string[]): ProblemError {
  return new ProblemError({ status: 400, title, detail: fouten.join(" "), fouten: [...fouten] });
}

export function notFoundProblem(detail: string): ProblemError {
  return new ProblemError({ status: 404, title: "Niet gevonden", detail });
}

/** Whether the asker wants data and not a page. */
export function wantsJson(accept: string | undefined): boolean {
  if (!accept || accept.includes("text/html")) return false;
  return /\bapplication\/(?:[\w.+-]+\+)?json\b/.test(accept);
}

/** A program gets data about what went wrong; whoever asks the API is one. */
export function wantsProblem({ req }: Context): boolean {
  return /^\/(?:ogc\/)?v1(?:\/|$)/.test(req.path) || wantsJson(req.header("Accept"));
}

export function problemResponse(
  problem: Probleem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, "Content-Type": "application/problem+json; charset=utf-8" },
  });
}
