import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";

type Props = {
  readonly frame: Frame;
  readonly id: string;
  readonly versies: readonly BewaardDocument[];
  /** Other documents that name this one. */
  readonly door: readonly string[];
  /** An outcome was frozen on it. */
  readonly bevroren?: boolean;
};

/** What would be gone, what names it, and the button that throws it away. */
export function WegPage({ frame, id, versies, door, bevroren = false }: Props) {
  const newest = versies.at(-1);
  const titel = `${newest?.titel ?? id} weggooien`;
  return (
    <Page frame={frame} titel={titel} deel="/documenten">
      <Path href={documentAdres(id)}>Dit document</Path>
      <h1>{titel}</h1>
      {bevroren && (
        <Notice titel="Dit document blijft staan" kies bovenaan>
          <p>Er is een uitkomst van bevroren, en die moet na te rekenen blijven.</p>
        </Notice>
      )}
      {door.length > 0 ? (
        <Notice titel="Andere documenten noemen dit document" kies bovenaan>
          <p>
            Zij verliezen dan waar zij naar wijzen. Verander eerst:{" "}
            {door.map((other, index) => (
              <>
                {index > 0 && ", "}
                <a href={`${documentAdres(other)}/bewerken`}>{other}</a>
              </>
            ))}
            .
          </p>
        </Notice>
      ) : (
        <form method="post">
          <p>
            {versies.length === 1 ? "De enige versie gaat" : `Alle ${versies.length} versies gaan`}{" "}
            weg en {versies.length === 1 ? "komt" : "komen"} niet terug. Wilt u de tekst houden?{" "}
            <a href={`${documentAdres(id)}.yaml`}>Download hem eerst</a>.
          </p>
          <button type="submit">Gooi weg</button>
        </form>
      )}
    </Page>
  );
}
