import { useMemo, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { sayAlsRegio } from "#domain/schermwoorden.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createZincontext, describeDocument, isEditable, type Zin } from "#rules/kader/index.ts";
import { PartControl } from "./part-control.tsx";
import { codesOf } from "./woordenlijst.ts";

type Props = {
  readonly document: Verdeling;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** The sentence that the document is; what can be changed opens its control in place. */
export function Sentence({ document, data, blad, onChange }: Props) {
  const zin = useMemo(() => sentenceOf(document, data), [document, data]);
  const [open, setOpen] = useState<number>();
  return (
    <div className="zin">
      {zin.map((deel, index) => {
        const key = `${index}-${deel.tekst}`;
        if (!isEditable(deel)) return <span key={key}>{deel.tekst}</span>;
        if (index === open) {
          return (
            <PartControl
              key={key}
              deel={deel}
              data={data}
              blad={blad}
              onChange={onChange}
              onClose={() => setOpen(undefined)}
            />
          );
        }
        return (
          <button
            key={key}
            type="button"
            className={deel.status ? "deel open" : "deel"}
            onClick={() => setOpen(index)}
          >
            {deel.tekst}
          </button>
        );
      })}
    </div>
  );
}

function sentenceOf(document: Verdeling, data: Rekenblad): Zin {
  const { gebied, documenten, ingevuld, woorden } = data;
  const context = createZincontext(createBibliotheek([document, ...documenten]));
  const namen = Object.fromEntries(gebied.eenheden.map(({ id, naam }) => [id, naam]));
  const codes = codesOf(woorden);
  const zin = describeDocument(document, { ...context, namen, ingevuld, codes });
  return zin.map((deel) => ({ ...deel, tekst: sayAlsRegio(deel.tekst, woorden) }));
}
