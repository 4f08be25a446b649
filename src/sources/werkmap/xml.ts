import { SaxesParser } from "saxes";
import type { Werkmapgrenzen } from "./grenzen.ts";
import { beschadigd, Weigering } from "./weigering.ts";

/** Attributes by their whole name; an object without a prototype, so that every name is harmless. */
export type Attributen = Readonly<Record<string, string | undefined>>;

/** What is told of an XML part, in the order in which it stands there. */
export type XmlOntvanger = {
  readonly open: (naam: string, attributen: Attributen) => void;
  readonly close: (naam: string) => void;
  readonly tekst?: (tekst: string) => void;
};

const CHUNK = 64 * 1024;

/**
 * Goes through one XML part, strictly: what is not well-formed UTF-8 XML is refused.
 *
 * A DTD is refused too, and with it every entity but the five of XML itself. Nothing is fetched.
 *
 * @param deel How the part is called, for the refusal.
 */
export function parseXml(
  bytes: Uint8Array,
  deel: string,
  { diepte }: Werkmapgrenzen,
  ontvanger: XmlOntvanger,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("error", () => {
    throw beschadigd(`Onderdeel ${deel} is geen geldige xml.`);
  });
  parser.on("doctype", () => {
    throw withDtd(deel);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding && !/^(?:utf-?8|us-ascii)$/iu.test(encoding)) throw notUtf8(deel);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > diepte) throw beschadigd(`Onderdeel ${deel} is te diep genest.`);
    ontvanger.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    ontvanger.close(name);
  });
  const { tekst } = ontvanger;
  if (tekst) {
    parser.on("text", tekst);
    parser.on("cdata", tekst);
  }
  feed(parser, bytes, deel);
}

function feed(parser: SaxesParser, bytes: Uint8Array, deel: string): void {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (part?: Uint8Array) => {
    try {
      return decoder.decode(part, { stream: part !== undefined });
    } catch {
      // The decoder has no other way to say that a byte does not fit.
      throw notUtf8(deel);
    }
  };
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parser.write(decode(bytes.subarray(start, start + CHUNK)));
  }
  parser.write(decode());
  parser.close();
}

function notUtf8(deel: string): Weigering {
  return beschadigd(`Onderdeel ${deel} is geen UTF-8.`);
}

function withDtd(deel: string): Weigering {
  return new Weigering(
    "dtd",
    `In onderdeel ${deel} staat een DTD. Daarmee kan een bestand andere bestanden binnenhalen, en ` +
      "een gewoon xlsx- of ods-bestand heeft er geen. Vertrouwt u de afzender? Open het dan in " +
      "Excel of LibreOffice en sla het opnieuw op.",
  );
}

/** The name without what stands before its colon. */
export function localName(naam: string): string {
  const colon = naam.indexOf(":");
  return colon < 0 ? naam : naam.slice(colon + 1);
}
