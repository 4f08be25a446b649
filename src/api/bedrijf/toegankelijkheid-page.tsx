import type { Uitgever } from "#services/opendata/uitgever.ts";
import { type Frame, Page } from "../page/layout.tsx";
import { Contact } from "./contact.tsx";

type Props = { readonly frame: Frame; readonly uitgever: Uitgever };

/** After the Dutch model of the statement; it says what was tested and how, and claims no more. */
export function ToegankelijkheidPage({ frame, uitgever }: Props) {
  return (
    <Page frame={frame} titel="Toegankelijkheid">
      <h1>Toegankelijkheid</h1>
      <p class="inleiding">
        Iedereen moet Woonregie kunnen gebruiken, ook met een schermlezer, alleen een toetsenbord of
        sterk vergroot. Hier staat hoe ver wij zijn.
      </p>
      <h2>Status: eerste maatregelen genomen (C)</h2>
      <p>
        Woonregie wordt gemaakt naar WCAG 2.2, niveau A en AA (EN 301 549). Of zij aan alle eisen
        voldoet, weten wij niet: er is nog <strong>geen volledig onderzoek</strong> gedaan door
        iemand die daar deskundig in is (WCAG-EM). Daarom staat hier geen hogere status.
      </p>
      <Tested />
      <NotTested />
      <h2>Wie deze installatie aanbiedt</h2>
      <Contact uitgever={uitgever} />
      <p>
        Een overheid die Woonregie aanbiedt, zet zelf een verklaring in het register op
        toegankelijkheidsverklaring.nl. Deze tekst gaat over het programma en vervangt die
        verklaring niet.
      </p>
      <h2>Werkt er iets niet voor u?</h2>
      <p>
        Meld het bij wie deze installatie aanbiedt, hierboven. Noem het adres van de pagina, wat u
        deed en waarmee u werkt. Krijgt u geen goed antwoord, dan kunt u terecht bij de Nationale
        ombudsman.
      </p>
    </Page>
  );
}

function Tested() {
  return (
    <>
      <h2>Wat is nagekeken, en hoe</h2>
      <ul>
        <li>
          Bij elke verandering: de schermen voor verdelen, cijfers, inleveren, documenten schrijven,
          bronnen, kaart, pakket en bewaarde versies in Chromium, met de automatische regels van axe
          voor WCAG 2.0 tot en met 2.2, A en AA. Een fout houdt de verandering tegen. Zulke regels
          vinden een deel van de problemen, lang niet alle.
        </li>
        <li>
          De belangrijkste handelingen met alleen het toetsenbord, en de schermen op een breedte van
          390 beeldpunten, zonder zijwaarts schuiven.
        </li>
        <li>De PDF's op labels, titel, taal en koppen. Van elk stuk is er ook een Word-bestand.</li>
      </ul>
    </>
  );
}

function NotTested() {
  return (
    <>
      <h2>Wat niet is nagekeken</h2>
      <ul>
        <li>Geen mens heeft alle schermen met een schermlezer doorlopen.</li>
        <li>
          Er is niet getest met mensen die hulpmiddelen gebruiken: vergroting, spraak, een andere
          bediening.
        </li>
        <li>
          Het schrijfscherm voor documenten is groot; een gewoon tekstvak kan in plaats daarvan.
        </li>
        <li>De bestanden die een installatie zelf toevoegt, zoals eigen sjablonen.</li>
      </ul>
      <p>
        Wat dit programma verder belooft over standaarden, staat in de documentatie die meekomt
        (docs/standaarden.md).
      </p>
    </>
  );
}
