/** Why the numbers of gemeenten are not told, and what is told instead. */
export function KleineAantallen({ wat }: { readonly wat: string }) {
  return (
    <p class="klein">
      Kleine aantallen: {wat} staat er geen getal per gemeente, want in een van de gemeenten van
      deze regio of provincie gaat het om minder dan tien. Waar dat kan, staat het getal van de
      regio er wel.
    </p>
  );
}
