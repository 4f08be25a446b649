import { Kysely, PostgresDialect } from "kysely";
import { describe, expect, it } from "vitest";
import type { Tables } from "#storage/schema.ts";
import { basis } from "#test/basis.ts";
import { createApp } from "../app.tsx";

const connect = () => Promise.reject(new Error("these pages ask no database"));
const app = createApp({
  basis: basis,
  samenvoegingen: [],
  db: new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => {} } }),
  }),
  https: false,
  invoer: true,
  versie: "proef",
  onError: (_, error) => {
    throw error;
  },
});

async function pageOf(query: string): Promise<string> {
  const answer = await app.request(`/pakket?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.text()).replace(/<!-- -->/g, "");
}

/** The words of one section, as a reader gets them. */
function sectionOf(page: string, id: string): string {
  const from = page.indexOf(`id="kop-${id}"`);
  expect(from).toBeGreaterThan(0);
  const inside = page.slice(from, page.indexOf("<h2", from + 10));
  return inside
    .replace(/^[^>]*>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([.,:;])/g, "$1")
    .trim();
}

const REGIO = "regio=drechtsteden&op=2026-01-01";
const IDS = ["GM0482", "GM0505", "GM0523", "GM0531", "GM0590", "GM0610", "GM0642"];

/** One value for every gemeente. */
function each(naam: string, waarden: readonly (string | number)[]): string {
  return IDS.map((id, i) => `cijfer.${naam}@${id}=${waarden[i]}`).join("&");
}

describe("the page of what gemeenten do already", () => {
  it("starts with a region, and chooses none", async () => {
    const page = await pageOf("");
    expect(page).toContain("Kies een regio");
    expect(page).not.toContain("Dit konden we niet");
    expect(await pageOf("regio=drechtstedn")).toContain("Bedoelt u «drechtsteden»?");
  });

  it("says of what nobody delivered who delivers it, and shows no nought for it", async () => {
    const page = await pageOf(REGIO);
    const opvang = sectionOf(page, "opvang");
    expect(opvang).toContain("Onbekend van alle 7 gemeenten. Dat is niet nul.");
    expect(opvang).toContain("azc (plekken): te leveren door de gemeente");
    expect(opvang).not.toMatch(/\b0\b/);
    expect(sectionOf(page, "bouwen")).toContain("Dordrecht onbekend onbekend 305");
  });

  it("F183 shows the azc, what was agreed against it, and who took what over", async () => {
    const ruil = "ruil.taakstelling-vergunninghouders=GM0505 naar GM0523: 5 tegen azc-plekken";
    const page = await pageOf(`${REGIO}&cijfer.azc-plekken@GM0505=400&${encodeURI(ruil)}`);
    const opvang = sectionOf(page, "opvang");
    expect(opvang).toContain(
      "Dordrecht 400 onbekend Hardinxveld-Giessendam neemt 5 van «Halfjaarlijkse taakstelling» over",
    );
    expect(opvang).toContain("neemt 5 van «Halfjaarlijkse taakstelling» over van Dordrecht");
    const without = await pageOf(`${REGIO}&cijfer.azc-plekken@GM0505=400`);
    expect(sectionOf(without, "opvang")).toContain("400 onbekend geen afspraak ingevuld");
  });

  it("F181 books both sides in the table of what was agreed", async () => {
    const ruil = "ruil.taakstelling-vergunninghouders=GM0505 naar GM0523: 5";
    const task = "kies.taakstelling-vergunninghouders.landelijk-aantal=20.000";
    const boeken = sectionOf(await pageOf(`${REGIO}&${task}&${encodeURI(ruil)}`), "boeken");
    expect(boeken).toMatch(/Dordrecht \d+ −5 \d+/);
    expect(boeken).toMatch(/Hardinxveld-Giessendam \d+ \+5 \d+/);
    expect(boeken).toContain("Een saldo is er pas als elke gemeente heeft gemeld wat zij deed.");
  });

  it("F109 F141 shows agreed, done, saldo and amount, and who still has to tell", async () => {
    const agreed = `cijfer.urgenten=140&${each("inwoners", Array(7).fill(1000))}`;
    const done = each("plaatsingen-urgenten", [26, 18, 16, 20, 20, 20, 20]);
    const typed = `${REGIO}&${agreed}&kies.vereffening-zorgvraag.bedrag=1.000`;
    const boeken = sectionOf(await pageOf(`${typed}&${done}`), "boeken");
    expect(boeken).toContain("Alblasserdam 20 26 20 +6 +6.000");
    expect(boeken).toContain("Dordrecht 20 18 20 −2 −2.000");
    expect(boeken).toContain("Alle saldi en tegenrekeningen samen zijn nul.");
    expect(sectionOf(await pageOf(typed), "boeken")).toContain("Nog niet: Alblasserdam, Dordrecht");
  });

  it("F054 shows the part of the own freed homes by alphabet, and no order by size", async () => {
    const typed = [
      each("plaatsingen-urgenten", [50, 300, 50, 50, 50, 50, 50]),
      each("vrijkomende-sociale-huurwoningen", Array(7).fill(1000)),
    ].join("&");
    const urgenten = sectionOf(await pageOf(`${REGIO}&${typed}`), "urgenten");
    expect(urgenten).toMatch(/Alblasserdam 1\.000 50 5% Dordrecht 1\.000 300 30% Hardinxveld/);
    expect(urgenten).not.toMatch(/hoogste|laagste|meeste|minste|rang|plaats \d/i);
  });

  it("F213 says what is short and names gemeenten by alphabet", async () => {
    const typed = [
      "cijfer.sociale-huur-in-regionaal-programma=300",
      each("sociale-huur-in-programma", [30, 110, 20, 30, 30, 20, 40]),
      each("sociale-huur-gevraagd-door-regio", [30, 120, 20, 30, 40, 20, 40]),
    ].join("&");
    const programma = sectionOf(await pageOf(`${REGIO}&${typed}`), "programma");
    expect(programma).toContain("Dat zijn er 20 te weinig.");
    expect(programma).toContain("vraagt: Dordrecht en Papendrecht.");
    const open = sectionOf(
      await pageOf(`${REGIO}&cijfer.sociale-huur-in-regionaal-programma=300`),
      "programma",
    );
    expect(open).toContain("Nog geen getal van: Alblasserdam, Dordrecht, Hardinxveld-Giessendam");
    expect(open).not.toContain("te weinig");
  });

  it("F188 says what stays open, at most while somebody has not answered", async () => {
    const need = `${REGIO}&cijfer.behoefte-standplaatsen=6`;
    const all = each("aangeboden-standplaatsen", [0, 2, 0, 0, 3, 0, 0]);
    const answered = sectionOf(await pageOf(`${need}&${all}`), "overname");
    expect(answered).toContain("Nodig: 6. Aangeboden: 5. Dan blijft 1 open;");
    const some = sectionOf(
      await pageOf(`${need}&cijfer.aangeboden-standplaatsen@GM0505=2`),
      "overname",
    );
    expect(some).toContain("Dan blijft hoogstens 4 open;");
    expect(some).toContain("Nog geen antwoord van: Alblasserdam, Hardinxveld-Giessendam");
  });

  it("F091 shows need, supply, plan and what is lacking of each group apart", async () => {
    const typed = [
      "cijfer.woonbehoefte-aandachtsgroepen.studenten@GM0505=120",
      "cijfer.huidig-aanbod-aandachtsgroepen.studenten@GM0505=70",
      "cijfer.gepland-aanbod-aandachtsgroepen.studenten@GM0505=30",
      "cijfer.woonbehoefte-aandachtsgroepen.ouderen@GM0505=400",
    ].join("&");
    const mismatch = sectionOf(await pageOf(`${REGIO}&${typed}`), "mismatch");
    expect(mismatch).toContain("Dordrecht studenten niet uitgesplitst 120 70 30 20");
    expect(mismatch).toContain(
      "Dordrecht ouderen niet uitgesplitst 400 onbekend onbekend onbekend",
    );
  });

  it("F088 says of a cap that it is linked to no agreement", async () => {
    const grenzen = sectionOf(await pageOf("regio=friesland"), "grenzen");
    expect(grenzen).toContain("prestatieafspraken: geen.");
  });

  it("puts the own gemeente on top, once, and leaves the others by alphabet", async () => {
    const page = await pageOf(`${REGIO}&eigen=GM0642`);
    const bouwen = sectionOf(page, "bouwen");
    expect(bouwen).toMatch(/Zwijndrecht uw gemeente .* Alblasserdam .* Sliedrecht/);
    expect(bouwen.match(/Zwijndrecht/g)).toHaveLength(1);
    expect(sectionOf(page, "eigen")).toContain("alle nieuwbouw opgeleverd 57 woningen CBS");
  });

  it("shows a group only of the region where one gemeente has fewer than ten", async () => {
    const typed = each("plaatsingen-urgenten", [9, 50, 50, 50, 50, 50, 50]);
    const urgenten = sectionOf(await pageOf(`${REGIO}&${typed}`), "urgenten");
    expect(urgenten).toContain("Alblasserdam onbekend alleen per regio");
    expect(urgenten).toContain("regio als geheel onbekend 309");
    expect(urgenten).toContain("Kleine aantallen: van urgenten geplaatst");
    const tiny = each("plaatsingen-urgenten", [1, 1, 1, 1, 1, 1, 1]);
    const hidden = sectionOf(await pageOf(`${REGIO}&${tiny}`), "urgenten");
    expect(hidden).toContain("regio als geheel onbekend te klein om te tonen");
  });

  it("leads from every number to where it is accounted for", async () => {
    const page = await pageOf(`${REGIO}&cijfer.azc-plekken@GM0505=400`);
    expect(page).toContain('href="/gemeenten/GM0505#nieuwbouw"');
    expect(page).toContain('href="#ingevuld-azc-plekken-GM0505"');
    expect(page).toContain('id="ingevuld-azc-plekken-GM0505"');
  });

  it("adds what somebody types to the address, as a figure or as an agreement", async () => {
    const figure = "wat=azc-plekken&waarvan=GM0505&hoeveel=400";
    const added = await app.request(`/pakket/erbij?${REGIO}&${figure}`);
    expect(decodeURIComponent(added.headers.get("Location") ?? "")).toBe(
      `/pakket?${REGIO}&cijfer.azc-plekken@GM0505=400`,
    );
    const shift =
      "ruil-document=taakstelling-vergunninghouders@1&ruil-van=GM0505&ruil-naar=GM0523&ruil-aantal=5&ruil-tegen=azc-plekken";
    const agreed = await app.request(`/pakket/erbij?${REGIO}&${shift}`);
    expect(agreed.headers.get("Location")).toContain(
      "ruil.taakstelling-vergunninghouders%401=GM0505+naar+GM0523%3A+5+tegen+azc-plekken",
    );
  });

  it("takes what a document leaves to people, and gives everything that was typed back", async () => {
    const choice = "wat=kies.taakstelling-vergunninghouders.landelijk-aantal&hoeveel=20.000";
    const added = await app.request(`/pakket/erbij?${REGIO}&waarvan=GM0505&${choice}`);
    const address = added.headers.get("Location") ?? "";
    expect(address).toContain("kies.taakstelling-vergunninghouders.landelijk-aantal=20.000");
    const shift = "ruil.taakstelling-vergunninghouders=GM0505+naar+GM0523:+5";
    const page = await pageOf(`${address.replace("/pakket?", "")}&${shift}`);
    const typed = sectionOf(page, "ingevuld");
    expect(typed).toContain(
      "Halfjaarlijkse taakstelling: landelijk aantal Drechtsteden 20.000 personen",
    );
    expect(typed).toContain("Dordrecht naar Hardinxveld-Giessendam 5");
    const [without] = /\/pakket\?[^"]*(?=" aria-label="Haal Afspraak)/.exec(page) ?? [];
    expect(without).toContain("landelijk-aantal=20.000");
    expect(without).not.toContain("ruil.");
  });

  it("is found from a region and from a gemeente", async () => {
    const [regio, gemeente] = await Promise.all(
      ["/regios/drechtsteden", "/gemeenten/GM0505"].map(async (path) =>
        (await app.request(path)).text(),
      ),
    );
    expect(regio).toContain("/pakket?regio=drechtsteden%401%23drechtsteden");
    expect(gemeente).toContain("/pakket?regio=drechtsteden&amp;eigen=GM0505");
  });
});
