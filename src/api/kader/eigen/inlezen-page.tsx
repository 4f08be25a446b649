import type { Documentfout } from "#contract/kader/fout.ts";
import type { Bewaard } from "#services/kader/eigen-documenten.service.ts";
import { documentAdres } from "../../adres.ts";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";

type Props = {
  readonly frame: Frame;
  readonly fouten?: readonly Documentfout[];
  readonly bewaard?: readonly Bewaard[];
};

/** Own documents from files: all of them, or none. */
export function InlezenPage({ frame, fouten = [], bewaard = [] }: Props) {
  return (
    <Page frame={frame} titel="Documenten inlezen" deel="/documenten">
      <Path href="/documenten/eigen">Eigen documenten</Path>
      <h1>Documenten inlezen</h1>
      {fouten.length > 0 && <Refused fouten={fouten} />}
      {bewaard.length > 0 && <Kept bewaard={bewaard} />}
      <p class="inleiding">
        Kies een of meer bestanden in YAML. Zij worden samen nagekeken, en mogen naar elkaar
        verwijzen. Is er één niet goed, dan wordt er niets bewaard.
      </p>
      <form method="post" enctype="multipart/form-data">
        <div class="veld">
          <label for="bestanden">Bestanden</label>
          <span class="hint" id="bestanden-hint">
            Hoogstens 200 bestanden en 5 MB samen. Van een document dat er al is, wordt het een
            volgende versie.
          </span>
          <input
            type="file"
            id="bestanden"
            name="bestanden"
            accept=".yaml,.yml"
            multiple
            required
            aria-describedby="bestanden-hint"
          />
        </div>
        <button type="submit">Lees in</button>
      </form>
    </Page>
  );
}

function Refused({ fouten }: { readonly fouten: readonly Documentfout[] }) {
  const files = [...new Set(fouten.map(({ bestand }) => bestand))];
  return (
    <Notice titel="Er is niets ingelezen" kies bovenaan>
      <p>
        {fouten.length === 1 ? "Er is één fout." : `Er zijn ${fouten.length} fouten.`} Verbeter de
        bestanden en kies ze opnieuw.
      </p>
      {files.map((file) => (
        <>
          <h3>{file}</h3>
          <ul class="foutenlijst">
            {fouten
              .filter(({ bestand }) => bestand === file)
              .map(({ regel, kolom, pad, tekst }) => (
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
        </>
      ))}
    </Notice>
  );
}

function Kept({ bewaard }: { readonly bewaard: readonly Bewaard[] }) {
  return (
    <Notice titel="Ingelezen" bovenaan>
      <ul>
        {bewaard.map(({ id, titel, versie, nieuw }) => (
          <li>
            <a href={documentAdres(id)}>{titel}</a>, versie {versie}
            {!nieuw && ": stond er al, niets veranderd"}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
