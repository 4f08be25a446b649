import { useState } from "react";
import type { BewaardDocument, Documentbotsing } from "#contract/api/eigen-document.ts";
import { parsePad } from "#contract/kader/fout.ts";
import { describePad } from "#domain/boom.ts";
import { askApi, refusalOf } from "../../client/vraag.ts";
import { Notice } from "../../ui/notice.tsx";

type Props = {
  readonly id: string;
  readonly van: number;
  /** The text as it would be kept. */
  readonly tekst: () => string;
  readonly invoer: boolean;
  /** Whether it can be kept: there is a text without mistakes. */
  readonly goed: boolean;
  readonly onBewaard: (bewaard: BewaardDocument) => void;
  /** Goes on from a version that somebody else kept meanwhile. */
  readonly onVan: (van: number, tekst?: string) => void;
};

type Stand =
  | { readonly soort: "rust" | "bezig" }
  | { readonly soort: "bewaard"; readonly versie: number; readonly nieuw: boolean }
  | { readonly soort: "geweigerd"; readonly redenen: readonly string[] }
  | { readonly soort: "botsing"; readonly botsing: Documentbotsing };

/** Keeps the text as a next version, or says why not; what was written stays whatever comes of it. */
export function Bewaren({ id, van, tekst, invoer, goed, onBewaard, onVan }: Props) {
  const [stand, setStand] = useState<Stand>({ soort: "rust" });
  const [reden, setReden] = useState("");
  const save = async () => {
    setStand({ soort: "bezig" });
    const inhoud = { tekst: tekst(), van, ...(reden.trim() === "" ? {} : { reden }) };
    const antwoord = id
      ? await askApi<BewaardDocument>(`documenten/${id}`, { methode: "PUT", inhoud })
      : await askApi<BewaardDocument>("documenten", { methode: "POST", inhoud });
    if (antwoord.soort === "goed") {
      const { versie, nieuw } = antwoord.inhoud;
      setStand({ soort: "bewaard", versie, nieuw });
      setReden("");
      onBewaard(antwoord.inhoud);
    } else if (antwoord.soort === "geweigerd" && antwoord.probleem.status === 409) {
      setStand({ soort: "botsing", botsing: antwoord.probleem });
    } else setStand({ soort: "geweigerd", redenen: refusalOf(antwoord) });
  };
  return (
    <section aria-label="Bewaren" className="bewaren">
      {invoer && (
        <div className="veld">
          <label htmlFor="waarom">Waarom verandert u dit?</label>
          <span className="hint" id="waarom-hint">
            Mag leeg blijven. Uw organisatie leest het terug in de geschiedenis. Noem geen personen.
          </span>
          <input
            type="text"
            id="waarom"
            value={reden}
            maxLength={500}
            aria-describedby="waarom-hint"
            onChange={(event) => setReden(event.currentTarget.value)}
          />
        </div>
      )}
      <p className="knoppen">
        {invoer && (
          <button type="button" onClick={save} disabled={!goed || stand.soort === "bezig"}>
            Bewaar als versie {van + 1}
          </button>
        )}
        <button
          type="button"
          className={invoer ? "stil" : undefined}
          onClick={() => download(id, tekst())}
        >
          Download de tekst
        </button>
      </p>
      <p className="klein" role="status">
        {describe(stand, invoer, goed)}
      </p>
      {stand.soort === "geweigerd" && (
        <div role="alert">
          <Notice titel="Dit is niet bewaard" kies>
            <ul>
              {stand.redenen.map((reden) => (
                <li key={reden}>{reden}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {stand.soort === "botsing" && (
        <Botsing
          botsing={stand.botsing}
          inzending={{ id, van, tekst: tekst(), reden }}
          onVan={(next, theirs) => {
            setStand({ soort: "rust" });
            onVan(next, theirs);
          }}
        />
      )}
    </section>
  );
}

function describe(stand: Stand, invoer: boolean, goed: boolean): string {
  if (!invoer) return "Bewaren kunt u hier niet. Download de tekst om hem te houden.";
  if (stand.soort === "bezig") return "Wordt bewaard…";
  if (stand.soort === "bewaard") {
    return stand.nieuw
      ? `Bewaard als versie ${stand.versie}. Wat erop rust, rekent er nu mee. Eerdere versies blijven staan.`
      : `Deze tekst stond er al, als versie ${stand.versie}.`;
  }
  return goed ? "" : "Bewaren kan als er geen fouten meer zijn. Deze browser onthoudt uw tekst.";
}

type Botsingprops = {
  readonly botsing: Documentbotsing;
  /** What was sent, to be laid beside the other on a page of its own. */
  readonly inzending: Inzending;
  readonly onVan: Props["onVan"];
};

/** Both are there; a person looks at the difference and then chooses. */
function Botsing({ botsing, inzending, onVan }: Botsingprops) {
  const { detail, nieuwste, verschillen = [] } = botsing;
  return (
    <div role="alert">
      <Notice titel="Een ander heeft intussen bewaard" kies>
        <p>{detail}</p>
        {verschillen.length > 0 && (
          <table className="woorden">
            <caption>Waarin de uwe verschilt</caption>
            <thead>
              <tr>
                <th scope="col">plaats</th>
                <th scope="col">versie {nieuwste?.versie}</th>
                <th scope="col">uw tekst</th>
              </tr>
            </thead>
            <tbody>
              {verschillen.map(({ pad, links, rechts }) => (
                <tr key={pad}>
                  <th scope="row">{describePad(parsePad(pad) ?? [pad])}</th>
                  <td data-kop={`versie ${nieuwste?.versie}`}>{links ?? "staat er niet"}</td>
                  <td data-kop="uw tekst">{rechts ?? "staat er niet"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {nieuwste && <PerOnderdeel inzending={inzending} />}
        <p className="knoppen">
          <button type="button" className="stil" onClick={() => onVan(nieuwste?.versie ?? 0)}>
            Ga verder met mijn tekst, na versie {nieuwste?.versie ?? 0}
          </button>
          {nieuwste && (
            <button
              type="button"
              className="stil"
              onClick={() => onVan(nieuwste.versie, nieuwste.tekst)}
            >
              Neem de tekst van versie {nieuwste.versie}
            </button>
          )}
        </p>
        {nieuwste && (
          <p className="klein">Neemt u die tekst, dan haalt Ctrl+Z (Cmd+Z) de uwe terug.</p>
        )}
      </Notice>
    </div>
  );
}

type Inzending = {
  readonly id: string;
  readonly van: number;
  readonly tekst: string;
  readonly reden: string;
};

/** A form as it works without the app: the server lays both beside each other, place by place. */
function PerOnderdeel({ inzending: { id, van, tekst, reden } }: { inzending: Inzending }) {
  return (
    <form method="post" action={id ? `/documenten/${id}/bewerken` : "/documenten/nieuw"}>
      <input type="hidden" name="van" value={van} />
      <input type="hidden" name="reden" value={reden} />
      <input type="hidden" name="regeleinde" value={tekst.includes("\r\n") ? "crlf" : "lf"} />
      <textarea hidden readOnly name="tekst" value={tekst} />
      <p>Wat maar één van u veranderde, hoeft u niet te kiezen.</p>
      <button type="submit" name="doen" value="bewaar">
        Kies per onderdeel
      </button>
    </form>
  );
}

/** The browser makes a file of it; nothing goes to the server. */
function download(id: string, tekst: string): void {
  const url = URL.createObjectURL(new Blob([tekst], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${id || "document"}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
