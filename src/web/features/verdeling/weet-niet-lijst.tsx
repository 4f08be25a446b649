type Props = { readonly zinnen: readonly string[] };

/** What the sheet does not know; said outright, for what is not said is taken to be certain. */
export function WeetNiet({ zinnen }: Props) {
  return (
    <div className="melding">
      <h2>Wat dit rekenblad niet weet</h2>
      {zinnen.length === 0 && <p>Van elk cijfer dat meetelt, is bekend waar het vandaan komt.</p>}
      <ul>
        {zinnen.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
    </div>
  );
}
