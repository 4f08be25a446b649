import type { RegieDocument } from "#domain/document.ts";
import { parseDocumentnaam } from "#domain/document.ts";
import type { Soort } from "#domain/kop.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import { type Pad, quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { findNearest } from "../nearest.ts";
import { findCircle } from "./kring.ts";
import {
  asBlok,
  asTekst,
  entries,
  isKaart,
  type Kaartboom,
  type Melder,
  type Regel,
} from "./ruw.ts";

type Wijzer = { readonly pad: Pad; readonly naam: string; readonly soort?: Soort };

/** What a document points to is there, is of the right soort, and does not point back. */
export const wijzerregel: Regel = (ruw, melder) => {
  const wijzers = wijzersIn(ruw.soort, ruw.boom);
  const id = asTekst(ruw.boom.id);
  for (const wijzer of wijzers) {
    const target = parseDocumentnaam(wijzer.naam)?.id;
    if (target === undefined) continue;
    if (target === id) {
      melder.fout(
        wijzer.pad,
        `Dit document verwijst naar zichzelf (${quote(wijzer.naam)}). Noem een ander document.`,
        "waarde",
      );
    } else if (ruw.kennis.bibliotheek) {
      checkWijzer(wijzer, target, ruw, melder);
    }
  }
};

function checkWijzer(
  wijzer: Wijzer,
  target: string,
  { boom, kennis }: Parameters<Regel>[0],
  { fout }: Melder,
): void {
  const { bibliotheek } = kennis;
  const [name = ""] = wijzer.naam.split("#");
  const found = bibliotheek?.find(name);
  if (!bibliotheek || !found) {
    fout(wijzer.pad, unknownTekst(wijzer, bibliotheek?.list() ?? []), "waarde");
    return;
  }
  if (wijzer.soort && found.soort !== wijzer.soort) {
    fout(
      wijzer.pad,
      `${quote(wijzer.naam)} is een ${found.soort}; hier hoort een ${wijzer.soort}. Noem een ander document.`,
      "waarde",
    );
    return;
  }
  checkSpoor(wijzer, found, boom, fout);
  const id = asTekst(boom.id);
  const next = (at: string): readonly string[] =>
    at === id ? [target] : bibliotheek.find(at) ? targetsOf(bibliotheek.find(at)) : [];
  const circle = id === undefined ? undefined : findCircle(id, next);
  if (circle) {
    fout(
      wijzer.pad,
      `Via ${quote(wijzer.naam)} leidt dit document terug naar zichzelf. Haal een van de verwijzingen weg.`,
      "waarde",
    );
  }
}

function unknownTekst(wijzer: Wijzer, documents: readonly RegieDocument[]): string {
  const parts = parseDocumentnaam(wijzer.naam);
  const versions = documents.filter((document) => document.id === parts?.id);
  if (versions.length > 0) {
    const known = versions.map((document) => document.versie).join(", ");
    return `Van ${quote(parts?.id ?? "")} is er geen versie ${parts?.versie ?? ""}. Er is: ${known}.`;
  }
  const ids = documents
    .filter((document) => !wijzer.soort || document.soort === wijzer.soort)
    .map((document) => document.id);
  const nearest = findNearest(parts?.id ?? "", ids);
  const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : "Voeg het toe, of kijk de naam na.";
  return `Er is geen document ${quote(wijzer.naam)}. ${hint}`;
}

/** Spoor 1 and spoor 2 are never in one sum. */
function checkSpoor(
  wijzer: Wijzer,
  found: RegieDocument,
  boom: Kaartboom,
  fout: Melder["fout"],
): void {
  const owner = wijzer.pad[0] === "onderdelen" ? onderdeelOf(boom, wijzer.pad) : boom;
  const own = asTekst(owner?.spoor);
  if (own === undefined || found.spoor === undefined || own === String(found.spoor)) return;
  const compared = wijzer.pad[0] === "onderdelen" || wijzer.pad.at(-1) === "uitkomst-van";
  if (!compared) return;
  fout(
    wijzer.pad,
    `${quote(wijzer.naam)} staat in spoor ${found.spoor}, hier staat spoor ${own}. Spoor 1 voegt woningen toe, spoor 2 verdeelt woningen die vrijkomen; zij gaan niet samen. Kies een document uit hetzelfde spoor.`,
    "waarde",
  );
}

