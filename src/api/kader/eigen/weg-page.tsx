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
  /** Why it stays, whatever anybody wants: something rests on it for ever. */
  readonly blijft?: string | undefined;
};

/** What would be gone, what names it, and the button that throws it away. */
export function WegPage({ frame, id, versies, door, blijft }: Props) {
  const newest = versies.at(-1);
  const titel = `${newest?.titel ?? id} weggooien`;
  return (
    <Page frame={frame} titel={titel} deel="/documenten">
      <Path href={documentAdres(id)}>Dit document</Path>
      <h1>{titel}</h1>
      {blijft !== undefined && (
        <Notice titel="Dit document blijft staan" kies bovenaan>
          <p>{blijft}</p>
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
