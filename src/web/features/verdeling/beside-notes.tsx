import { listWords, type Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** Where two keys cannot be told apart, or not with these figures; and what nobody knows. */
export function BesideNotes({ uitgerekend, namen }: Props) {
  const notes = [...pairNotes(uitgerekend, namen)];
  const unknown = unknownNotes(uitgerekend);
  return (
    <>
      {notes.length > 0 && (
        <div className="melding">
          <h2>Wat de sleutels van elkaar scheidt</h2>
          <ul>
            {notes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {unknown.length > 0 && (
        <div className="melding">
          <h2>Wat dit rekenblad niet weet</h2>
          <ul>
            {unknown.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
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

function unknownNotes({ document, kolommen, bij }: Uitgerekend): readonly string[] {
  const assumed = new Set(kolommen.flatMap(({ uitkomst }) => uitkomst.aannames));
  const now = document.spoor === 2 && (bij.nu?.waarden.size ?? 0) === 0;
  return [...(now ? ["Wat gemeenten nu al doen, is onbekend."] : []), ...assumed];
}
