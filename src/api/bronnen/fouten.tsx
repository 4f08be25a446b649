/** All mistakes at once, above what they are about. */
export function Fouten({ fouten }: { readonly fouten: readonly string[] }) {
  if (fouten.length === 0) return null;
  return (
    <div class="melding kies" role="alert">
      <h2>Dit gaat zo niet</h2>
      <ul>
        {fouten.map((fout) => (
          <li>{fout}</li>
        ))}
      </ul>
    </div>
  );
}
