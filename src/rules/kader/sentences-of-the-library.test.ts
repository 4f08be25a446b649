import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { type Brontekst, readBrontekst } from "#contract/kader/brontekst.ts";
import { formatPad, type Pad, parsePad } from "#contract/kader/fout.ts";
import { type Knoop, locate } from "#contract/kader/knoop.ts";
import { loadBron } from "#contract/kader/load.ts";
import { replaceAt } from "#contract/kader/wijzig.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { createZincontext, type Zincontext } from "./context.ts";
import { describeDocument } from "./describe-document.ts";
import { isEditable, type Zin, zinAlsTekst } from "./zin.ts";

type Gelezen = {
  readonly naam: string;
  readonly bron: Brontekst;
  readonly document: RegieDocument;
};

const kaders = join(import.meta.dirname, "../../../kaders");

function read(naam: string, tekst: string): Gelezen {
  const { bron } = readBrontekst(tekst);
  if (!bron) throw new Error(`${naam} is geen YAML`);
  const result = loadBron(bron, [], { bestand: naam });
  if (!result.ok) throw new Error(`${naam}: ${result.fouten.map((fout) => fout.tekst).join(" ")}`);
  return { naam, bron, document: result.document };
}

const library = readdirSync(kaders, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"))
  .map((name) => read(basename(name), readFileSync(join(kaders, name), "utf8")));

const KOP = `
titel: Proef
onderwerp: algemeen
bron: { stuk: verzonnen, stand: wetsvoorstel }`;

/** Between them these use every key that no document of the library uses. */
const VOORBEELDEN: Readonly<Record<string, string>> = {
  "proef-sleutels": `soort: verdeling
id: proef-sleutels${KOP}
status: vastgesteld
orgaan: raad
besluit: { orgaan: raad, datum: 2025-12-01, stuk: Raadsbesluit 12 }
geldig-van: 2026-01-01
geldig-tot: 2030-12-31
spoor: 1
gebied: [GM0855 Tilburg, GM0758 Breda]
parameters:
  deel: { eenheid: deel, tussen: { van: 20 %, tot: 40 % }, waarde: 30 % }
  oploop: { eenheid: deel, zekerheid: aanname, ingroeipad: { van: 10 %, naar: 20 %, vanaf: 2026, doel: 2030 } }
  los: { eenheid: deel, zekerheid: onzeker, zet: raad }
opgave: { aantal: deel van woningvoorraad van regio, periode: 2026-01-01/2030-12-31, behoefte: { van: 1000, tot: 1250.5 } }
stappen:
  - naam: eerste
    over: deelregios
    sleutel: gelijk
  - over: gemeenten
    sleutel:
      gewogen:
        - { gewicht: oploop, omgekeerd-naar-rato-van: inwoners in 2026-Q2 }
        - { gewicht: 1/2, sleutel: gelijk }
        - { gewicht: 40 %, vast: { GM0855 Tilburg: 60 %, GM0758 Breda: 40 % } }
    voorwaarden:
      - { hoogstens: 10 % van inwoners van regio, voor: { bij: [GM0855 Tilburg], behalve: [GM0758 Breda] } }
      - minstens: { per: gemeente, is: { GM0855: 10, GM0758: 20 } }
        voor: { waar: { een-van: [{ alle: [{ aantal: uitkomst.eerste, meer-dan: 3 }, { niet: { aantal: inwoners, gelijk-aan: 0 } }] }, { som: inwoners, over: gemeenten, tussen: { van: 1, tot: 2, grenzen: geen } }] } }
    wat-niet-past: { keuze: extra-aanbod, hoe: tijdelijke woningen, eigenaar: de corporaties }
    herverdeling: { onder: { bij: [GM0758 Breda] } }
    ruil: { tussen: [GM0855 Tilburg, GM0758 Breda], besluit-van: college }
    afronding: { methode: omlaag, restant: GM0855 Tilburg, veelvoud: 5 }
    gelijke-standen: [kleinste-basis, { volgorde: [GM0855 Tilburg, GM0758 Breda] }]
  - over: wijken
    sleutel: { uitkomst-van: sleutel-inwoners@1 }
    afronding: { rijtotaal: inwoners, methode: tweezijdig }
    gelijke-standen: besluit-nodig
ingroeipad:
  van: { vast: { GM0855 Tilburg: 60 %, GM0758 Breda: 40 % } }
  vanaf: 2026
  doel: 2030
  verloop: { per: jaar, is: { 2027: 20 %, 2028: 62.5 % } }
  daarna: { aandeel: 50 %, vanaf: 2031-07-01 }
vereffening: { werkelijk: inwoners, wijze: geld, bedrag: 1200, drempel: 2, tegenrekening: regio }
`,
  "proef-later": `soort: verdeling
id: proef-later${KOP}
status: vervallen
besluit: { orgaan: gs, datum: 2025-12-01, stuk: Besluit 3 }
geldig-van: 2026-01-01
spoor: 2
opgave: { aantal: 1500, eenheid: woningen, uit: vrijkomende-sociale-huurwoningen op 2026-01-01 }
stappen:
  - over: gemeenten van deelregio
    sleutel: { herkomst: uitstroom-naar-herkomst, anders: gelijk }
    voorwaarden: [{ hoogstens: toegezegde-plaatsingen }]
    wat-niet-past: later
  - ruil: { tussen: { waar: { kenmerk: aangewezen, is: ja } } }
ingroeipad: { van: gelijk, vanaf: 2026, doel: 2030, verloop: { sprongen: 2 } }
vereffening: { werkelijk: toegezegde-plaatsingen op einde-periode }
`,
  "proef-toets": `soort: toets
id: proef-toets${KOP}
status: concept
gebied: drechtsteden
eisen:
  lang: { duur: { van: aanvraag, tot: besluit }, hoogstens: 8 weken }
  dag: { datum: levering, uiterlijk: 2027-03-01 }
  later: { datum: levering, vanaf: 2027-01-01 }
  maand: { datum: levering, in-maanden: { van: juni, tot: februari } }
  eens: { voor-elk: gemeente, geldt: { kenmerk: relatie, is: eensluidend } }
  soms: { als: { kenmerk: heeft-kinderen, is: nee }, dan: { kenmerk: vastgesteld, is: ja } }
  vol: { aanwezig: [inwoners, woningvoorraad] }
niveau: [regio]
meetperiode: 2026-01-01/2035-12-31
beginsel: pas-toe-of-leg-uit
strenger-door: [ps]
aanvulling-op: wvrv-regio@1#sociaal
vastgelegd: { aantal: inwoners, meer-dan: 10 }
overgang: { start: 2027-01-01, duur: 10 jaar, tot-dan: niet-toetsen }
ontheffing: { door: [gs] }
`,
  "proef-rangorde": `soort: rangorde
id: proef-rangorde${KOP}
status: concept
van: zoekers
voor: een woning
punten:
  wachttijd: { punten: 1.5, per: 3 maanden, van: inschrijfduur }
volgorde: [{ hoogste: punten }, { hoogste: inschrijfduur }, { laagste: 30 % van inwoners }]
gelijke-standen: { volgorde: [{ eerst: { kenmerk: woont-in-regio, is: ja } }] }
termijn: { reactie: { binnen: 2 weken, na: aanbod, anders: aanbod-vervalt } }
`,
  "proef-loting": `soort: rangorde
id: proef-loting${KOP}
van: gemeenten
voor: een locatie
volgorde: [{ laagste: daeb-aandeel }]
gelijke-standen: { loting-door: college }
`,
  "proef-traject": `soort: traject
id: proef-traject${KOP}
voor: een besluit
stappen:
  - naam: begin
    titel: Begin.
    trekker: gemeente
    genodigden: { verplicht: [corporatie] }
  - naam: vervolg
    titel: Vervolg
    trekker: gs
    termijn: { binnen: 10 weken, na: begin }
    besluit: { orgaan: gs }
na-afloop: [{ taak: pas de verordening aan, binnen: 1 jaar }]
`,
  "proef-kader": `soort: kader
id: proef-kader${KOP}
parameters: { tijdpad: { eenheid: duur, zekerheid: onzeker } }
partijen:
  - { wie: gemeenten, rol: steunverklaring, status: ambtelijk-akkoord, standpunt: onder-voorbehoud, kanttekening: eerst geld }
  - corporaties
aantal-partijen: 2
onderdelen:
  een: { spoor: 1, document: sleutel-inwoners@1, landt-in: { instrument: woondeal, uiterlijk: 2027-01-01 } }
monitoring: { definities: die van het Rijk }
evaluatie: { elke: 2 jaar }
naleving: { traject: interventieladder, vereffening: friesland-urgenten }
`,
  "proef-evaluatie": `soort: kader
id: proef-evaluatie${KOP}
partijen: [gemeenten]
onderdelen:
  een: { spoor: 3, niet-berekenbaar: "goede zorg.", eigenaar: college }
evaluatie: [2027-01-01, 2028-01-01]
`,
  "proef-indicator": `soort: indicator
id: proef-indicator${KOP}
gebied: drechtsteden@1#drechtsteden
parameters: { graad: { eenheid: deel, waarde: 5 % } }
eenheid: woningen
niveau: [gemeente, nederland]
meetmoment: periode
formule: inwoners / (1 - graad) - (woningvoorraad - 3) * 2.5
herkomst: { tabel: 1NED, maat: iets, link: "https://example.org" }
definitie: { landelijk: inwoners, wijkt-af: telt ook studenten }
marge: 3 %
`,
  "proef-gemiddelde": `soort: indicator
id: proef-gemiddelde${KOP}
eenheid: euro
niveau: [gemeente]
meetmoment: peildatum
optelbaar: nee
gewicht: woningvoorraad
`,
  "proef-indeling": `soort: indeling
id: proef-indeling${KOP}
soort-regio: woningmarktregio
optie: voorkeursoptie
peildatum: 2026-01-01
regios:
  west: { titel: West, zekerheid: onzeker, gemeenten: [{ gemeente: GM0855 Tilburg, sinds: 2020-01-01, tot: 2029-12-31 }] }
  oost: { titel: Oost, gemeenten: [GM0758 Breda, GM0772 Eindhoven], deelregios: { a: [GM0758 Breda] } }
volledig-voor: [PV30 Noord-Brabant]
herindelingen: [{ datum: 2027-01-01, van: [GM0758 Breda], naar: [GM0855 Tilburg], zekerheid: aanname }]
`,
};

const examples = Object.entries(VOORBEELDEN).map(([id, tekst]) => read(`${id}.yaml`, tekst));

const titles = createZincontext(createBibliotheek(library.map(({ document }) => document)));

const all = [...library, ...examples].map((item) => [item.naam, item] as const);

function editable(zin: Zin) {
  return zin.filter(isEditable);
}

/** Every key of a map in the tree. */
function keysIn(knoop: Knoop, pad: Pad = []): readonly Pad[] {
  if (knoop.soort === "tekst") return [];
  if (knoop.soort === "lijst") return knoop.items.flatMap((item, i) => keysIn(item, [...pad, i]));
  return [...knoop.velden].flatMap(([key, { waarde }]) => {
    const here = [...pad, key];
    return [here, ...keysIn(waarde, here)];
  });
}

function without(knoop: Knoop, [part, ...rest]: Pad): Knoop {
  if (knoop.soort === "lijst") {
    return {
      ...knoop,
      items: knoop.items.map((item, i) => (i === part ? without(item, rest) : item)),
    };
  }
  if (knoop.soort === "tekst" || part === undefined) return knoop;
  const velden = new Map(knoop.velden);
  const veld = velden.get(String(part));
  if (rest.length === 0 || !veld) velden.delete(String(part));
  else velden.set(String(part), { ...veld, waarde: without(veld.waarde, rest) });
  return { ...knoop, velden };
}

/** Keys that the table of fragments leaves without words, each with its reason. */
const STIL: readonly (readonly [RegExp, string])[] = [
  [/^(soort|id|versie)$/, "waar het document staat, niet wat er is afgesproken"],
  [/^titel$/, "staat als kop boven de zin"],
  [/^toelichting$/, "staat onder de zin"],
  [/^bron(\.(stuk|plaats|link))?$/, "staat bij de zin; alleen de stand hoort erin"],
  [/^(onderwerp|laag|orgaan)$/, "de plek in het huis"],
  [/^besluit(\.|$)/, "staat bij de status"],
  [/^stappen\[\d+\]\.naam$/, "de naam waaronder een latere stap ernaar wijst"],
  [/^parameters\.[^.]+\.(eenheid|zet|toelichting|bron|mogelijk|tussen)/, "staat bij de knop"],
  [/^parameters\.[^.]+\.zekerheid$/, "blijkt uit «nog te bepalen» of «aanname»"],
  [/^regios\.[^.]+(\.gemeenten\[\d+\])?\.bron$/, "staat bij de lijst van gemeenten"],
  [/^herindelingen\[\d+\]\.bron/, "staat bij de lijst van gemeenten"],
  [
    /(opgave|sleutel|gewicht|verloop|is\.[^.]+|minstens|hoogstens|precies|gewogen\[\d+\])\.per$/,
    "de as blijkt uit haar onderdelen",
  ],
  [/^partijen\[\d+\]\.soort$/, "ordent het register, niet de afspraak"],
];

function regionsOf(document: RegieDocument): readonly string[] {
  return document.soort === "indeling" ? Object.keys(document.regios) : [];
}

function isSilent(pad: string): boolean {
  return STIL.some(([pattern]) => pattern.test(pad));
}

/** Whether one of two paths leads through the other. */
function isOnTheWay(pad: string, other: string): boolean {
  const [short, long] = pad.length < other.length ? [pad, other] : [other, pad];
  return long.startsWith(short) && /^([.[]|$)/.test(long.slice(short.length));
}

/** The document after a change of its tree; undefined where that is no document. */
function reread(item: Gelezen, boom: Knoop): RegieDocument | undefined {
  const result = loadBron({ ...item.bron, boom }, [], { bestand: item.naam });
  return result.ok ? result.document : undefined;
}

/**
 * Taking the key out changes the sentence, or nothing at all; where the document cannot do
 * without, its value is one that can be changed, or another value changes the sentence.
 */
function isSaid(pad: Pad, item: Gelezen, zin: Zin, context: Zincontext): boolean {
  const tekst = zinAlsTekst(zin);
  const differs = (document: RegieDocument) =>
    zinAlsTekst(describeDocument(document, context)) !== tekst;
  const shorter = reread(item, without(item.bron.boom, pad));
  if (shorter) return isDeepStrictEqual(shorter, item.document) || differs(shorter);
  const path = formatPad(pad);
  const pads = editable(zin).map((deel) => deel.pad);
  if (pads.some((part) => isOnTheWay(part, path))) return true;
  const { knoop } = locate(item.bron.boom, pad);
  if (knoop.soort !== "tekst") return false;
  const names = knoop.tekst.split(" ").map((name) => `parameters.${name}`);
  if (names.some((name) => pads.some((part) => isOnTheWay(part, name)))) return true;
  if (tekst.includes(`${pad.at(-1)} ${knoop.tekst}`)) return true;
  const other = replaceAt(item.bron.boom, pad, `${knoop.tekst}-anders`);
  const changed = other && reread(item, other);
  return changed !== undefined && differs(changed);
}

describe("the sentence of every document in the library, and of one of each key", () => {
  it("is there for all of them", () => {
    expect(library.length).toBeGreaterThan(60);
    expect(examples.length).toBeGreaterThan(6);
  });

  it.each(all)(
    "%s reads as sentences: no gaps, no double spaces, a full stop",
    (_, { document }) => {
      for (const context of [{}, titles]) {
        const zin = describeDocument(document, context);
        const tekst = zinAlsTekst(zin);
        expect(tekst).toMatch(/^[A-Z0-9‹'].*\.$/);
        expect(tekst).not.toMatch(/ {2}| [,;:.)]|\( |[,;:]{2}|\.\.|undefined|,;|[;,:]\./);
        expect(zin.filter((deel) => deel.tekst.trim() === "" && isEditable(deel))).toEqual([]);
        expect(zin.filter((deel) => deel.tekst === "")).toEqual([]);
      }
    },
  );

  it.each(all)("%s can be changed where its sentence says so", (_, { document, bron }) => {
    const lost = editable(describeDocument(document, titles)).filter(({ pad, status }) => {
      const found = locate(bron.boom, parsePad(pad) ?? ["?"]);
      // What is still to be filled in has no key yet; the block that it belongs to is there.
      return found.ontbreekt && !(status && formatPad(found.pad) === pad);
    });
    expect(lost).toEqual([]);
  });

  it.each(all)("%s names every parameter", (_, { document }) => {
    const pads = editable(describeDocument(document, titles)).map(({ pad }) => pad);
    const silent = Object.keys(document.parameters).filter(
      (naam) => !pads.some((pad) => pad.startsWith(`parameters.${naam}.`)),
    );
    expect(silent).toEqual([]);
  });

  it.each(all)(
    "%s says every key that it uses, unless it holds by default",
    (_, item) => {
      // A unit that is the figure's own is only left out by who knows the figure.
      const context = { ...titles, eenheden: {} };
      const zin = describeDocument(item.document, context);
      const [first = "", second = ""] = regionsOf(item.document);
      const silent = keysIn(item.bron.boom)
        .filter(([block, region]) => block !== "regios" || region === first || region === second)
        .filter((pad) => !isSilent(formatPad(pad)))
        .filter((pad) => !isSaid(pad, item, zin, context))
        .map(formatPad);
      expect(silent).toEqual([]);
    },
    30_000,
  );
});
