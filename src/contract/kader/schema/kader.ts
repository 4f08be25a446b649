import { z } from "zod";
import { DEELONDERWERPEN, type Kader, MONITORVELDEN, type Onderdeel } from "#domain/kader.ts";
import { quote } from "../fout.ts";
import { gelezen, ongelezen } from "../scalar/gelezen.ts";
import { checkParameter } from "./bekend.ts";
import { blok, type Gevonden, kaart, kort, lijst, type Meld, scalar, tekst } from "./blok.ts";
import { kopVelden, spoor, withLaag } from "./kop.ts";
import { dag, documentnaam, documentversie, geheel, termijn } from "./waarde.ts";

const partij = kort(
  "wie",
  blok({
    wie: tekst,
    soort: z
      .enum([
        "gemeente",
        "provincie",
        "rijk",
        "corporatie",
        "huurders",
        "zorg",
        "welzijn",
        "markt",
        "onderwijs",
        "uitvoerder",
      ])
      .exactOptional(),
    rol: z.enum(["ondertekenaar", "steunverklaring", "betrokken"]).exactOptional(),
    status: z.enum(["ambtelijk-akkoord", "college", "raad", "ondertekend"]).exactOptional(),
    standpunt: z.enum(["richting-onderschreven", "onder-voorbehoud", "definitief"]).exactOptional(),
    kanttekening: tekst.exactOptional(),
    haalbaarheid: tekst.exactOptional(),
  }),
);

const INSTRUMENTEN = [
  "vhp",
  "huisvestingsverordening",
  "wmo-beleidsplan",
  "inkoop",
  "prestatieafspraken",
  "woondeal",
  "omgevingsverordening",
] as const;

const landtIn = kort(
  "instrument",
  blok({
    instrument: z.enum(INSTRUMENTEN),
    "voor-elk": tekst.exactOptional(),
    uiterlijk: dag.exactOptional(),
  }),
);

const onderdeel: z.ZodType<Onderdeel> = blok(
  {
    spoor,
    thema: tekst.exactOptional(),
    reikwijdte: z.enum(["verbetering", "vernieuwing", "transformatie"]).exactOptional(),
    document: documentversie.exactOptional(),
    "niet-berekenbaar": tekst.exactOptional(),
    eigenaar: tekst.exactOptional(),
    "beoordeeld-door": tekst.exactOptional(),
    "landt-in": landtIn.exactOptional(),
    binding: z.enum(["vrijblijvend", "intentie", "bindend"]).exactOptional(),
    deelonderwerp: z.enum(DEELONDERWERPEN).exactOptional(),
  },
  checkOnderdeel,
).transform(
  ({ document, nietBerekenbaar, eigenaar, beoordeeldDoor, ...rest }): Onderdeel => ({
    ...rest,
    inhoud:
      document === undefined
        ? {
            soort: "niet-berekenbaar",
            wat: nietBerekenbaar ?? "",
            eigenaar: eigenaar ?? "",
            ...(beoordeeldDoor === undefined ? {} : { beoordeeldDoor }),
          }
        : { soort: "document", document },
  }),
);

function checkOnderdeel(gevonden: Gevonden, meld: Meld): void {
  const document = "document" in gevonden;
  const text = "niet-berekenbaar" in gevonden;
  if (document === text) {
    meld(
      "Een onderdeel heeft «document», of «niet-berekenbaar» met «eigenaar». Kies een van de twee.",
    );
  } else if (text && !("eigenaar" in gevonden)) {
    meld("Wat niet te berekenen is, heeft een «eigenaar». Voeg toe wie erover gaat.");
  } else if (document && ("eigenaar" in gevonden || "beoordeeld-door" in gevonden)) {
    meld("«eigenaar» en «beoordeeld-door» horen bij «niet-berekenbaar». Haal ze weg.");
  }
  if ("deelonderwerp" in gevonden && gevonden.spoor !== 4) {
    meld("«deelonderwerp» hoort bij spoor 4. Haal het weg, of maak er spoor 4 van.", {
      pad: ["deelonderwerp"],
    });
  }
}

type Evaluatie = NonNullable<Kader["evaluatie"]>;

const evaluatieparameter = scalar((text) => {
  const fout = checkParameter(text);
  if (!fout) return gelezen<Evaluatie>({ soort: "parameter", naam: text });
  return ongelezen(
    /^\d/.test(text) ? `«evaluatie» is een lijst van dagen. Schrijf [${text}].` : fout,
  );
});

const evaluatie: z.ZodType<Evaluatie> = z.union([
  evaluatieparameter,
  lijst(dag).transform((datums): Evaluatie => ({ soort: "datums", datums })),
  blok({ elke: termijn }).transform(({ elke }): Evaluatie => ({ soort: "elke", elke })),
]);

const [wanneer, hoe, definities, registraties, uitvoering, terugkoppeling] = MONITORVELDEN;

const monitoring = blok({
  [wanneer]: tekst.exactOptional(),
  [hoe]: tekst.exactOptional(),
  [definities]: tekst.exactOptional(),
  [registraties]: tekst.exactOptional(),
  [uitvoering]: tekst.exactOptional(),
  [terugkoppeling]: tekst.exactOptional(),
});

/** What did we agree? (docs/taal.md 2.7) */
export const kader: z.ZodType<Kader> = blok(
  {
    soort: z.literal("kader"),
    ...kopVelden,
    partijen: lijst(partij),
    "aantal-partijen": geheel.exactOptional(),
    onderdelen: kaart(onderdeel),
    monitoring: monitoring.default({}),
    evaluatie: evaluatie.exactOptional(),
    naleving: kort(
      "traject",
      blok({ traject: documentnaam.exactOptional(), vereffening: documentnaam.exactOptional() }),
    ).exactOptional(),
  },
  ({ partijen }, meld) => {
    if (!Array.isArray(partijen)) return;
    const names = partijen.map((party: unknown) => JSON.stringify(party));
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) {
        meld(
          `Deze partij staat twee keer in de lijst. ${quote("partijen")} noemt elke partij één keer.`,
          {
            pad: ["partijen", index],
          },
        );
      }
    });
  },
).transform(withLaag);
