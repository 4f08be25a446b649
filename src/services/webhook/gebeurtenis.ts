import type { Webhooksoort } from "#domain/webhook.ts";
import type { Wijziging } from "#storage/wijziging.repository.ts";

type Regel = Pick<Wijziging, "tabel" | "soort" | "sleutel" | "oud" | "nieuw">;

/** What happened, and where on this server it can be seen by who may see it. */
export type Gebeurtenis = { readonly soort: Webhooksoort; readonly adres: string };

/** With these others than the own body see it. */
const GEDEELD: readonly unknown[] = ["kring", "regio", "openbaar"];

/** What a line of the change log is to a webhook; undefined for nearly all of them. */
export function toGebeurtenis(regel: Regel): Gebeurtenis | undefined {
  const { tabel, soort, sleutel, nieuw } = regel;
  const [id = ""] = sleutel.split(" ");
  const at = (adres: string) => `${adres}/${encodeURIComponent(id)}`;
  switch (tabel) {
    case "inlevering":
      if (nieuw?.stand !== "overgenomen") return undefined;
      return { soort: "levering.overgenomen", adres: at("/inleveringen") };
    case "document":
      if (!isOfTheBody(regel)) return undefined;
      return { soort: "document.gewijzigd", adres: at("/documenten") };
    case "rekenversie":
      if (!GEDEELD.includes(nieuw?.zichtbaarheid)) return undefined;
      return { soort: "versie.gedeeld", adres: at("/verdeling/versies") };
    case "correctieronde":
      if (soort !== "gemaakt" || nieuw?.zichtbaarheid === "prive") return undefined;
      return { soort: "correctieronde.begonnen", adres: at("/verdeling/correcties") };
    case "vaststelling":
      return toVaststelling(regel, at);
    default:
      return undefined;
  }
}

/** Where an adoption was ended, what it was stays to be read: that is where one looks. */
function toVaststelling({ nieuw }: Regel, at: (adres: string) => string): Gebeurtenis {
  if (nieuw?.soort !== "intrekking") {
    return { soort: "vaststelling.gemaakt", adres: at("/vaststellingen") };
  }
  return { soort: "vaststelling.ingetrokken", adres: `/vaststellingen/${nieuw.van}` };
}

/** A document that is only of its maker is nobody else's news; when it stops being so, it is. */
function isOfTheBody({ soort, oud, nieuw }: Regel): boolean {
  if (soort === "verwijderd") return oud?.zichtbaarheid !== "prive";
  return nieuw?.zichtbaarheid !== "prive" && (soort === "gemaakt" || nieuw !== undefined);
}
