import { type Frame, Page } from "../page/layout.tsx";
import { Takenlijst } from "../page/takenlijst.tsx";

type Props = { readonly frame: Frame };

/** What people come to do with figures; each links to where it is done. */
const TAKEN: readonly { readonly href: string; readonly naam: string; readonly wat: string }[] = [
  {
    href: "/gemeenten",
    naam: "Cijfers per gemeente",
    wat: "Alles wat over een gemeente bekend is, met datum en bron, en wat niemand heeft geleverd.",
  },
  {
    href: "/bronnen",
    naam: "Ophalen bij de bron",
    wat: "Cijfers van CBS, gemeentegrenzen van PDOK en plancapaciteit, met wat er verandert.",
  },
  {
    href: "/inleveringen",
    naam: "Cijfers inleveren",
    wat: "Een bestand of een geplakte tabel: eerst kijken wat er niet klopt, dan overnemen, met uw bron erbij.",
  },
  {
    href: "/opendata",
    naam: "Open data",
    wat: "Wat u mag overnemen: cijfers, gebieden, regio's en regels, met licentie en bron.",
  },
  {
    href: "/herindelingen",
    naam: "Herindelingen",
    wat: "Welke gemeenten samengingen of splitsten, en een cijfer in de oude en de nieuwe gemeenten naast elkaar.",
  },
  {
    href: "/reeksen",
    naam: "Doel en realisatie per jaar",
    wat: "Wat was verwacht en wat is gerealiseerd, met hoeveel er nog nodig is.",
  },
  {
    href: "/wat-wij-niet-weten",
    naam: "Wat wij niet weten",
    wat: "Per aandachtsgroep wat niemand levert, en wie dat kan verbeteren.",
  },
];

/** The room of the figures: where they come from, and where they go. */
export function CijfersPage({ frame }: Props) {
  return (
    <Page frame={frame} titel="Cijfers" deel="/cijfers">
      <h1>Cijfers</h1>
      <p class="inleiding">
        Bij elk cijfer staat van wie het is, van welke dag, en hoe zeker. Wat niemand heeft
        geleverd, is onbekend en nooit nul.
      </p>
      <Takenlijst taken={TAKEN} />
    </Page>
  );
}
