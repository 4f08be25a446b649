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
