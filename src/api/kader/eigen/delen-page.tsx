import { type Eigendom, ZICHTBAARHEDEN, type Zichtbaarheid } from "#domain/toegang.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";

type Props = {
  readonly frame: Frame;
  readonly document: BewaardDocument;
  readonly eigendom: Eigendom;
  /** The circles that who asks is in. */
  readonly kringen: readonly { readonly id: string; readonly naam: string }[];
  readonly bewaard: boolean;
  readonly fout: string | undefined;
};

const WOORDEN: Readonly<Record<Zichtbaarheid, string>> = {
  prive: "alleen wie het maakte",
  organisatie: "mijn organisatie",
  kring: "mijn organisatie en een kring",
  regio: "iedereen met een account hier",
  openbaar: "iedereen, ook zonder account",
};

/** Who sees a document now, from narrow to wide, and another choice. */
export function DelenPage({ frame, document, eigendom, kringen, bewaard, fout }: Props) {
  const { id, titel } = document;
  const choices = ZICHTBAARHEDEN.filter((one) => one !== "kring" || kringen.length > 0);
  return (
    <Page frame={frame} titel={`Wie ziet ${titel}?`} deel="/documenten">
      <Path href={`${documentAdres(id)}/geschiedenis`}>Geschiedenis van dit document</Path>
      <h1>Wie ziet {titel}?</h1>
      {bewaard && (
        <Notice titel="Bewaard" bovenaan>
          <p>Nu ziet het: {WOORDEN[eigendom.zichtbaarheid]}.</p>
        </Notice>
      )}
      {fout && (
        <Notice titel="Er is niets veranderd" kies bovenaan>
          <p>{fout}</p>
        </Notice>
      )}
      <p>
        Uw keuze geldt voor alle versies. Veranderen kan alleen uw eigen organisatie; een ander kan
        het document lezen en overnemen.
      </p>
      <form method="post">
        <fieldset>
          <legend>Wie ziet dit document?</legend>
          {choices.map((one) => (
            <label class="vink">
              <input
                type="radio"
                name="zichtbaar"
                value={one}
                checked={one === eigendom.zichtbaarheid}
                required
              />
              {WOORDEN[one]}
            </label>
          ))}
          {kringen.length > 0 && (
            <div class="veld">
              <label for="kring">Welke kring, als u een kring kiest</label>
              <select id="kring" name="kring">
                {kringen.map((kring) => (
                  <option value={kring.id} selected={kring.id === eigendom.kring}>
                    {kring.naam}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button type="submit">Bewaar</button>
        </fieldset>
      </form>
    </Page>
  );
}
