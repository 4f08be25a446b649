/** A problem document (RFC 9457): for a program that asks, what went wrong and what to do. */
export type Problem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
};

/** Whether the asker wants data and not a page. */
export function wantsJson(accept: string | undefined): boolean {
  if (!accept || accept.includes("text/html")) return false;
  return /\bapplication\/(?:[\w.+-]+\+)?json\b/.test(accept);
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8" },
  });
}
