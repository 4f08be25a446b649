import type { Definitiewaarschuwing } from "#services/cijfers/eigen-definitie.ts";
import { documentAdres } from "../adres.ts";
import { Notice } from "../page/notice.tsx";

/** That a figure departs from a national definition: which, what differs, and what follows. */
export function OwnDefinition({ waarschuwing }: { readonly waarschuwing: Definitiewaarschuwing }) {
  const { landelijk, verschil, gevolg } = waarschuwing;
  return (
    <Notice titel="Eigen telling, anders dan de landelijke" bovenaan>
      <p>
        De landelijke definitie is{" "}
        {landelijk.bekend ? (
          <a href={documentAdres(landelijk.id)}>{landelijk.titel}</a>
        ) : (
          `«${landelijk.titel}»`
        )}
        . Wat hier anders is: {verschil}. {gevolg}
      </p>
    </Notice>
  );
}
