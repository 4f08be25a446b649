import { createHash } from "node:crypto";
import { adressen, contactIri, type Plek } from "./plek.ts";
import { iri, type Knoop, nl, type Waarde } from "./rdf.ts";

export function describeUitgever({ adres, uitgever }: Plek): readonly Knoop[] {
  const { contact } = uitgever;
  return [
    {
      iri: uitgever.uri ?? `${adressen.catalogus(adres)}#uitgever`,
      klassen: ["foaf:Agent"],
      zegt: [["foaf:name", [nl(uitgever.naam)]]],
    },
    {
      iri: contactIri(adres).iri,
      klassen: ["vcard:Kind", "vcard:Organization"],
      zegt: [
        ["vcard:fn", [nl(contact.naam)]],
        ["vcard:hasEmail", contact.email ? [iri(`mailto:${contact.email}`)] : []],
        ["vcard:hasURL", [iri(contact.url ?? adressen.pagina(adres))]],
      ],
    },
  ];
}

/** What a maker is called tells it apart; the address stays the same whatever else is in there. */
function makerAdres(adres: string, maker: string): string {
  const mark = createHash("sha256").update(maker).digest("hex").slice(0, 8);
  return `${adressen.catalogus(adres)}#maker-${mark}`;
}

export function makerIri(adres: string, maker: string): Waarde {
  return iri(makerAdres(adres, maker));
}

export function describeMaker(maker: string, { adres }: Plek): Knoop {
  return {
    iri: makerAdres(adres, maker),
    klassen: ["foaf:Agent"],
    zegt: [["foaf:name", [nl(maker)]]],
  };
}

export function pagina(adres: string, titel: string): Knoop {
  return { iri: adres, klassen: ["foaf:Document"], zegt: [["dct:title", [nl(titel)]]] };
}
