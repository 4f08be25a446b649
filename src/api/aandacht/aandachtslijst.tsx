import type { Aandachtsdoel, Aandachtsregel } from "#domain/aandacht.ts";
import { formatMoment } from "#domain/notatie.ts";
import { documentAdres } from "../adres.ts";

/** Where something is done about a line. */
function adresVan({ soort, id }: Aandachtsdoel): string {
  switch (soort) {
    case "ronde":
      return `/verdeling/correcties/${id}`;
    case "versie":
      return `/verdeling/versies/${id}`;
    case "opmerking":
      return `/opmerkingen/${id}`;
    case "document":
      return documentAdres(id);
    case "levering":
      return `/inleveringen/${id}`;
    case "taak":
      return `/bronnen/taken/${id}`;
    case "organisatie":
      return `/organisaties/${id}`;
    case "sleutels":
      return "/apisleutels";
    case "webhooks":
      return "/webhooks";
    case "account":
      return "/account";
  }
}

/** What asks for attention, one line each: what, about whom, by when, and the one thing to do. */
export function Aandachtslijst({ regels }: { readonly regels: readonly Aandachtsregel[] }) {
  return (
    <ul class="aandacht">
      {regels.map((regel) => (
        <li>
          <div>
            <strong>{regel.wat}</strong>
            <p class="klein">{regel.over}</p>
          </div>
          <span class="klein">
            {regel.uiterlijk === undefined
              ? `sinds ${formatMoment(regel.sinds)}`
              : `uiterlijk ${formatMoment(regel.uiterlijk)}`}
          </span>
          <a href={adresVan(regel.doel)} aria-label={`${regel.doe}: ${regel.wat}, ${regel.over}`}>
            {regel.doe}
          </a>
        </li>
      ))}
    </ul>
  );
}
