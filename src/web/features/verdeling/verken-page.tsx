import { useRekenblad } from "./use-rekenblad.ts";

/** The page where people look together at what keys would do. */
export function VerkenPage({ adres }: { readonly adres: URL }) {
  const stand = useRekenblad(adres.search.slice(1));
  switch (stand.soort) {
    case "laden":
      return <p role="status">Het rekenblad wordt klaargezet…</p>;
    case "fout":
      return (
        <div className="melding kies" role="alert">
          <h2>Dit rekenblad kan niet worden gemaakt</h2>
          <ul>
            {stand.fouten.map((fout) => (
              <li key={fout}>{fout}</li>
            ))}
          </ul>
        </div>
      );
    case "blad":
      return <p>{stand.blad.gebied.titel}</p>;
  }
}