function onderdeelOf(boom: Kaartboom, pad: Pad): Kaartboom | undefined {
  const parts = boom.onderdelen;
  const part = isKaart(parts) ? parts[String(pad[1])] : undefined;
  return isKaart(part) ? part : undefined;
}

function wijzersIn(soort: Soort, boom: Kaartboom): readonly Wijzer[] {
  if (soort === "verdeling") {
    return ["stappen", "ingroeipad"].flatMap((key) => sleutelwijzers(boom[key], [key]));
  }
  if (soort === "toets") return wijzer(boom["aanvulling-op"], ["aanvulling-op"], "toets");
  if (soort !== "kader") return [];
  const naleving = asBlok(boom.naleving, "traject");
  return [
    ...entries(boom.onderdelen).flatMap(([name, part]) =>
      isKaart(part) ? wijzer(part.document, ["onderdelen", name, "document"]) : [],
    ),
    ...wijzer(naleving.traject, ["naleving", "traject"], "traject"),
    ...wijzer(naleving.vereffening, ["naleving", "vereffening"], "verdeling"),
  ];
}

function wijzer(boom: Boom | undefined, pad: Pad, soort?: Soort): readonly Wijzer[] {
  const naam = asTekst(boom);
  return naam === undefined ? [] : [{ pad, naam, ...(soort ? { soort } : {}) }];
}

function sleutelwijzers(boom: Boom | undefined, pad: Pad): readonly Wijzer[] {
  if (Array.isArray(boom)) {
    return boom.flatMap((item: Boom, index) => sleutelwijzers(item, [...pad, index]));
  }
  return entries(boom).flatMap(([key, value]) => {
    const at = [...pad, key];
    if (key === "op-volgorde") return wijzer(value, at, "rangorde");
    if (key === "uitkomst-van") return wijzer(value, at, "verdeling");
    return sleutelwijzers(value, at);
  });
}

/** The ids that a document that was read points to. */
function targetsOf(document: RegieDocument | undefined): readonly string[] {
  return namesOf(document).flatMap((name) => parseDocumentnaam(name)?.id ?? []);
}

function namesOf(document: RegieDocument | undefined): readonly string[] {
  if (document?.soort === "toets") return document.aanvullingOp ? [document.aanvullingOp] : [];
  if (document?.soort === "verdeling") {
    const keys = document.stappen.flatMap((stap) => (stap.sleutel ? [stap.sleutel] : []));
    return [...keys, ...(document.ingroeipad ? [document.ingroeipad.van] : [])].flatMap(inSleutel);
  }
  if (document?.soort !== "kader") return [];
  return Object.values(document.onderdelen).flatMap(({ inhoud }) =>
    inhoud.soort === "document" ? [inhoud.document] : [],
  );
}

function inSleutel(sleutel: Sleutel): readonly string[] {
  switch (sleutel.soort) {
    case "uitkomst-van":
      return [sleutel.document];
    case "op-volgorde":
      return [sleutel.rangorde];
    case "gewogen":
      return sleutel.delen.flatMap((deel) => inSleutel(deel.sleutel));
    case "factoren":
      return inSleutel(sleutel.basis);
    case "herkomst":
      return inSleutel(sleutel.anders);
    case "per":
      return Object.values(sleutel.is).flatMap(inSleutel);
    case "naar-rato-van":
      return sleutel.bijtrekken ? inSleutel(sleutel.bijtrekken.naar) : [];
    case "omgekeerd-naar-rato-van":
    case "gelijk":
    case "vast":
    case "nader-te-bepalen":
      return [];
  }
}
