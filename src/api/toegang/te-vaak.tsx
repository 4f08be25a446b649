import type { Context, Hono } from "hono";
import type { Grenswaarden, Overschrijding } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import type { Frame } from "../page/layout.tsx";
import { MessagePage } from "../page/message-page.tsx";
import { ProblemError, problemResponse, wantsProblem } from "../problem.ts";

/** What costs nothing, or has to be seen however busy it is. */
const VRIJ = /^\/(?:stijl|scherm|favicon|gezondheid|gereed)/;

const WIE: Readonly<Record<keyof Grenswaarden, string>> = {
  persoon: "Met uw account is",
  organisatie: "Met de accounts van uw organisatie is",
  adres: "Vanaf uw adres is",
  aanmelden: "Vanaf uw adres is met aanmelden",
};

type Omgeving = {
  readonly toegang?: Toegang;
  readonly https: boolean;
  readonly frame: (c: Context) => Frame;
};

/** Lets nobody ask so often that others have to wait; tells them when to come back. */
export function limitAsking(app: Hono, { toegang, https, frame }: Omgeving): void {
  if (!toegang) return;
  app.use(async (c, next) => {
    if (VRIJ.test(c.req.path)) return next();
    const over = await toegang.tellers.tel(countedAs(c, https));
    return over ? tooOften(c, frame(c), over) : next();
  });
}

/** Counts who sent a key that opens nothing, by where it came from: so nobody can try many. */
export async function countWrongKey(
  c: Context,
  { toegang, https }: Pick<Omgeving, "toegang" | "https">,
): Promise<void> {
  const over = await toegang?.tellers.tel([["adres", addressOf(c, https)]]);
  if (!over) return;
  const { titel, detail, headers } = describeTooOften(over);
  throw new ProblemError({ status: 429, title: titel, detail }, headers);
}

function countedAs(c: Context, https: boolean): Parameters<Toegang["tellers"]["tel"]>[0] {
  const { persoon, programma, namens } = c.get("wie");
  const adres = addressOf(c, https);
  const counted: (readonly [keyof Grenswaarden, string])[] = [];
  if (persoon === undefined) counted.push(["adres", adres]);
  else {
    const bodies = new Set(namens.map(({ organisatie }) => organisatie.id));
    // A program is busy for itself: it keeps whoever made its key from nothing.
    counted.push(["persoon", programma ? `sleutel ${namens[0]?.id}` : persoon]);
    for (const body of bodies) counted.push(["organisatie", body]);
  }
  if (/^\/aanmelden(?:\/|$)/.test(c.req.path)) counted.push(["aanmelden", adres]);
  return counted;
}

type Herkomst = {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
};

/** Behind the proxy that does https, the last address it added itself: those before may be made up. */
function addressOf(c: Context, https: boolean): string {
  const forwarded = https ? c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  return (
    forwarded || (c.env as Herkomst | undefined)?.incoming?.socket?.remoteAddress || "onbekend"
  );
}

function describeTooOften({ soort, seconden }: Overschrijding) {
  return {
    titel: "Te vaak gevraagd",
    detail: `${WIE[soort]} in korte tijd te vaak iets gevraagd. Probeer het over ${seconden} ${seconden === 1 ? "seconde" : "seconden"} opnieuw.`,
    headers: { "Retry-After": String(seconden) },
  };
}

function tooOften(c: Context, frame: Frame, over: Overschrijding): Response | Promise<Response> {
  const { titel, detail, headers } = describeTooOften(over);
  if (wantsProblem(c)) return problemResponse({ status: 429, title: titel, detail }, headers);
  return c.html(
    <MessagePage frame={frame} titel={titel}>
      <p>{detail}</p>
    </MessagePage>,
    429,
    headers,
  );
}
