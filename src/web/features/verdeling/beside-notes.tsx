import { listWords } from "#domain/notatie.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** Where two keys cannot be told apart, or not with these figures. */
export function BesideNotes({ uitgerekend, namen }: Props) {
  const notes = [...pairNotes(uitgerekend, namen)];
  if (notes.length === 0) return null;
  return (
    <div className="melding">
      <h2>Wat de sleutels van elkaar scheidt</h2>
      <ul>
        {notes.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function pairNotes({ kolommen, gebied, paren }: Uitgerekend, namen: Namen): readonly string[] {
  const title = (index: number) => `«${kolommen[index]?.document.titel ?? ""}»`;
  const all = gebied.eenheden.length;
  return paren.flatMap(({ eerste, tweede, vergelijking }) => {
    const [a, b] = [title(eerste), title(tweede)];
    const { melding, binnenDeOnzekerheid } = vergelijking;
    if (melding?.soort === "niet-te-onderscheiden") {
      const figure = namen.cijfer(melding.cijfer).toLowerCase();
      return [
        `${b} is niet te onderscheiden van ${a}: elke gemeente krijgt precies hetzelfde deel. Een eigen cijfer per gemeente voor ${figure} zou ze uit elkaar houden.`,
      ];
    }
    if (melding?.soort === "geweigerd")
      return [`${b} kan niet naast ${a} staan: ${melding.reden}.`];
    if (binnenDeOnzekerheid.length === 0) return [];
    const where =
      binnenDeOnzekerheid.length === all
        ? `alle ${all} gemeenten`
        : listWords(binnenDeOnzekerheid.map(namen.eenheid));
    return [`Binnen de onzekerheid: in ${where} is niet te zeggen of ${a} of ${b} meer geeft.`];
  });
}
