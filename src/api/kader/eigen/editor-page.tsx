import type { Child } from "hono/jsx";
import type { Documentfout } from "#contract/kader/fout.ts";
import { SOORTEN } from "#domain/kop.ts";
import type { Zin } from "#services/kader/zin.ts";
import { type OokHier, OokHierRegel } from "../../aanwezig/ook-hier.tsx";
import { documentAdres } from "../../adres.ts";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";
import { scriptsOf } from "../../scherm/scherm.routes.tsx";
import type { Scherm } from "../../scherm/scherm.ts";
import { Sentence } from "../sentence.tsx";

/** What came of a text that was sent without the app. */
export type Nagekeken = {
  readonly fouten: readonly Documentfout[];
  readonly opmerkingen: readonly Documentfout[];
  /** Only of a text without mistakes. */
  readonly zin?: Zin;
};

export type Editorprops = {
  readonly frame: Frame;
  readonly scherm: Scherm | undefined;
  readonly nonce: string;
  /** The address of this page, to which the form is sent. */
  readonly adres: string;
  /** The own document that is changed; absent for a new one. */
  readonly id?: string;
  /** The document of the library that it is taken over from. */
  readonly uit?: string;
  readonly titel: string;
  readonly tekst: string;
  /** The version it was opened from; 0 for a new one. */
  readonly van: number;
  /** Why it is changed, as far as it was filled in. */
  readonly reden?: string;
  /** Whether it can be kept here. */
  readonly invoer: boolean;
  readonly nagekeken?: Nagekeken;
  /** Who else has it open, in words; absent where nobody can know: there are no accounts, or it is new. */
  readonly ookHier?: OokHier;
  /** What stands below the text, to look at before it is kept. */
  readonly naast?: Child;
  /** What was done, or why not. */
  readonly melding?: { readonly titel: string; readonly tekst: string; readonly kies?: boolean };
};

/** A document as text beside the sentence it is; without JavaScript a form that is looked at by the server. */
export function EditorPage(props: Editorprops) {
  const { frame, scherm, nonce, id, uit, titel, van, invoer, melding, nagekeken, naast, ookHier } =
    props;
  return (
    <Page frame={frame} titel={titel} deel="/documenten" {...scriptsOf(scherm)}>
      <Path href={id === undefined ? "/documenten" : documentAdres(id)}>
        {id === undefined ? "Documenten" : "Dit document"}
      </Path>
      <h1>{titel}</h1>
      {melding && (
        <Notice titel={melding.titel} kies={melding.kies ?? false} bovenaan>
          <p>{melding.tekst}</p>
        </Notice>
      )}
      {ookHier && <OokHierRegel {...ookHier} />}
      {id === undefined && uit === undefined && <Soorten />}
      <div
        id="scherm"
        nonce={nonce}
        data-id={id ?? ""}
        data-van={`${van}`}
        data-invoer={invoer ? "ja" : "nee"}
      />
      <PlainForm {...props} />
      {nagekeken && <Found nagekeken={nagekeken} />}
      {naast}
    </Page>
  );
}

/** A new document can be any soort; each has a text to begin with. */
function Soorten() {
  return (
    <p class="klein">
      Begin met een{" "}
      {SOORTEN.map((soort, index) => (
        <>
          {index > 0 && " · "}
          <a href={`/documenten/nieuw?soort=${soort}`}>{soort}</a>
        </>
      ))}
    </p>
  );
}

/** What everybody can use: the app takes its place where it runs. */
function PlainForm({ adres, tekst, van, reden = "", invoer }: Editorprops) {
  return (
    <form id="gewoon" class="teksteditor" method="post" action={adres}>
      <input type="hidden" name="van" value={`${van}`} />
      <input type="hidden" name="regeleinde" value={tekst.includes("\r\n") ? "crlf" : "lf"} />
      <div class="veld">
        <label for="tekst">Tekst van het document</label>
        {/* The first line end of a textarea is not part of its text. */}
        <textarea id="tekst" name="tekst" rows={26} spellcheck={false}>
          {`\n${tekst}`}
        </textarea>
      </div>
      {invoer && <Redenveld reden={reden} />}
      <div class="knoppen">
        {invoer && (
          <button type="submit" name="doen" value="bewaar">
            Bewaar als versie {van + 1}
          </button>
        )}
        <button type="submit" name="doen" value="controleer" class={invoer ? "stil" : undefined}>
          Kijk na
        </button>
      </div>
      {!invoer && (
        <p class="klein">
          Bewaren kunt u hier niet. U kunt de tekst hier schrijven en laten nakijken; kopieer haar
          om haar te houden.
        </p>
      )}
    </form>
  );
}

/** Why, for whoever reads the history; it may stay empty. */
function Redenveld({ reden }: { readonly reden: string }) {
  return (
    <div class="veld">
      <label for="reden">Waarom verandert u dit?</label>
      <span class="hint" id="reden-hint">
        Mag leeg blijven. Uw organisatie leest het terug in de geschiedenis. Noem geen personen.
      </span>
      <input
        type="text"
        id="reden"
        name="reden"
        value={reden}
        maxlength={500}
        aria-describedby="reden-hint"
      />
    </div>
  );
}

function Found({ nagekeken }: { readonly nagekeken: Nagekeken }) {
  const { fouten, opmerkingen, zin } = nagekeken;
  return (
    <section id="nagekeken" aria-labelledby="nagekeken-kop">
      <h2 id="nagekeken-kop">
        {fouten.length === 0
          ? "Geen fouten"
          : `${fouten.length} ${fouten.length === 1 ? "fout" : "fouten"}`}
      </h2>
      <Faults list={fouten} />
      {zin && <Sentence zin={zin} />}
      {opmerkingen.length > 0 && (
        <>
          <h3>Opmerkingen</h3>
          <Faults list={opmerkingen} />
        </>
      )}
    </section>
  );
}

function Faults({ list }: { readonly list: readonly Documentfout[] }) {
  if (list.length === 0) return null;
  return (
    <ul class="foutenlijst">
      {list.map(({ regel, kolom, pad, tekst }) => (
        <li>
          Regel {regel}, teken {kolom}
          {pad && (
            <>
              {" "}
              <code>{pad}</code>
            </>
          )}
          : {tekst}
        </li>
      ))}
    </ul>
  );
}
