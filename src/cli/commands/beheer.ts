import type { Command } from "../command.ts";

export const BEHEER: Command = {
  name: "beheer",
  summary: "toont de database, kijkt haar na, maakt een reservekopie of zet er een terug",
  usage:
    "[inlezen | migreer | controleer | inzagelogboek --van … --tot … | backup <bestand> | herstel <bestand> | organisatie <naam> …]",
  options: {
    soort: { type: "string", value: "<soort>", text: "van de organisatie: gemeente, provincie, …" },
    gebied: { type: "string", value: "<code>", text: "waarvan zij is: GM0505, PV28, een regio" },
    van: { type: "string", value: "<dag>", text: "de eerste dag van het logboek van inzage" },
    tot: {
      type: "string",
      value: "<dag>",
      text: "de laatste dag: van dat logboek, of dat een organisatie meedoet (een bureau)",
    },
    beheerder: { type: "string", value: "<e-mail>", text: "wie er de anderen uitnodigt" },
  },
  notes: [
    "De database staat in de map van WOONREGIE_VAR (anders ./var), of op de PostgreSQL-server van DATABASE_URL. Eén programma tegelijk gebruikt de map; is zij in gebruik, dan staat erbij door wie.",
    "«inlezen» zet erin wat wordt meegeleverd. «migreer» brengt de tabellen bij. «controleer» kijkt of alles wat onder een kenmerk is bewaard daar nog bij past. «backup» schrijft alles wat mensen erin zetten naar één bestand; «herstel» zet dat terug in een lege database, ook van de ingebouwde naar een PostgreSQL-server.",
    "«inzagelogboek» geeft van elke dag wiens gegevens zijn ingezien, één regel JSON per persoon en per keer, volgens Logboek Dataverwerkingen 1.0. Wie het is, staat er als kenmerk; de sleutel daarvan is WOONREGIE_INZAGESLEUTEL.",
    "«organisatie» laat een organisatie meedoen en nodigt haar eerste beheerder uit: wie zich met dat e-mailadres aanmeldt, kan daarna zelf mensen uitnodigen.",
  ],
  examples: [
    "woonregie beheer",
    "woonregie beheer inzagelogboek --van 2026-11-01 --tot 2026-11-30",
    'woonregie beheer organisatie "gemeente Dordrecht" --soort gemeente --gebied GM0505 --beheerder anna@dordrecht.example',
    "woonregie beheer backup woonregie-2026-11-30.kopie",
    "woonregie beheer herstel woonregie-2026-11-30.kopie",
  ],
  run: async (asked, around) => {
    const { runBeheer } = await import("../beheer/run-beheer.ts");
    return runBeheer(asked, around);
  },
};
