import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDocument } from "#contract/kader/load.ts";
import { breuk } from "#domain/breuk.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { createZincontext, type Zincontext } from "./context.ts";
import { describeDocument } from "./describe-document.ts";
import { isEditable, zinAlsTekst } from "./zin.ts";

const kaders = join(import.meta.dirname, "../../../kaders");

const files = readdirSync(kaders, { recursive: true, encoding: "utf8" });

function read(id: string): RegieDocument {
  const file = files.find((name) => basename(name) === `${id}.yaml`);
  if (file === undefined) throw new Error(`kaders heeft geen ${id}`);
  return parse(id, readFileSync(join(kaders, file), "utf8"));
}

function parse(id: string, tekst: string): RegieDocument {
  const result = loadDocument(tekst, { bestand: `${id}.yaml` });
  if (!result.ok) throw new Error(result.fouten.map((fout) => fout.tekst).join("\n"));
  return result.document;
}

/** Words that a reader knows from the documents themselves; no title of an indicator. */
const WOORDEN: Zincontext = {
  cijfers: { "huisvestingsplaatsen-nodig": "huisvestingsplaatsen" },
  eenheden: { "huisvestingsplaatsen-nodig": "plaatsen", "regionale-opgave": "woningen" },
  regios: {
    "arnhem-nijmegen": "Arnhem-Nijmegen",
    "zuid-kennemerland-ijmond": "Zuid-Kennemerland en IJmond",
    "noordoost-brabant": "Noordoost-Brabant",
    "west-friesland": "West-Friesland",
    mra: "de MRA",
  },
  documenten: {
    "nob-waar-zoeken": "Eerst eigen gemeente, dan onder het gemiddelde",
    "gmr-urgenten": "Groene Metropoolregio, een kwart voor urgenten",
    "gmr-ruimte-in-plannen": "Ruimte voor aandachtsgroepen in nieuwe plannen",
  },
};

function say(id: string, context: Zincontext = WOORDEN): string {
  return zinAlsTekst(describeDocument(read(id), context), { merken: true });
}

