import type { Veldfout } from "./bewerken.ts";

/** What is wrong and how to mend it, summed up; nothing where all is well. */
export function FoutenLijst({ fouten }: { readonly fouten: readonly Veldfout[] }) {
  if (fouten.length === 0) return null;
  const texts = [...new Set(fouten.map(({ tekst }) => tekst))];
  return (
    <div className="melding kies" role="alert">
      <h2>
        {texts.length === 1 ? "Dit klopt nog niet" : `Er kloppen ${texts.length} dingen nog niet`}
      </h2>
      <ul>
        {texts.map((tekst) => (
          <li key={tekst}>{tekst}</li>
        ))}
      </ul>
    </div>
  );
}
