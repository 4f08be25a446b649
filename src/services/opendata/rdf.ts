/** Something that is said: another node by its address, or a text with its language or type. */
export type Waarde =
  | { readonly iri: string }
  | { readonly tekst: string; readonly taal?: "nl" | "en"; readonly soort?: Datatype };

type Datatype =
  | "xsd:date"
  | "xsd:dateTime"
  | "xsd:nonNegativeInteger"
  | "xsd:hexBinary"
  | "xsd:decimal";

/** Everything that is said of one thing. Names of classes and properties are as `dct:title`. */
export type Knoop = {
  readonly iri: string;
  readonly klassen: readonly string[];
  readonly zegt: readonly (readonly [eigenschap: string, waarden: readonly Waarde[]])[];
};

const VOORVOEGSELS: Readonly<Record<string, string>> = {
  adms: "http://www.w3.org/ns/adms#",
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

export function nl(tekst: string): Waarde {
  return { tekst, taal: "nl" };
}

export function iri(adres: string): Waarde {
  return { iri: adres };
}

/** The nodes as Turtle, one block each. */
export function toTurtle(knopen: readonly Knoop[]): string {
  const prefixes = Object.entries(VOORVOEGSELS).map(
    ([naam, adres]) => `@prefix ${naam}: <${adres}> .`,
  );
  return `${prefixes.join("\n")}\n\n${knopen.map(turtleBlok).join("\n")}`;
}

function turtleBlok({ iri: adres, klassen, zegt }: Knoop): string {
  const lines = [
    `a ${klassen.join(", ")}`,
    ...zegt
      .filter(([, waarden]) => waarden.length > 0)
      .map(([eigenschap, waarden]) => `${eigenschap} ${waarden.map(turtleWaarde).join(", ")}`),
  ];
  return `${turtleIri(adres)} ${lines.join(" ;\n    ")} .\n`;
}

function turtleWaarde(waarde: Waarde): string {
  if ("iri" in waarde) return turtleIri(waarde.iri);
  const { tekst, taal, soort } = waarde;
  return `"${escapeText(tekst)}"${taal ? `@${taal}` : ""}${soort ? `^^${soort}` : ""}`;
}

function turtleIri(adres: string): string {
  return `<${adres.replace(/[\s<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign))}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeText(text: string): string {
  return text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The same nodes as JSON-LD. */
export function toJsonLd(knopen: readonly Knoop[]): string {
  const graph = knopen.map(({ iri: adres, klassen, zegt }) => ({
    "@id": adres,
    "@type": klassen,
    ...Object.fromEntries(
      zegt
        .filter(([, waarden]) => waarden.length > 0)
        .map(([eigenschap, waarden]) => [eigenschap, waarden.map(jsonWaarde)]),
    ),
  }));
  return `${JSON.stringify({ "@context": VOORVOEGSELS, "@graph": graph }, undefined, 1)}\n`;
}

function jsonWaarde(waarde: Waarde) {
  if ("iri" in waarde) return { "@id": waarde.iri };
  const { tekst, taal, soort } = waarde;
  return {
    "@value": tekst,
    ...(taal ? { "@language": taal } : {}),
    ...(soort ? { "@type": soort } : {}),
  };
}