/** The sentences of docs/taal.md, sections 3 and 4, as the grammar says them. */
const ZINNEN: readonly (readonly [string, string])[] = [
  [
    "sleutel-inwoners",
    "Verdeel ‹het aantal urgenten› uit ‹de vrijkomende sociale huurwoningen› over ‹de gemeenten› naar rato van ‹inwoners› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "sleutel-sociale-huur",
    "Verdeel ‹het aantal urgenten› uit ‹de vrijkomende sociale huurwoningen› over ‹de gemeenten› naar rato van ‹sociale huurwoningen› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "sleutel-mutaties",
    "Verdeel ‹het aantal urgenten› uit ‹de vrijkomende sociale huurwoningen› over ‹de gemeenten› naar rato van ‹vrijkomende sociale huurwoningen› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "pact-uitstroom",
    "Verdeel ‹hoogstens› ‹178› woningen ‹per jaar› voor ‹uitstroom beschermd wonen en uitstroom maatschappelijke opvang› uit ‹de vrijkomende sociale huurwoningen› over ‹de gemeenten› in ‹Zuid-Kennemerland en IJmond› naar rato van ‹huishoudens›; daarna binnen elke gemeente over ‹de corporaties› naar rato van ‹het bezit› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "gmr-urgenten",
    "Verdeel ‹25%› van ‹de vrijkomende sociale huurwoningen› ‹per jaar› voor ‹urgenten› bij een behoefte die ‹onbekend› is (totaal afgerond: ‹omlaag› (aanname)) over ‹de gemeenten› in ‹Arnhem-Nijmegen› naar rato van ‹inwoners›, en groei daar van ‹2024› tot ‹2027› naartoe vanuit een verdeling naar rato van ‹plaatsingen urgenten› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "friesland-urgenten",
    "Verdeel ‹hoogstens› ‹30%› van ‹de vrijkomende sociale huurwoningen› ‹per jaar› voor ‹urgenten, vergunninghouders en herstructurering› bij een behoefte die ‹onbekend› is (totaal afgerond ‹omlaag›) over ‹de gemeenten› in ‹Friesland›, ‹sleutel nog te bepalen› (meest passende plek; de bron noemt geen sleutel), en verreken achteraf ‹de plaatsingen urgenten› ‹in de volgende periode› (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "taakstelling-vergunninghouders",
    "Verdeel ‹nog te bepalen: landelijk aantal› personen ‹per halfjaar› over ‹de gemeenten van Nederland› naar rato van ‹inwoners op 1 januari van het vorige jaar›, afgerond ‹omhoog›; daarna ruilen gemeenten onderling met gelijke som (besluit van ‹het college›), ‹niet afgerond›, en verreken achteraf ‹de gehuisveste vergunninghouders› tegen ‹de eigen opgave› ‹in de volgende periode›, met ‹het Rijk› als tegenrekening; gericht tot ‹gemeenten› (bron: geldend recht) (voorbeeld).",
  ],
  [
    "bevelanden-arbeidsmigranten",
    "Verdeel ‹het aantal huisvestingsplaatsen› over ‹de gemeenten› in ‹Bevelanden›: voor ‹nog te bepalen: gewicht migranten› naar rato van ‹migranten per inwoner›, voor ‹nog te bepalen: gewicht beroepsbevolking› naar rato van ‹de beroepsbevolking in 2030›, en voor ‹nog te bepalen: gewicht banen› naar rato van ‹het aandeel banen migrantensectoren› (spoor 1, woningen) (voorbeeld). Hierin betekent «migranten per inwoner»: ‹(arbeidsmigranten in 2024 + arbeidsmigranten in 2030) ÷ (inwoners in 2024 + inwoners in 2030)›.",
  ],
  [
    "nob-standplaatsen",
    "Verdeel ‹de behoefte standplaatsen› over ‹de gemeenten› in ‹Noordoost-Brabant› op volgorde van ‹«Eerst eigen gemeente, dan onder het gemiddelde»›, met per gemeente hoogstens ‹de aangeboden standplaatsen›; wat daarboven komt: ‹staat open› (spoor 1, woningen) (voorbeeld).",
  ],
  [
    "drechtsteden-programma",
    "Verdeel ‹het woningbouwprogramma›, waarvan ‹30%› sociale huur, ‹11/30› middensegment en ‹de rest› duur (totaal afgerond ‹omhoog›), over ‹de gemeenten› in ‹Drechtsteden›: voor sociale huur naar rato van ‹het woningbouwprogramma›, bijgesteld voor ‹het DAEB-aandeel› tussen ‹1,5› en ‹0,5›, voor middensegment naar rato van ‹het woningbouwprogramma›, en voor duur naar rato van ‹het woningbouwprogramma›, met minstens ‹30%› van ‹het woningbouwprogramma› voor ‹sociale huur› waar ‹het DAEB-aandeel› minder dan ‹nog te bepalen: drempel DAEB-aandeel› is, minstens ‹40%› van ‹het woningbouwprogramma› voor ‹middensegment› waar ‹het DAEB-aandeel› minstens ‹nog te bepalen: drempel DAEB-aandeel› is, en minstens ‹de gecontracteerde woningen› (want ‹contracten liggen vast en tellen mee›); wat verschuift, komt van de anderen, met dezelfde sleutel; afgerond ‹tweezijdig›, zodat de sommen per rij en per onderdeel beide kloppen (som per rij: ‹het woningbouwprogramma›); leg ‹het DAEB-aandeel› ernaast (spoor 1, woningen) (voorbeeld).",
  ],
  [
    "urgenten-bovengrens",
    "Verdeel ‹420 tot 480› huishoudens ‹per jaar› uit ‹de vrijkomende sociale huurwoningen› over ‹de gemeenten› naar rato van ‹inwoners›, met per gemeente hoogstens ‹30%› van ‹de vrijkomende sociale huurwoningen›; wat daarboven komt: ‹keuze nodig›; leg ‹het corporatie-aandeel› ernaast (spoor 2, toewijzing) (voorbeeld).",
  ],
  [
    "stresstest-a",
    "Verdeel woningen per inkomensgroep (‹400› voor zeer laag, ‹250› voor laag, ‹250› voor midden en ‹600› voor hoog) over ‹de gemeenten›: voor ‹60%› (zeer laag), ‹60%› (laag), ‹35%› (midden) of ‹35%› (hoog) naar rato van ‹huishoudens in 2050›, bijgesteld voor ‹kansen› tussen ‹0,5› en ‹1,5›, en voor ‹40%› (zeer laag), ‹40%› (laag), ‹65%› (midden) of ‹65%› (hoog) naar rato van ‹huishoudens in 2050›, bijgesteld voor ‹banen in bereik› tussen ‹0,5› en ‹1,5›, ‹elk deel› afgerond ‹rekenkundig›, halven ‹naar even›, het verschil naar ‹de grootste›; daarna voor ‹zeer laag en laag› met minstens een deel evenredig aan ‹huishoudens› voor wie ‹aangewezen› is; wat verschuift, komt van wie ‹niet aangewezen› is, naar rato van ‹de uitkomst tot dan toe›; afgerond ‹rekenkundig›, halven ‹naar even›, het verschil naar ‹de grootste› (spoor 1, woningen) (voorbeeld).",
  ],
  [
    "stresstest-b",
    "Verdeel ‹de regionale opgave›, waarvan ‹3/4› (aanname) voorkeursgebied en ‹de rest› overig (totaal ‹niet afgerond›), over ‹de gemeenten›: voor voorkeursgebied naar rato van ‹de groei voorkeursgebied›, en voor overig naar rato van ‹de groei overig›, ‹niet afgerond›; daarna voor ‹overig› met precies ‹0› waar ‹de uitkomst tot dan toe in voorkeursgebied› minstens ‹110%› van ‹de huishoudensgroei› is; wat overblijft: ‹komt bij de anderen›, naar rato van ‹de huishoudensgroei›; ‹niet afgerond›; daarna voor ‹overig› naar rato van ‹de uitkomst tot dan toe›, bijgesteld voor ‹de correctie›, ‹niet afgerond›; daarna met de delen van ‹gebiedsdeel› opgeteld, met minstens ‹40%› van ‹de huishoudensgroei› voor wie ‹niet vrijgesteld› is, precies ‹de uitkomst tot dan toe› voor wie ‹vrijgesteld› is en waar ‹de uitkomst tot dan toe› minder dan ‹40%› van ‹de huishoudensgroei› is (want ‹vrijgesteld, houdt het eigen getal›), en precies ‹de uitkomst tot dan toe› waar ‹de uitkomst na de eerste stap in voorkeursgebied› minstens ‹110%› van ‹de huishoudensgroei› is (want ‹zit al op de bovengrens›); wat verschuift, komt van de anderen, naar rato van wat zij al hebben; ‹niet afgerond›; daarna met per gemeente hoogstens ‹150%› van ‹de toewijzing in de vorige periode›; wat daarboven komt: ‹komt bij de anderen›, naar rato van wat zij al hebben; daarna binnen elke gemeente over ‹de inkomensgroepen› naar rato van ‹huishoudens›, ‹175%› bijgetrokken naar een verdeling naar rato van ‹huishoudens van de regio› (spoor 1, woningen) (voorbeeld). Hierin betekent «correctie»: ‹1 + de score prestatie + de score werk + de score ov›.",
  ],
  [
    "nob-waar-zoeken",
    "Wie van de ‹gemeenten› in ‹Noordoost-Brabant› voorgaat bij ‹een vraag naar standplaatsen›: eerst wie voldoet aan ‹eigen gemeente›, dan wie voldoet aan ‹familie in de gemeente›, dan ‹de minste standplaatsen per woning›; mee doet wie voldoet aan ‹eigen gemeente› of waar minder dan ‹1,3 per 1.000› van ‹de woningvoorraad› uit ‹standplaatsen› bestaat (voorbeeld). Hierin betekent «standplaatsen per woning»: ‹standplaatsen ÷ de woningvoorraad›.",
  ],
  [
    "holland-rijnland-standplaatsen",
    "Wie van de ‹standplaatszoekenden› in ‹Holland Rijnland› voorgaat bij ‹een standplaats›: ‹de meeste punten›; punten voor familie: ‹100› als ‹de relatie› ‹inwonend kind of studerend kind› is, anders ‹100› als ‹de relatie› ‹verhuisd kind› is en ‹de tijd sinds verhuizing› korter dan ‹10 jaar› duurt, anders ‹85› als ‹de relatie› ‹verhuisd kind› is en ‹de tijd sinds verhuizing› tussen ‹10 jaar› en ‹20 jaar› (welke grens meetelt: ‹nog te bepalen: grensjaar›) duurt, anders ‹75› als ‹de relatie› ‹verhuisd kind› is en ‹de tijd sinds verhuizing› tussen ‹20 jaar› en ‹30 jaar› (welke grens meetelt: ‹nog te bepalen: grensjaar›) duurt; en voor inschrijving: ‹1› per ‹maand› van ‹de inschrijfduur› (voorbeeld).",
  ],
  [
    "hart-van-brabant-standplaatsen",
    'Wie van de ‹standplaatszoekenden› in ‹Hart van Brabant› voorgaat bij ‹een standplaats op de locatie›: eerst wie ‹in de regio› woont, dan ‹inwonende kinderen op de locatie› (als ‹de relatie› ‹kind› is en iemand ‹op de locatie› woont), dan ‹kinderen of ouders die elders wonen› (als ‹de relatie› ‹kind of ouder› is en iemand ‹niet op de locatie› woont), dan ‹geen familie, langer dan drie jaar inwonend› (als ‹de relatie› ‹geen› is, iemand ‹op de locatie› woont en ‹de inwoning› langer dan ‹36 maanden› duurt), dan beslissen mensen (‹de bron zegt "en zo verder"›) (voorbeeld).',
  ],
  [
    "wvrv-regio",
    "Minstens ‹2/3› van ‹de woningen› bestaat uit ‹betaalbare woningen› en minstens ‹30%› van ‹de woningen› is ‹sociale huur›; geldt ‹landelijk, per provincie en per regio›, niet per gemeente (‹de gemeente heeft een eigen norm, zie wvrv-gemeente›), per wijk (‹de norm geldt niet per wijk›) of per plan (‹de norm geldt niet op projectniveau›); gemeten op ‹programmering en realisatie› over ‹nog te bepalen: meetperiode›; alleen ‹de raad› mag meer eisen; wat ‹gecontracteerd› is, telt mee en ligt vast; gericht tot ‹het Rijk en provincies› (ontwerpbesluit) (voorbeeld). Hierin betekent «betaalbare woningen»: ‹woningen (sociale huur) + woningen (middenhuur) + woningen (betaalbare koop)›.",
  ],
  [
    "wvrv-gemeente",
    "Als minder dan ‹nog te bepalen: drempel DAEB-aandeel› van ‹de woningvoorraad› uit ‹DAEB-woningen› bestaat, dan is minstens ‹30%› van ‹de woningen› ‹sociale huur›, anders bestaat minstens ‹40%› van ‹de woningen› uit ‹het middensegment›; geldt ‹per gemeente›, niet per wijk (‹de norm geldt niet per wijk›) of per plan (‹de norm geldt niet op projectniveau›); wat ‹gecontracteerd› is, telt mee en ligt vast; gemeenten krijgen ‹10 jaar› vanaf ‹nog te bepalen: start overgang›; ‹GS of de minister› kan ontheffing geven van ‹«achterblijvend segment»›, met ‹motivering, ondergrens en termijn›; gericht tot ‹gemeenten› (ontwerpbesluit) (voorbeeld). Hierin betekent «middensegment»: ‹woningen (middenhuur) + woningen (betaalbare koop)›.",
  ],
  [
    "west-friesland-checklist",
    "Minstens ‹30%› van ‹de woningen› is ‹nultreden›, minstens ‹1/3› van ‹de woningen (nultreden)› is ‹rolstoeltoegankelijk› en minstens ‹30%› van ‹de woningen› is ‹aangepast of met zorg›; geldt ‹per plan› in ‹West-Friesland›; ‹wie afwijkt, legt uit› (voorbeeld).",
  ],
  [
    "rivierenland-80-10-10",
    "Minstens ‹80%› van ‹de bewoners› werkt ‹in de gemeente›, hoogstens ‹10%› van ‹de bewoners› werkt ‹in de regio› en hoogstens ‹10%› van ‹de bewoners› werkt ‹daarbuiten›; geldt ‹per locatie› in ‹Rivierenland› (voorbeeld).",
  ],
  [
    "gmr-ruimte-in-plannen",
    "‹De ruimte aandachtsgroepen› is ingevuld; geldt ‹per plan› (voorbeeld).",
  ],
  [
    "drechtsteden",
    "Drechtsteden: ‹7› gemeenten (‹samenwerking›, ‹bestaand›, ‹aanname›, peildatum ‹1 januari 2026›) (voorbeeld).",
  ],
  [
    "corporatie-aandeel",
    "‹Woningen van corporaties als deel van de voorraad›, als ‹deel› per ‹gemeente›, ‹op een peildatum›, ‹niet op te tellen›, na een herindeling gewogen met ‹woningvoorraad› (‹geschat›) (± ‹0,5 procentpunt›) (voorbeeld).",
  ],
  [
    "sociale-huurwoningen",
    "‹Sociale huurwoningen van corporaties›, ‹woningen› per ‹gemeente›, ‹op een peildatum›, = ‹de woningvoorraad × het corporatie-aandeel› (‹geschat›) (voorbeeld).",
  ],
  [
    "interventieladder",
    "Zo komt ‹ingrijpen bij een achterstand op de taakstelling› tot stand: ‹trede 1, signaleren op 1 januari en 1 juli› (‹GS›), met ‹stand op peildatum›, pas als ‹de achterstand taakstelling› meer dan ‹0› is; ‹trede 2, informatie en gesprek› (‹GS›), met ‹reactie gemeente› (of als er geen antwoord is na ‹nog te bepalen: termijn reactie›), daarna ‹klaar› als ‹de achterstand taakstelling› hoogstens ‹0› is, naar ‹«trede 3, plan van aanpak»› (besluit van ‹GS›) of ‹klaar› (besluit van ‹GS›); ‹trede 3, plan van aanpak› (‹gemeente›), met ‹plan van aanpak› (of als er geen antwoord is na ‹nog te bepalen: termijn plan›), daarna ‹klaar› als ‹de achterstand taakstelling› hoogstens ‹0› is of naar ‹«trede 4, vooraankondiging indeplaatsstelling»› (besluit van ‹GS›); ‹trede 4, vooraankondiging indeplaatsstelling› (‹GS›), met ‹zienswijze gemeente› (of als er geen antwoord is na ‹nog te bepalen: termijn reactie›), daarna ‹klaar› als ‹de achterstand taakstelling› hoogstens ‹0› is, naar ‹«trede 3, plan van aanpak»› (besluit van ‹GS›) of naar ‹«trede 5, besluit met een laatste termijn»› (besluit van ‹GS›); ‹trede 5, besluit met een laatste termijn› (‹GS›), met een besluit van ‹GS› (over: ‹indeplaatsstelling›), daarna ‹klaar› als ‹de achterstand taakstelling› hoogstens ‹0› is of naar ‹«trede 6, uitvoering op kosten van de gemeente»› (besluit van ‹GS›); ‹trede 6, uitvoering op kosten van de gemeente› (‹GS›), daarna ‹klaar› als ‹de achterstand taakstelling› hoogstens ‹0› is (voorbeeld).",
  ],
  [
    "mra-indeling",
    "Zo komt ‹de indeling in woningbouw- en woningmarktregio's› in ‹de MRA› tot stand: ‹de provincies interviewen alle deelregio's› (‹provincie›), met ‹interviewverslag› voor ‹elke deelregio›; ‹de werkgroep van de deelregio's begint› (‹kernteam›), hoogstens ‹2› genodigden per ‹deelregio›, met ‹verslag startbijeenkomst›, uiterlijk ‹15 september 2025›; ‹twee notities, elk met voorkeursoptie en alternatief› (‹provincie Noord-Holland›) samen met ‹provincie Flevoland en programmateam MRA›, met ‹2› keer ‹optie› voor ‹elke laag›; ‹elke deelregio bespreekt de notities en adviseert› (‹werkgroep›), nodigt in elk geval ‹corporatie, gemeente wonen en gemeente zorg en welzijn› uit, met ‹verslag› voor ‹elke deelregio› en ‹2› keer ‹advies› voor ‹elke deelregio›, uiterlijk ‹30 november 2025›; ‹is er een gelijke voorkeur› (‹kernteam›), hoogstens ‹2› genodigden per ‹deelregio›, met ‹terugkoppeling› voor ‹elke deelregio› en ‹verslag werkgroep›, uiterlijk ‹3 december 2025›; ‹stand van zaken in PHO en DO› (‹kernteam›), informeert ‹PHO en DO›, met ‹verslag PHO›, uiterlijk ‹10 december 2025›; ‹bestuurlijke adviesnota› (‹provincie Noord-Holland›), met ‹adviesnota›, uiterlijk ‹31 maart 2026›; ‹de provincies overleggen met elke gemeente› (‹provincie›, verplicht volgens ‹Wet versterking regie volkshuisvesting›), met ‹overleg› voor ‹elke gemeente›; ‹PS leggen de woningbouwregio vast in de omgevingsverordening› (‹provincie›, verplicht volgens ‹Wet versterking regie volkshuisvesting›), met een besluit van ‹PS› van ‹elke provincie› (over: ‹woningbouwregio›); ‹GS stellen de woningmarktregio vast› (‹provincie›, verplicht volgens ‹Wet versterking regie volkshuisvesting›), met een besluit van ‹GS› van ‹elke provincie› (over: ‹woningmarktregio›); werkt pas vanaf ‹nog te bepalen: inwerkingtreding› (‹het besluit werkt pas als de wet geldt›); na afloop: ‹verwerk de regio in het volkshuisvestingsprogramma› voor ‹elke gemeente› (landt in: ‹volkshuisvestingsprogramma›) (voorbeeld).",
  ],
  [
    "gmr-aandachtsgroepen",
    "Afspraken tussen ‹gemeenten› (‹ondertekenaar›, ‹ondertekend›), ‹corporaties› (‹ondertekenaar›, ‹ondertekend›) en ‹zorg en welzijn› (‹betrokken›) in ‹Arnhem-Nijmegen› (voorbeeld). Verdeling urgenten (‹spoor 2, toewijzing›; thema ‹toewijzing›; ‹verbetering›; ‹bindend›): zoals in ‹«Groene Metropoolregio, een kwart voor urgenten»›; landt in ‹de huisvestingsverordening› van ‹elke gemeente›. Ruimte in plannen (‹spoor 1, woningen›; thema ‹taart vergroten›): zoals in ‹«Ruimte voor aandachtsgroepen in nieuwe plannen»›; landt in ‹het volkshuisvestingsprogramma› van ‹elke gemeente›. Vitale wijken (‹spoor 1, woningen›; thema ‹vitale wijken›; ‹transformatie›): ‹duurder bouwen in goedkope wijken en andersom›; eigenaar is ‹de regio›, beoordeeld door ‹bestuurlijk overleg›. Ouderen (‹spoor 1, woningen›; thema ‹ouderen›): ‹uit te werken in een regionaal uitvoeringsprogramma›; eigenaar is ‹de regio›. Bemiddelingstafel (‹spoor 4, samenwerking›; thema ‹toewijzing›; ‹procesorganisatie›; ‹intentie›): ‹ambitie om een regionale bemiddelingstafel op te zetten›; eigenaar is ‹de regio›. Monitoring: wanneer: ‹elk jaar›; hoe: ‹regiorapport›; definities: ‹nog te bepalen›; registraties: ‹corporaties en gemeenten›; uitvoering: ‹kernteam›; terugkoppeling: ‹bestuurlijk overleg›. Geëvalueerd op ‹nog te bepalen: evaluatiemoment›.",
  ],
];

