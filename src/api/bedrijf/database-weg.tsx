import type { Context, MiddlewareHandler } from "hono";
import { type Databaseverlies, lossOf } from "#storage/database-weg.ts";
import { type Frame, Page } from "../page/layout.tsx";
import { MessagePage } from "../page/message-page.tsx";
import { problemResponse } from "../problem.ts";
import { ALTIJD_OPEN, type Levensloop } from "./levensloop.ts";

/** What an answer carries while nothing can be kept. */
const STAND = "Woonregie-Stand";
const ALLEEN_LEZEN = "alleen-lezen";

const COME_BACK = { "Retry-After": "5", [STAND]: ALLEEN_LEZEN };

const TITEL = "De database antwoordt nu niet";

const DETAIL: Readonly<Record<Databaseverlies, string>> = {
  "niet-bereikt": "Er is niets bewaard en niets veranderd. Probeer het zo opnieuw.",
  afgebroken:
    "De verbinding brak tijdens het bewaren. Misschien is het gelukt, misschien niet. Kijk eerst hoe het er nu voor staat, en probeer het dan zo nodig opnieuw.",
};

/** Says with every answer that nothing can be kept now, for as long as that is so. */
export function tellAlleenLezen({ alleenLezenSinds }: Levensloop = ALTIJD_OPEN): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (alleenLezenSinds()) c.res.headers.set(STAND, ALLEEN_LEZEN);
  };
}

/** The answer where the database was away, with what somebody typed; undefined where it was something else. */
export async function answerLoss(
  c: Context,
  frame: Frame,
  error: unknown,
  asProblem: boolean,
): Promise<Response | undefined> {
  const loss = lossOf(error);
  if (!loss) return undefined;
  if (asProblem) {
    return problemResponse({ status: 503, title: TITEL, detail: DETAIL[loss] }, COME_BACK);
  }
  const page =
    c.req.method === "GET" || c.req.method === "HEAD" ? (
      <MessagePage frame={frame} titel={TITEL}>
        <p>
          Wat u vroeg, staat alleen in de database. Zodra zij terug is, laadt u deze pagina opnieuw.
          De andere pagina's werken gewoon.
        </p>
      </MessagePage>
    ) : (
      <KeepPage frame={frame} loss={loss} adres={addressOf(c)} ingevuld={await typedIn(c)} />
    );
  return c.html(page, 503, COME_BACK);
}

function addressOf({ req }: Context): string {
  const { pathname, search } = new URL(req.url);
  return pathname + search;
}

type Ingevuld = {
  readonly teksten: readonly (readonly [naam: string, tekst: string])[];
  readonly bestanden: readonly string[];
};

/** What the form held: the handler may have read it already, or not come to it. */
async function typedIn(c: Context): Promise<Ingevuld | undefined> {
  try {
    const fields = [...(await c.req.formData())];
    return {
      teksten: fields.flatMap(([naam, tekst]) =>
        typeof tekst === "string" ? [[naam, tekst]] : [],
      ),
      bestanden: fields.flatMap(([naam, waarde]) =>
        typeof waarde !== "string" && waarde.size > 0 ? [naam] : [],
      ),
    };
  } catch {
    return undefined;
  }
}

const LONGEST_HIDDEN = 80;

type KeepProps = {
  readonly frame: Frame;
  readonly loss: Databaseverlies;
  readonly adres: string;
  readonly ingevuld: Ingevuld | undefined;
};

/** A form that was sent in vain: it can be sent again from here, and long texts can be copied. */
function KeepPage({ frame, loss, adres, ingevuld }: KeepProps) {
  return (
    <Page frame={frame} titel={TITEL}>
      <h1>{TITEL}</h1>
      <p>{DETAIL[loss]}</p>
      {ingevuld ? (
        <form method="post" action={adres} {...encodingFor(ingevuld)}>
          <p>Wat u invulde is niet weg: het staat nog in dit formulier.</p>
          {ingevuld.teksten.map(([naam, tekst]) => (
            <Kept naam={naam} tekst={tekst} />
          ))}
          {ingevuld.bestanden.map((naam) => (
            <div class="veld">
              <label for={`opnieuw-${naam}`}>Kies het bestand nog een keer</label>
              <input type="file" id={`opnieuw-${naam}`} name={naam} />
            </div>
          ))}
          <p>
            <button type="submit">Probeer het opnieuw</button>
          </p>
        </form>
      ) : (
        <p>Ga terug met uw browser: daar staat nog wat u invulde.</p>
      )}
    </Page>
  );
}

function encodingFor({ bestanden }: Ingevuld): { readonly enctype?: "multipart/form-data" } {
  return bestanden.length > 0 ? { enctype: "multipart/form-data" } : {};
}

function Kept({ naam, tekst }: { readonly naam: string; readonly tekst: string }) {
  if (tekst.length <= LONGEST_HIDDEN && !tekst.includes("\n")) {
    return <input type="hidden" name={naam} value={tekst} />;
  }
  return (
    <p>
      <label for={`bewaard-${naam}`}>Uw {naam}</label>
      {/* A browser drops one line end at the beginning; this is the one it drops. */}
      <textarea id={`bewaard-${naam}`} name={naam} rows={8}>{`\n${tekst}`}</textarea>
    </p>
  );
}
