import { describe, expect, it } from "vitest";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { formatBreuk } from "#domain/breuk.ts";
import { toBevriezing } from "#services/kader/bevriezing.service.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { hashBevriezing } from "#storage/bevriezing-hash.ts";
import { openbareBasis as basis } from "#test/basis.ts";
import { uitvoerVanBevriezing, uitvoerVanVersie } from "./bevroren-uitvoer.ts";
import { uitvoerVanBlad } from "./maak-uitvoerblad.ts";

function tableOf(document: string, query: string) {
  const found = basis.bibliotheek.find(document);
  if (found?.soort !== "verdeling") throw new Error(`${document} is no verdeling`);
  const blad = readBlad(document, new URLSearchParams(query), "2026-01-01");
  const { cijfers, ingevuld } = readIngevuld(blad, found, basis);
  const { regio, op, naast } = blad;
  const read = computeTabel(basis, { document: found, regio, op, cijfers, ingevuld }, naast);
  if (!read.ok) throw new Error(read.fouten.join(" "));
  return { blad, ingevuld, tabel: read.tabel };
}

function exportOf(document: string, query: string) {
  const { blad, tabel } = tableOf(document, query);
  return uitvoerVanBlad(basis, blad, tabel, (item, ingevuld) =>
    describeInBasis(item, basis, ingevuld),
  );
}

const VERSIE = {
  id: "v1",
  reeks: "r1",
  nummer: 3,
  hash: "beef",
  status: "concept",
  gezet: 0,
  gemaaktOp: "2026-11-12T10:00:00Z",
  gemaaktMet: "l1",
  vervaltOp: "2027-11-12T10:00:00Z",
} as const;

const DORDRECHT = "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=420 tot 480";

describe("what an export of a sheet says", () => {
  it("holds every unit by alphabet with the same numbers as the outcome", () => {
    const blad = exportOf("sleutel-inwoners", DORDRECHT);
    const [kolom] = blad.kolommen;
    expect(kolom.rijen.map(({ eenheid }) => eenheid.naam)).toEqual(
      kolom.rijen.map(({ eenheid }) => eenheid.naam).toSorted((a, b) => a.localeCompare(b, "nl")),
    );
    const own = new Map(kolom.uitkomst.eenheden.map(({ id, aantal }) => [id, aantal]));
    for (const { eenheid, aantal } of kolom.rijen) expect(aantal).toBe(own.get(eenheid.id));
    expect(kolom.rijen).toHaveLength(blad.regio.aantal);
  });

  it("names each figure once, with its source, licence, day and unit", () => {
    const { cijfers } = exportOf("sleutel-inwoners", `${DORDRECHT}&naast=sleutel-sociale-huur`);
    const found = cijfers.filter(
      ({ indicator, gebied }) => indicator === "inwoners" && gebied === "GM0505",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      eenheid: "personen",
      gebiednaam: "Dordrecht",
      licentie: "CC BY 4.0",
      betrouwbaarheid: "gemeten",
    });
    expect(found[0]?.bron).not.toContain("CC BY");
    expect(found[0]?.moment).toMatch(/^\d{4}/);
  });

  it("says what lacks as a figure without a value, never as nought", () => {
    const blad = exportOf("sleutel-inwoners", "regio=drechtsteden&op=2026-01-01");
    const open = blad.cijfers.find(({ indicator }) => indicator === "urgenten");
    expect(open && "waarde" in open).toBe(false);
    expect(blad.kolommen[0].rijen.every(({ aantal }) => aantal === undefined)).toBe(true);
    expect(blad.kolommen[0].meldingen[0]).toContain("er ontbreken cijfers");
  });

  it("is a concept while nobody decided, and says what the indeling is worth", () => {
    const blad = exportOf("sleutel-inwoners", `${DORDRECHT}&voorbeeld=ja`);
    expect(blad.concept).toBe(true);
    expect(blad.status.toLowerCase()).toContain("ambtelijk concept");
    expect(blad.voorbeeld).toBe(true);
    expect(blad.regio.indeling?.status).toBeTruthy();
    expect(blad.kanttekeningen.join(" ")).toContain("verzonnen");
    expect(blad.herkomst.adres).toMatch(/^\/verdeling\/verkennen\?regio=drechtsteden/);
  });

  it("tells what does not fit, who is at the bound, and what was chosen for it", () => {
    const query = "regio=mra&op=2026-01-01&cijfer.mutatiegraad=0,6%25";
    const asked = exportOf("urgenten-bovengrens", query).kolommen[0];
    expect(asked.nietPast?.aanDeGrens.length).toBeGreaterThan(3);
    expect(asked.nietPast?.keuze).toBeUndefined();
    expect(asked.meldingen.join(" ")).toMatch(/^Keuze nodig: \d+ huishoudens passen niet/);
    const chosen = exportOf("urgenten-bovengrens", `${query}&kies.wat-niet-past=open`).kolommen[0];
    expect(chosen.nietPast?.keuze).toBe("open");
    expect(chosen.meldingen).toEqual([]);
  });

  it("is the same of a frozen outcome, with its hash, made of nothing but what was frozen", () => {
    const { tabel, ingevuld } = tableOf("sleutel-inwoners", DORDRECHT);
    const inhoud = toBevriezing({
      vraag: tabel.vraag,
      tekst: basis.tekstVan("sleutel-inwoners") ?? "",
      tekstVan: basis.tekstVan,
      ingevuld,
    });
    const hash = hashBevriezing(inhoud);
    const read = uitvoerVanBevriezing(basis, {
      ...inhoud,
      hash,
      bevrorenOp: "2026-11-30T12:00:00Z",
    });
    if (!read.ok) throw new Error(read.fouten.join(" "));
    const { blad } = read;
    const live = exportOf("sleutel-inwoners", DORDRECHT);
    const numbers = ({ kolommen: [kolom] }: typeof live) =>
      kolom.rijen.map(({ eenheid, aantal }) => [
        eenheid.naam,
        aantal && formatBreuk(aantal.midden),
      ]);
    expect(numbers(blad)).toEqual(numbers(live));
    expect(blad.zin).toBe(live.zin);
    expect(blad.regio).toEqual(live.regio);
    expect(blad.herkomst).toMatchObject({
      soort: "bevroren",
      hash,
      adres: `/verdeling/bevroren/${hash}`,
    });
    const kept = uitvoerVanVersie(basis, VERSIE, {
      naam: "voor het overleg",
      adres: "document=sleutel-inwoners&voorbeeld=ja",
      regio: "drechtsteden",
      ongebronde: [],
      bevriezingen: [inhoud],
    });
    if (!kept.ok) throw new Error(kept.fouten.join(" "));
    expect(numbers(kept.blad)).toEqual(numbers(live));
    expect(kept.blad.voorbeeld).toBe(true);
    expect(kept.blad.herkomst).toMatchObject({ adres: "/verdeling/versies/v1", hash: "beef" });
    const broken = { ...inhoud, uitkomst: "{}", hash, bevrorenOp: "2026-11-30T12:00:00Z" };
    expect(uitvoerVanBevriezing(basis, broken).ok).toBe(false);
  });
});
