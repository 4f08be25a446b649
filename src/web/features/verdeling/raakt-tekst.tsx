import { useMemo } from "react";
import { listWords } from "#domain/notatie.ts";
import type { Gevolg, Raakcijfer, Raakvraag, Raking } from "./raakt.ts";

type Props = { readonly cijfer: Raakcijfer; readonly vraag: Raakvraag };

/** Which outcomes on this sheet a figure touches, in words. */
export function Raakt({ cijfer, vraag }: Props) {
  const gevolg = useMemo(() => vraag.ask(cijfer), [cijfer, vraag]);
  if (!gevolg) {
    return <span className="raakt">Dit is niet uit te proberen: het is geen getal.</span>;
  }
  const used = gevolg.sleutels.filter(({ gelezen, geraakt }) => gelezen || geraakt.length > 0);
  const unused = gevolg.sleutels.length - used.length;
  return (
    <span className="raakt">
      Dit cijfer raakt:
      {used.map((raking) => (
        <span key={raking.kolom} className="regel">
          «{raking.titel}»: {touchedText(raking, gevolg.aantal, vraag)}
        </span>
      ))}
      {used.length === 0 && <span className="regel">geen uitkomst van een sleutel</span>}
      {gevolg.aanbod.length > 0 && (
        <span className="regel">{supplyText(gevolg, gevolg.aantal, vraag)}</span>
      )}
      {unused > 0 && used.length > 0 && (
        <span className="regel">
          {unused === 1 ? "De andere sleutel gebruikt" : "De andere sleutels gebruiken"} het niet.
        </span>
      )}
    </span>
  );
}

function touchedText({ geraakt }: Raking, all: number, { naam }: Raakvraag): string {
  if (geraakt.length === 0) {
    return "nu niemand. Het telt pas mee als er iets anders verandert, bijvoorbeeld als een grens bereikt wordt.";
  }
  if (geraakt.length === all && all > 1) {
    return `alle ${all} gemeenten; wat er te verdelen is, of de maat daarvoor, is van allen samen.`;
  }
  return `${listWords(geraakt.map(naam))}.`;
}

function supplyText({ aanbod }: Gevolg, all: number, { naam }: Raakvraag): string {
  const where =
    aanbod.length === all && all > 1 ? `alle ${all} gemeenten` : listWords(aanbod.map(naam));
  return `Wat er vrijkomt in ${where}, en welk deel daarvan dit is.`;
}
