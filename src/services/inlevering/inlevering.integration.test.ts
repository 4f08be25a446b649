import { sql } from "kysely";
import { expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import type { Inleverkop } from "#domain/inlevering.ts";
import { readEigen } from "#services/eigen.ts";
import { addEigen, readMeegeleverd } from "#sources/meegeleverd.ts";
import { parseWerkmap } from "#sources/werkmap/parse-werkmap.ts";
import { replaceLevering } from "#storage/cijfers.repository.ts";
import {
  findInlevering,
  type Inlevering,
  listGebeurtenissenVan,
  listInleveringen,
  readBestand,
  removeVervallenConcepten,
  storeOvername,
} from "#storage/inlevering.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { describeDatabases } from "#test/database.ts";
import { loadBasis } from "../basis.service.ts";
import { openLink } from "../toegang/geheim.ts";
import {
  beantwoord,
  draaiTerug,
  herstel,
  koppel,
  legTerug,
  neemOver,
  ontvang,
} from "./inlevering.service.ts";
import { createInleverkluis, type Inleverkluis } from "./kluis.ts";
import { proposeBladen, readLezing, runProef } from "./proef.ts";
import { readVerslag, toOpenbaarVerslag, toOpmerkingenlijst } from "./verslag.ts";

const shipped = readMeegeleverd();
const basis = loadBasis(shipped);

/** Files are read in this thread: a worker for each would take most of the time. */
function kluisOn(db: Connection): Inleverkluis {
  const kluis = createInleverkluis(db, basis, shipped.samenvoegingen());
  return { ...kluis, lees: ({ bytes, bestandsnaam }) => parseWerkmap(bytes, bestandsnaam) };
}

const KOP: Inleverkop = { afzender: "Gemeente Dordrecht", bron: "eigen telling 2025" };

type Geval = { readonly csv: string; readonly kop?: Partial<Inleverkop> };

/** Delivers a csv, and gives the concept that was made. */
async function lever(kluis: Inleverkluis, { csv, kop = {} }: Geval): Promise<Inlevering> {
  const bytes = new TextEncoder().encode(csv);
  const made = await ontvang(kluis, {
    bestandsnaam: "plannen.csv",
    bytes,
    kop: { ...KOP, ...kop },
  });
  if (made.soort !== "ontvangen") throw new Error(JSON.stringify(made));
  return find(kluis, made.id);
}

async function find(kluis: Inleverkluis, id: string): Promise<Inlevering> {
  const found = await findInlevering(kluis.db, id);
  if (!found) throw new Error("it is not there");
  return found;
}

async function proefVan(kluis: Inleverkluis, inlevering: Inlevering) {
  const lezing = await readLezing(kluis, inlevering);
  if (!lezing?.ok) throw new Error("it cannot be read");
  return runProef(kluis, kluis.db, lezing.werkmap, inlevering);
}

async function tellend(db: Connection): Promise<readonly string[]> {
  const { waarnemingen } = await readEigen(db);
  return waarnemingen.map(
    ({ gebied, inhoud, bron }) =>
      `${gebied} ${inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort} ${bron}`,
  );
}

const metInwoners = (dordrecht: number, zwijndrecht: number) =>
  `Gemeente;Inwoners 1-1-2026\nDordrecht;${dordrecht}\nZwijndrecht;${zwijndrecht}\n`;

describeDatabases("a delivery of figures", ({ db, alone }) => {
  it(
    "with figures of an area that is not one's own is not taken over, and says of which (F225)",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const levering = await lever(kluis, { csv: metInwoners(120_000, 45_000) });
      const asked: string[] = [];
      const nietVanU = (plekken: readonly { readonly gebied: string }[]) => {
        asked.push(...plekken.map(({ gebied }) => gebied));
        return ["Zwijndrecht"];
      };
      const over = await neemOver(kluis, levering, nietVanU);
      expect(over).toEqual({ soort: "niet-van-u", gebieden: ["Zwijndrecht"] });
      expect(asked.toSorted()).toEqual(["GM0505", "GM0642"]);
      expect(await tellend(tx)).toEqual([]);
      expect((await find(kluis, levering.id)).stand).toBe("concept");
    }),
  );

  it(
    "that leaves nothing to ask counts once it is taken over, and not any more once it is undone",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const eerste = await lever(kluis, { csv: metInwoners(120_000, 45_000) });
      expect(await tellend(tx)).toEqual([]);
      expect(await neemOver(kluis, eerste)).toEqual({ soort: "overgenomen" });
      const met = ["GM0505 120000 eigen telling 2025", "GM0642 45000 eigen telling 2025"];
      expect(await tellend(tx)).toEqual(met);

      const tweede = await lever(kluis, {
        csv: metInwoners(121_000, 45_000),
        kop: { afzender: "gemeente  dordrecht", bron: "nieuwe telling" },
      });
      expect(await neemOver(kluis, tweede)).toEqual({ soort: "overgenomen" });
      expect(await neemOver(kluis, tweede)).toEqual({ soort: "overgenomen" });
      const daarna = ["GM0505 121000 nieuwe telling", "GM0642 45000 nieuwe telling"];
      expect(await tellend(tx)).toEqual(daarna);

      expect(await draaiTerug(kluis, tweede.id, "verkeerd bestand")).toBe(true);
      expect(await draaiTerug(kluis, tweede.id, "nog eens")).toBe(false);
      expect(await tellend(tx)).toEqual(met);
      expect(await herstel(kluis, tweede.id, "toch goed")).toBe(true);
      expect(await tellend(tx)).toEqual(daarna);
      const stappen = await listGebeurtenissenVan(tx, tweede.id);
      expect(stappen.map(({ soort, reden }) => [soort, reden])).toEqual([
        ["ingeleverd", undefined],
        ["overgenomen", undefined],
        ["teruggedraaid", "verkeerd bestand"],
        ["hersteld", "toch goed"],
      ]);
      const lijst = await listInleveringen(tx);
      expect(lijst.map(({ aantal, telt, stand }) => [aantal, telt, stand])).toEqual([
        [2, true, "overgenomen"],
        [2, true, "overgenomen"],
      ]);
    }),
  );

  it(
    "is kept with its file as it was sent, and its secret opens it and nothing else",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const bytes = new TextEncoder().encode(metInwoners(1, 2));
      const made = await ontvang(kluis, { bestandsnaam: "a.csv", bytes, kop: KOP });
      if (made.soort !== "ontvangen") throw new Error("it cannot be read");
      expect(Buffer.from((await readBestand(tx, made.id)) ?? [])).toEqual(Buffer.from(bytes));
      expect(await openLink(tx, made.id, made.link.geheim ?? "")).toMatchObject({
        recht: "beheren",
      });
      expect(await openLink(tx, made.id, "anders")).toBeUndefined();
      const wrong = await ontvang(kluis, {
        bestandsnaam: "a.csv",
        bytes: new Uint8Array(),
        kop: KOP,
      });
      expect(wrong).toMatchObject({ soort: "onleesbaar", fouten: [expect.anything()] });
      expect(await listInleveringen(tx)).toHaveLength(1);
    }),
  );

  it(
    "remembers per sender how a sheet is read, and asks the moment of the new head",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const csv = (jaar: number) => `Gemeente;Mensen ${jaar}\nDordrecht;${jaar}\n`;
      const eerste = await lever(kluis, { csv: csv(2025) });
      expect(eerste.koppelingen).toEqual([]);
      const lezing = await readLezing(kluis, eerste);
      if (!lezing?.ok) throw new Error("it cannot be read");
      const [voorstel] = await proposeBladen(kluis, lezing.werkmap, eerste);
      if (!voorstel) throw new Error("there is one sheet");
      expect(voorstel.onthouden).toBe(false);
      const kolommen = [
        { kolom: 0, rol: "gebied" },
        { kolom: 1, rol: "waarde", indicator: "inwoners", moment: "2025-01-01" },
      ] as const;
      await koppel(kluis, eerste, [{ ...voorstel.koppeling, kolommen }]);

      const tweede = await lever(kluis, { csv: csv(2026) });
      const opnieuw = await proposeBladen(kluis, lezing.werkmap, tweede);
      expect(opnieuw[0]?.onthouden).toBe(true);
      expect(tweede.koppelingen[0]?.kolommen[1]).toMatchObject({
        indicator: "inwoners",
        moment: "2026-01-01",
      });
      const ander = await lever(kluis, { csv: csv(2025), kop: { afzender: "iemand anders" } });
      const [nieuw] = await proposeBladen(kluis, lezing.werkmap, ander);
      expect(nieuw?.onthouden).toBe(false);
    }),
  );

  it(
    "that differs from what ships waits for a choice, and goes before it only where somebody says so",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const levering = { id: "meegeleverd/proef.csv", indicator: "inwoners", bron: "CBS" };
      const inhoud = { soort: "getal", waarde: breuk(119_000) } as const;
      const regel = { cel: [], gebied: "GM0505", moment: "2026-01-01", inhoud };
      await replaceLevering(tx, levering, [regel]);

      const eigen = await lever(kluis, { csv: metInwoners(120_000, 45_000) });
      const over = await neemOver(kluis, eigen);
      expect(over.soort).toBe("niet-klaar");
      const { controle } = await proefVan(kluis, eigen);
      const [botsing] = controle.botsingen;
      expect(botsing).toMatchObject({ bron: "CBS", gebieden: ["GM0505"] });
      const id = botsing?.id ?? "";
      const keuze = { id, keuze: "gaat-voor", reden: "eigen telling is nieuwer" } as const;
      await beantwoord(kluis, eigen, { keuzes: [keuze] });
      const gekozen = await find(kluis, eigen.id);
      expect(await neemOver(kluis, gekozen)).toEqual({ soort: "overgenomen" });
      expect(await find(kluis, eigen.id)).toMatchObject({
        uitkomst: "overgenomen met opmerkingen",
      });

      const metEigen = addEigen(
        { ...shipped, cijfers: { ...shipped.cijfers, find: () => [asShipped()] } },
        await readEigen(tx),
      );
      const found = metEigen.cijfers.find("inwoners", "GM0505");
      expect(found.map(({ bron }) => bron)).toEqual(["eigen telling 2025"]);

      function asShipped() {
        return { ...regel, indicator: "inwoners", bron: "CBS" };
      }
    }),
  );

  it(
    "is checked and confirmed cell by cell, and stays readable with the reasons",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const csv = "Gemeente;Nieuwbouw 2025\nDordregt;12,5\nZwijndrecht;veel\n";
      let levering = await lever(kluis, { csv });
      const { open } = await proefVan(kluis, levering);
      expect(open.fouten.map(({ code }) => code)).toEqual(["gebied-onbekend", "getal-onleesbaar"]);
      await beantwoord(kluis, levering, {
        verbeteringen: [{ blad: "plannen", rij: 1, kolom: 0, tekst: "Dordrecht" }],
      });
      levering = await find(kluis, levering.id);
      const { controle } = await proefVan(kluis, levering);
      const bevestigingen = controle.bevindingen.map(({ id, code }) => ({
        id,
        reden: code === "niet-heel" ? "half huis, klopt echt" : "laat maar weg",
      }));
      await beantwoord(kluis, levering, { bevestigingen });
      expect(await neemOver(kluis, await find(kluis, levering.id))).toEqual({
        soort: "overgenomen",
      });
      expect(await tellend(tx)).toEqual(["GM0505 12.5 eigen telling 2025"]);
      const verslag = readVerslag(await find(kluis, levering.id));
      if (!verslag) throw new Error("it is done");
      expect(verslag.opmerkingen.map(({ code, reden }) => [code, reden])).toEqual([
        ["niet-heel", "half huis, klopt echt"],
        ["getal-onleesbaar", "laat maar weg"],
      ]);
      expect(toOpenbaarVerslag(verslag, basis)).toBe(verslag);
      expect(toOpmerkingenlijst(verslag.opmerkingen).bladen[0]?.rijen).toHaveLength(3);
      expect(await beantwoord(kluis, await find(kluis, levering.id), {})).toBe(false);
    }),
  );

  it(
    "can be laid back with its remarks, and then nothing counts",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const levering = await lever(kluis, { csv: "Gemeente;Urgenten 2025\nDordrecht;7,5\n" });
      expect(await legTerug(kluis, levering)).toBe(true);
      expect(await legTerug(kluis, levering)).toBe(false);
      expect(await tellend(tx)).toEqual([]);
      const verslag = readVerslag(await find(kluis, levering.id));
      if (!verslag) throw new Error("it is done");
      expect(JSON.stringify(verslag)).toContain("7,5");
      expect(JSON.stringify(toOpenbaarVerslag(verslag, basis))).not.toContain("7,5");
    }),
  );

  it("of two that contradict each other at the same moment is taken over once, without a choice", async () => {
    const kluis = kluisOn(db());
    const een = await lever(kluis, { csv: metInwoners(1, 2), kop: { afzender: "een" } });
    const ander = await lever(kluis, { csv: metInwoners(1, 3), kop: { afzender: "ander" } });
    const both = await Promise.all([neemOver(kluis, een), neemOver(kluis, ander)]);
    expect(both.map(({ soort }) => soort).toSorted()).toEqual(["niet-klaar", "overgenomen"]);
    const last = both[0]?.soort === "niet-klaar" ? een : ander;
    const { open } = await proefVan(kluis, last);
    expect(open.botsingen.map(({ gebieden }) => gebieden)).toEqual([["GM0642"]]);
    const [botsing] = open.botsingen;
    const keuze = { id: botsing?.id ?? "", keuze: "naast-elkaar", reden: "uitzoeken" } as const;
    await beantwoord(kluis, last, { keuzes: [keuze] });
    expect(await neemOver(kluis, await find(kluis, last.id))).toEqual({ soort: "overgenomen" });
    const { waarnemingen } = await readEigen(db());
    expect(waarnemingen.filter(({ gebied }) => gebied === "GM0642")).toHaveLength(2);
  });

  it("that cannot be stored whole leaves nothing, and stays a concept", async () => {
    const kluis = kluisOn(db());
    const levering = await lever(kluis, { csv: metInwoners(7, 8), kop: { afzender: "half" } });
    const regel = {
      ...{ cel: [], gebied: "GM0505", moment: "2026-01-01" },
      inhoud: { soort: "onbekend" },
    } as const;
    const twice = {
      uitkomst: "overgenomen",
      verslag: "{}",
      leveringen: [
        { levering: { id: "half/1", indicator: "inwoners", bron: "x" }, regels: [regel] },
        { levering: { id: "half/2", indicator: "inwoners", bron: "x" }, regels: [regel, regel] },
      ],
      voorrang: [],
    } as const;
    const work = db()
      .transaction()
      .execute((tx) => storeOvername(tx, levering.id, twice));
    await expect(work).rejects.toThrow("unique");
    expect(await find(kluis, levering.id)).toMatchObject({ stand: "concept" });
    const left = await db()
      .selectFrom("levering")
      .select("id")
      .where("id", "like", "half/%")
      .execute();
    expect(left).toEqual([]);
  });

  it("never changes once it is done, whoever asks the database", async () => {
    const kluis = kluisOn(db());
    const levering = await lever(kluis, { csv: metInwoners(1, 2), kop: { afzender: "vast" } });
    await beantwoordAlles(kluis, levering);
    expect(await neemOver(kluis, await find(kluis, levering.id))).toEqual({ soort: "overgenomen" });
    const id = sql.lit(levering.id);
    for (const statement of [
      sql`update inlevering set afzender = 'x' where id = ${id}`,
      sql`delete from inlevering where id = ${id}`,
      sql`delete from inlevering_bestand where inlevering = ${id}`,
      sql`delete from inlevering_gebeurtenis where inlevering = ${id}`,
      sql`delete from levering where inlevering = ${id}`,
      sql`update levering set bron = 'x' where inlevering = ${id}`,
      sql`update waarneming set waarde = '9' where levering like ${`inlevering/${levering.id}/%`}`,
      sql`delete from waarneming where levering like ${`inlevering/${levering.id}/%`}`,
    ]) {
      await expect(statement.execute(db())).rejects.toThrow("verandert nooit");
    }
  });

  it(
    "that nobody finishes lapses: the file goes, that it was there stays",
    alone(async (tx) => {
      const kluis = kluisOn(tx);
      const levering = await lever(kluis, { csv: metInwoners(1, 2) });
      expect(await removeVervallenConcepten(tx, new Date())).toBe(0);
      const gone = await removeVervallenConcepten(tx, new Date(levering.vervaltOp));
      expect(gone).toBeGreaterThanOrEqual(1);
      expect(await readBestand(tx, levering.id)).toBeUndefined();
      expect(await find(kluis, levering.id)).toMatchObject({ stand: "vervallen" });
      expect(await neemOver(kluis, levering)).toEqual({ soort: "veranderd" });
    }),
  );
});

/** Confirms all there is to confirm and chooses what is asked. */
async function beantwoordAlles(kluis: Inleverkluis, levering: Inlevering): Promise<void> {
  const { open } = await proefVan(kluis, levering);
  const reden = "klopt";
  await beantwoord(kluis, levering, {
    bevestigingen: [...open.opmerkingen, ...open.fouten].map(({ id }) => ({ id, reden })),
    keuzes: open.botsingen.map(({ id }) => ({ id, keuze: "naast-elkaar", reden })),
  });
}
