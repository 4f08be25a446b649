import { readBrontekst } from "#contract/kader/brontekst.ts";
import { parsePad } from "#contract/kader/fout.ts";
import { locate } from "#contract/kader/knoop.ts";

/** The text as it was written, with numbered lines that an address can point to. */
export function WritersText({ tekst }: { readonly tekst: string }) {
  const lines = tekst.replace(/\n$/, "").split("\n");
  return (
    <section class="tekst" tabindex={0} aria-label="De tekst van het document">
      <code>
        {lines.map((line, i) => (
          <span class="regel" id={`regel-${i + 1}`}>
            <span class="nummer" aria-hidden="true">
              {i + 1}
            </span>
            {line}
            {"\n"}
          </span>
        ))}
      </code>
    </section>
  );
}

/** Finds the line of a key path in the writer's text; undefined where the text cannot be read. */
export function createRegelvinder(tekst: string): (pad: string) => string | undefined {
  const { bron } = readBrontekst(tekst);
  if (!bron) return () => undefined;
  return (pad) => {
    const { sleutel, knoop } = locate(bron.boom, parsePad(pad) ?? []);
    const { regel } = bron.plaats((sleutel ?? knoop).van);
    return `#regel-${regel}`;
  };
}
