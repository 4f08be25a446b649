import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import { compareNaam } from "#domain/alfabet.ts";
import { isZero } from "#domain/breuk.ts";
import { type Bibliotheek, documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { DocumentStatus } from "#domain/kop.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { askBeside, readBijcijfers, type Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { ENGINE_VERSIE } from "#services/kader/engine-versie.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { describeMelding, listKanttekeningen } from "./kanttekeningen.ts";
import type {
  Uitvoerblad,
  Uitvoereenheid,
  Uitvoerherkomst,
  Uitvoerkeuze,
  Uitvoerkolom,
  Uitvoerregio,
  Uitvoerrest,
  Uitvoerrij,
} from "./uitvoerblad.ts";
import { createNaamgever, listUitvoercijfers, type Naamgever } from "./uitvoercijfers.ts";

/** A key that was carried out, with the hash under which its outcome was frozen where it was. */
export type Uitgevoerd = {
  readonly vraag: Verdelingsvraag;
  readonly uitkomst: VerdelingUitkomst;
  readonly zin: string;
  readonly hash?: string;
};

type Gegevens = {
  readonly bibliotheek: Bibliotheek;
  readonly sleutels: readonly [Uitgevoerd, ...Uitgevoerd[]];
  readonly keuzes: readonly Uitvoerkeuze[];
  readonly wijzigingen: readonly Uitvoerkeuze[];
  readonly voorbeeld: boolean;
  /** What must be said besides what follows from the outcomes. */
  readonly kanttekeningen: readonly string[];
  readonly herkomst: Uitvoerherkomst;
};

/** The sentence that a document is, with what people filled in, as a line of text. */
export type Zegger = (document: RegieDocument, ingevuld: Invulling) => string;

/** What a sheet that was worked out from its address has to say outside the screen. */
export function uitvoerVanBlad(
  basis: OpenbareBasis,
  blad: Blad,
  { vraag, kolommen }: Verdeeltabel,
  zeg: Zegger,
): Uitvoerblad {
  const [first, ...others] = kolommen.map(({ document, uitkomst }, i) => {
    const own = i === 0 ? vraag : askBeside(vraag, document);
    return { vraag: own, uitkomst, zin: zeg(document, own.ingevuld) };
  });
  if (!first) throw new RangeError("a table has at least one key");
  const elders = blad.alternatief
    ? [`Op het scherm ligt «${blad.alternatief}» ernaast. Die regio staat niet in dit bestand.`]
    : [];
  return makeUitvoerblad({
    bibliotheek: basis.bibliotheek,
    sleutels: [first, ...others],
    keuzes: [...blad.keuzes].map(([naam, waarde]) => ({ naam, waarde })),
    wijzigingen: [...blad.wijzigingen].map(([naam, waarde]) => ({ naam, waarde })),
    voorbeeld: blad.voorbeeld,
    kanttekeningen: elders,
    herkomst: { soort: "blad", adres: verkenAdres(blad), engineVersie: ENGINE_VERSIE },
  });
}

const STATUS: Readonly<Record<DocumentStatus, string>> = {
  voorbeeld: "Voorbeeld, door niemand besloten: ambtelijk concept",
  concept: "Ambtelijk concept, niet bestuurlijk besproken",
  voorgenomen: "Voorgenomen: ambtelijk concept, niet bestuurlijk besproken",
  vastgesteld: "Vastgesteld",
  geldend: "Geldend",
  vervallen: "Vervallen",
};

/** Puts together what every export of these keys says. */
export function makeUitvoerblad(gegevens: Gegevens): Uitvoerblad {
  const { sleutels, bibliotheek, wijzigingen, voorbeeld } = gegevens;
  const [{ vraag, zin }] = sleutels;
  const { document, gebied } = vraag;
  const gebieden = [gebied, ...(vraag.nederland ? [vraag.nederland] : [])];
  const namen = createNaamgever(bibliotheek, gebieden);
  const eenheden = listEenheden(gebied, sleutels);
  const [first, ...others] = sleutels.map((sleutel) => toKolom(sleutel, eenheden, namen));
  if (!first) throw new RangeError("an export has at least one key");
  const kolommen: Uitvoerblad["kolommen"] = [first, ...others];
  const { nu, aanbod } = readBijcijfers(vraag);
  const cijfers = listUitvoercijfers(
    [
      ...sleutels.flatMap(({ uitkomst }) => uitkomst.gebruikt),
      ...(aanbod?.gebruikt ?? []),
      ...(nu?.gebruikt ?? []),
    ],
    sleutels.flatMap(({ uitkomst }) =>
      uitkomst.meldingen.flatMap((item) => (item.soort === "onvolledig" ? item.ontbreekt : [])),
    ),
    namen,
  );
  const reeks = (serie: typeof nu) =>
    serie && {
      titel: namen.cijfer(serie.cijfer),
      eenheid: namen.eenheid(serie.cijfer.split(".")[0] ?? ""),
      waarden: serie.waarden,
    };
  const [nuReeks, aanbodReeks] = [reeks(nu), reeks(aanbod)];
  const changed = wijzigingen.length > 0;
  return {
    titel: document.titel,
    zin,
    status: changed ? "Eigen rekenblad, ambtelijk concept" : STATUS[document.status],
    concept: changed || !["vastgesteld", "geldend"].includes(document.status),
    voorbeeld,
    regio: describeRegio(gebied, bibliotheek),
    op: vraag.op ?? "",
    eenheid: first.uitkomst.eenheid,
    eenheden,
    kolommen,
    ...(nuReeks ? { nu: nuReeks } : {}),
    ...(aanbodReeks ? { aanbod: aanbodReeks } : {}),
    cijfers,
    keuzes: gegevens.keuzes,
    wijzigingen,
    kanttekeningen: listKanttekeningen(kolommen, cijfers, [
      ...(voorbeeld ? ["Wat is ingevuld, is verzonnen om te laten zien hoe het werkt."] : []),
      ...gegevens.kanttekeningen,
    ]),
    herkomst: gegevens.herkomst,
  };
}

/** Every unit of the region, and those that an outcome has beside them, in the order of a meeting. */
function listEenheden(
  { eenheden, deelregios }: Rekengebied,
  sleutels: readonly Uitgevoerd[],
): readonly Uitvoereenheid[] {
  const known = new Map<string, Uitvoereenheid>();
  const outcomes = sleutels.flatMap(({ uitkomst }) => uitkomst.eenheden);
  const divided = new Set(outcomes.map(({ id }) => id));
  const none = divided.size === 0;
  for (const unit of [...eenheden.filter(({ id }) => none || divided.has(id)), ...outcomes]) {
    const { id, naam, deelregio } = unit;
    const titel = deelregio === undefined ? undefined : (deelregios[deelregio] ?? deelregio);
    if (!known.has(id)) known.set(id, { id, naam, ...(titel ? { deelregio: titel } : {}) });
  }
  return [...known.values()].toSorted(
    (a, b) =>
      Number(a.deelregio === undefined) - Number(b.deelregio === undefined) ||
      compareNaam(a.deelregio ?? "", b.deelregio ?? "") ||
      compareNaam(a.naam, b.naam),
  );
}

function toKolom(
  { vraag, uitkomst, zin, hash }: Uitgevoerd,
  eenheden: readonly Uitvoereenheid[],
  namen: Naamgever,
): Uitvoerkolom {
  const { document } = vraag;
  const rest = describeRest(document, vraag, uitkomst, namen);
  return {
    document,
    naam: documentnaam(document),
    titel: document.titel,
    zin,
    status: document.status,
    vraag,
    uitkomst,
    rijen: eenheden.map((eenheid) => toRij(eenheid, uitkomst)),
    ...(rest ? { nietPast: rest } : {}),
    meldingen: uitkomst.meldingen.map((item) => describeMelding(item, uitkomst.eenheid, namen)),
    ...(hash === undefined ? {} : { hash }),
  };
}

function toRij(eenheid: Uitvoereenheid, { eenheden }: VerdelingUitkomst): Uitvoerrij {
  const found = eenheden.find(({ id }) => id === eenheid.id);
  if (!found) return { eenheid };
  const { aantal, aanbod, deelVanAanbod, over, open, saldo } = found;
  return {
    eenheid,
    aantal,
    ...(aanbod ? { aanbod } : {}),
    ...(deelVanAanbod ? { deelVanAanbod } : {}),
    ...(over ? { over } : {}),
    ...(isZero(open) ? {} : { open }),
    ...(saldo ? { saldo } : {}),
  };
}

function describeRest(
  { stappen }: Verdeling,
  { ingevuld }: Verdelingsvraag,
  { meldingen, open }: VerdelingUitkomst,
  namen: Naamgever,
): Uitvoerrest | undefined {
  const asked = meldingen.find(
    (item) => item.soort === "besluit-nodig" && item.wat === "wat-niet-past",
  );
  if (asked?.soort === "besluit-nodig" && asked.wat === "wat-niet-past") {
    const { pastNiet, aanDeGrens, keuzes } = asked;
    const exact = { laag: pastNiet, midden: pastNiet, hoog: pastNiet };
    const aantal = isZero(open.hoog) ? exact : { ...open, midden: pastNiet };
    return { aantal, aanDeGrens: aanDeGrens.map(namen.gebied), keuzes };
  }
  if (isZero(open.hoog)) return undefined;
  const keuze =
    stappen.findLast(({ watNietPast }) => watNietPast)?.watNietPast ?? ingevuld.watNietPast;
  return { aantal: open, aanDeGrens: [], ...(keuze ? { keuze: keuze.keuze } : {}), keuzes: [] };
}

function describeRegio(gebied: Rekengebied, bibliotheek: Bibliotheek): Uitvoerregio {
  const { id, titel, indeling, deelregios, eenheden } = gebied;
  const found = indeling === undefined ? undefined : bibliotheek.find(indeling);
  return {
    id,
    titel,
    ...(indeling === undefined
      ? {}
      : { indeling: { naam: indeling, titel: found?.titel ?? indeling, status: worth(found) } }),
    deelregios,
    aantal: eenheden.length,
  };
}

/** An indeling that nobody adopted says so, by the option it is where it is one. */
function worth(found: RegieDocument | undefined): string {
  if (found?.soort !== "indeling") return "onbekend";
  const settled = found.status === "vastgesteld" || found.status === "geldend";
  const option = found.optie ? `, ${found.optie}` : "";
  return settled ? `${found.status}${option}` : `nog niet vastgesteld${option}`;
}