describe("a document is the sentence that it is", () => {
  it.each(ZINNEN)("%s", (id, zin) => {
    expect(say(id)).toBe(zin);
  });

  it("without marks it is plain text", () => {
    expect(zinAlsTekst(describeDocument(read("sleutel-inwoners"), WOORDEN))).toBe(
      "Verdeel het aantal urgenten uit de vrijkomende sociale huurwoningen over de gemeenten naar rato van inwoners (spoor 2, toewijzing) (voorbeeld).",
    );
  });

  it("calls figures, regions and documents by the titles of the library", () => {
    const titles = createZincontext(
      createBibliotheek(
        ["corporatie-aandeel", "urgenten", "drechtsteden", "nob-waar-zoeken"].map(read),
      ),
    );
    expect(titles.cijfers["corporatie-aandeel"]).toBe(
      "het aandeel woningen van corporaties in de voorraad",
    );
    expect(say("sleutel-inwoners", titles)).toContain("Verdeel ‹het aantal urgente huishoudens›");
    expect(say("drechtsteden-programma", titles)).toContain(
      "over ‹de gemeenten› in ‹Drechtsteden›",
    );
    expect(say("nob-standplaatsen", titles)).toContain(
      "op volgorde van ‹«Eerst eigen gemeente, dan onder het gemiddelde»›",
    );
  });
});

