import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { type Deel, MENU, NASLAG } from "./menu.ts";

/** What surrounds every page. */
export type Frame = {
  readonly stylesheet: string;
  readonly versie: string;
  /** The address of the page itself, for whoever holds it on paper. */
  readonly adres: string;
  /** Whether nothing can be kept now, because the database is away. */
  readonly alleenLezen?: boolean;
  /** Who is signed in, or where one does that; absent where there are no accounts. */
  readonly account?:
    | { readonly naam: string; readonly namens?: string | undefined }
    | { readonly aanmelden: string };
};

export type PageProps = {
  readonly frame: Frame;
  /** Told in the tab, and unique for each view. */
  readonly titel: string;
  /** The part of the site it belongs to. */
  readonly deel?: Deel;
  /** The app that goes on in the browser, with what it looks like. */
  readonly script?: string;
  readonly stijlen?: readonly string[];
  readonly children?: Child;
};

/** A whole page: head, skip link, navigation, one main part, foot. */
export function Page({ frame, titel, deel, script, stijlen = [], children }: PageProps) {
  return html`<!doctype html>${(
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titel === "Woonregie" ? titel : `${titel} – Woonregie`}</title>
        <link rel="stylesheet" href={frame.stylesheet} />
        {stijlen.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {script && <script type="module" src={script} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="overslaan" href="#inhoud">
          Naar de inhoud
        </a>
        <Head deel={deel} account={frame.account} />
        <main id="inhoud" tabindex={-1}>
          {frame.alleenLezen && <OnlyReading />}
          {children}
        </main>
        <Foot frame={frame} deel={deel} />
      </body>
    </html>
  )}`;
}

type Headprops = { readonly deel: Deel | undefined; readonly account: Frame["account"] };

function Head({ deel, account }: Headprops) {
  return (
    <header class="kop">
      <a class="merk" href="/">
        Woonregie
      </a>
      <nav aria-label="Onderdelen">
        <ul>
          {MENU.map(({ href, naam }) => (
            <li>
              <a href={href} aria-current={href === deel ? "true" : undefined}>
                {naam}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Search />
      {account && <Account account={account} />}
    </header>
  );
}

/** On a narrow screen only the button stands there: the page behind it has the field. */
function Search() {
  return (
    <search aria-label="Zoek in heel Woonregie">
      <form method="get" action="/zoeken">
        <label for="kop-q" class="onzichtbaar">
          Zoek een gemeente, regio, document of cijfer
        </label>
        <input type="search" id="kop-q" name="q" autocomplete="off" />
        <button type="submit" class="stil">
          Zoek
        </button>
      </form>
    </search>
  );
}

function OnlyReading() {
  return (
    <div class="melding" role="status">
      <p>
        <strong>Nu alleen lezen.</strong> De database antwoordt even niet. Kijken en rekenen kan
        gewoon; bewaren kan weer zodra zij terug is. Dat gaat vanzelf.
      </p>
    </div>
  );
}

function Account({ account }: { readonly account: NonNullable<Frame["account"]> }) {
  if ("aanmelden" in account) {
    return (
      <div class="account">
        <a href={account.aanmelden}>Aanmelden</a>
      </div>
    );
  }
  return (
    <div class="account">
      <a href="/account">{account.naam}</a>
      {account.namens && account.namens !== account.naam && (
        <span class="namens"> · {account.namens}</span>
      )}
    </div>
  );
}

function Foot({ frame, deel }: { readonly frame: Frame; readonly deel: Deel | undefined }) {
  return (
    <footer class="voet">
      <p class="naslag">
        Naslag:{" "}
        {NASLAG.map(({ href, naam }, i) => (
          <>
            {i > 0 && " · "}
            <a href={href} aria-current={href === deel ? "true" : undefined}>
              {naam}
            </a>
          </>
        ))}
      </p>
      <p>
        Woonregie {frame.versie}. Cijfers: CBS, bewerkt (CC BY 4.0); bij elk cijfer staat waar het
        vandaan komt.
      </p>
      <p>
        Dit adres geeft precies deze pagina terug: <span class="adres">{frame.adres}</span>
      </p>
      <p>
        <a href="/toegankelijkheid">Toegankelijkheid</a> · <a href="/privacy">Privacy</a>
      </p>
    </footer>
  );
}

/** A link to where one came from, above the heading. */
export function Path({ href, children }: { readonly href: string; readonly children?: Child }) {
  return (
    <p class="pad">
      <a href={href}>{children}</a>
    </p>
  );
}
