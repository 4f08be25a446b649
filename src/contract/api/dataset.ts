import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";
import { dag } from "./getal.ts";

const datasetsoort = z
  .enum(["cijfers", "gebieden", "indelingen", "documenten"])
  .meta({ id: "Datasetsoort" });

export const datasetsvraag = z.strictObject({
  ...bladzijdevraag,
  soort: datasetsoort.optional(),
});

export const datasetpad = z.strictObject({
  id: z.string().meta({ description: "De naam van een dataset.", example: "cijfers-inwoners" }),
});

const distributie = z
  .strictObject({
    formaat: z.enum(["csv", "json", "geojson"]),
    adres: z.url().meta({ description: "Waar u dit haalt." }),
    mediaType: z.string(),
    bytes: z.int().optional().meta({ description: "Hoe groot, niet ingepakt." }),
    sha256: z.string().optional().meta({ description: "Controlegetal van het bestand." }),
  })
  .meta({ id: "Distributie" });

const kop = {
  id: z.string(),
  adres: z.url().meta({ description: "Het vaste adres van de dataset." }),
  soort: datasetsoort,
  titel: z.string(),
  omschrijving: z.string(),
  licentie: z.strictObject({ naam: z.string(), uri: z.url() }),
  versie: z.string().meta({ description: "Anders zodra er iets in de dataset anders is." }),
  uitgegeven: dag.optional().meta({ description: "De eerste dag waarop iets is geleverd." }),
  gewijzigd: dag.optional().meta({ description: "De laatste dag waarop iets is geleverd." }),
  aantalRijen: z.int().min(0),
  distributies: z.array(distributie),
};

export const datasetInLijst = z.strictObject(kop).meta({ id: "DatasetInLijst" });

const kolom = z
  .strictObject({
    naam: z.string(),
    soort: z.enum(["tekst", "getal", "dag"]),
    uitleg: z.string(),
    alleenJson: z.boolean().optional().meta({ description: "Staat niet in de csv." }),
  })
  .meta({ id: "Datasetkolom" });

export const dataset = z
  .strictObject({
    ...kop,
    tijdvak: z.strictObject({ van: dag, tot: dag }).optional(),
    trefwoorden: z.array(z.string()),
    makers: z.array(z.string()).meta({ description: "Van wie de gegevens zijn." }),
    bronnen: z.array(z.string()),
    kolommen: z.array(kolom),
    aanhalen: z.string().meta({ description: "Hoe u de dataset noemt als u haar gebruikt." }),
  })
  .meta({ id: "Dataset" });

const waarde = z.string().optional();

/** The rows of a dataset by the names of its columns. */
export const gegevens = z
  .strictObject({
    dataset: z.string(),
    titel: z.string(),
    omschrijving: z.string(),
    licentie: z.strictObject({ naam: z.string(), uri: z.url() }),
    bronnen: z.array(z.string()),
    kolommen: z.array(kolom.omit({ alleenJson: true })),
    rijen: z.array(z.record(z.string(), waarde)),
  })
  .meta({
    id: "Datasetgegevens",
    description: "Alle rijen van een dataset; elke waarde is tekst.",
  });