const INGEVULD = { parameters: {} };

describe("what people still have to fill in", () => {
  function open(id: string, context: Zincontext = {}) {
    return describeDocument(read(id), context).filter(
      (deel) => isEditable(deel) && deel.status !== undefined,
    );
  }

  it("is marked, with the place where it goes", () => {
    expect(open("taakstelling-vergunninghouders")).toEqual([
      {
        tekst: "nog te bepalen: landelijk aantal",
        pad: "parameters.landelijk-aantal.waarde",
        bewerkbaar: true,
        status: "nog-te-bepalen",
      },
    ]);
    expect(open("urgenten-bovengrens")).toEqual([
      {
        tekst: "keuze nodig",
        pad: "stappen[0].wat-niet-past",
        bewerkbaar: true,
        status: "keuze-nodig",
      },
    ]);
    expect(open("friesland-urgenten")).toEqual([
      {
        tekst: "sleutel nog te bepalen",
        pad: "stappen[0].sleutel.nader-te-bepalen",
        bewerkbaar: true,
        status: "nog-te-bepalen",
      },
    ]);
  });

  it("is a value like any other once it is filled in", () => {
    const getal = { soort: "getal", getal: breuk(12500), tekst: "12500" } as const;
    const context: Zincontext = { ingevuld: { parameters: { "landelijk-aantal": getal } } };
    expect(open("taakstelling-vergunninghouders", context)).toEqual([]);
    expect(say("taakstelling-vergunninghouders", context)).toMatch(/^Verdeel ‹12\.500› personen /);
  });

  it("holds a sleutel, a behoefte and a choice too", () => {
    const context: Zincontext = {
      ingevuld: {
        ...INGEVULD,
        sleutel: { soort: "naar-rato-van", van: { naam: "inwoners", pad: [] } },
        behoefte: { soort: "band", van: breuk(60), tot: breuk(80) },
        watNietPast: { keuze: "anderen" },
      },
    };
    expect(open("friesland-urgenten", context)).toEqual([]);
    expect(say("friesland-urgenten", context)).toContain("naar rato van ‹inwoners›");
    expect(say("friesland-urgenten", context)).toContain("bij een behoefte van ‹60 tot 80›");
    expect(say("urgenten-bovengrens", context)).toContain(
      "; wat daarboven komt: ‹komt bij de anderen›, met dezelfde sleutel;",
    );
  });
});

describe("how far a document is", () => {
  const STANDEN = [
    ["concept", "(ambtelijk concept, niet bestuurlijk besproken)."],
    ["voorgenomen", "(ambtelijk concept, niet bestuurlijk besproken)."],
    ["voorbeeld", "(voorbeeld)."],
    ["vastgesteld", "op een peildatum, vanaf 1 januari 2026."],
    ["vervallen", "(vervallen)."],
  ] as const;

  it.each(STANDEN)("%s is said until it is decided", (status, end) => {
    const besluit = ["vastgesteld", "vervallen"].includes(status)
      ? "besluit: { orgaan: ps, datum: 2025-12-01, stuk: Besluit 3 }\ngeldig-van: 2026-01-01\n"
      : "";
    const tekst = `soort: indicator\nid: proef\ntitel: Proef\nonderwerp: algemeen\nbron: verzonnen\nstatus: ${status}\n${besluit}eenheid: woningen\nniveau: [gemeente]\nmeetmoment: peildatum\n`;
    expect(zinAlsTekst(describeDocument(parse("proef", tekst))).endsWith(end)).toBe(true);
  });
});
