import { type Pakketvraag, pakketQuery } from "#services/pakket/vraag.ts";

type Props = {
  readonly vraag: Pakketvraag;
  /** What the form itself asks. */
  readonly zonder?: readonly string[];
};

/** Carries along in a form what the page already shows. */
export function Verborgen({ vraag, zonder = [] }: Props) {
  return (
    <>
      {[...pakketQuery(vraag)]
        .filter(([naam]) => !zonder.includes(naam))
        .map(([naam, waarde]) => (
          <input type="hidden" name={naam} value={waarde} />
        ))}
    </>
  );
}
