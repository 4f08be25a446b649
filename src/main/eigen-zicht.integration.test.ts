import { beforeAll, expect, it } from "vitest";
import type { Handler } from "#api/server.ts";
import { readEigen } from "#services/eigen.ts";
import { addEigen, type Meegeleverd, readMeegeleverd } from "#sources/meegeleverd.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { deelDocument } from "#storage/eigen-document.repository.ts";
import type { Deling } from "#storage/eigendom.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { readStand } from "#storage/stand.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { type Bevolking, type Bewoner, plantBevolking } from "#test/toegang.ts";
import { createEigenZicht } from "./eigen-zicht.ts";

const tekstOf = (id: string, uit: string) => `soort: verdeling
id: ${id}
titel: 'Proef ${id}'
onderwerp: urgenten
spoor: 2
bron: gemaakt voor deze proef
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: ${uit} } }]
`;

const cijferOf = (id: string) => `soort: indicator
id: ${id}
titel: 'Proefcijfer ${id}'
onderwerp: algemeen
bron: gemaakt voor deze proef
status: concept
eenheid: personen
niveau: [gemeente]
meetmoment: peildatum
`;

describeDatabases("own documents that a few see", ({ db, eigenaar }) => {
  const shipped = readMeegeleverd();
  let people: Bevolking;

  const keep = (wie: Bewoner, id: string, tekst: string, deling?: Deling) =>
    asWie(db(), wie, async (tx) => {
      const soort = tekst.startsWith("soort: indicator") ? "indicator" : "verdeling";
      const rest = { versie: 1, soort, status: "concept", herkomst: "eigen" } as const;
      expect(await storeDocument(tx, { ...rest, id, titel: id, tekst })).toBe("nieuw");
      if (deling) await deelDocument(tx, id, deling);
    });

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    await keep(people.maker, "zicht-openbaar", tekstOf("zicht-openbaar", "inwoners"), {
      zichtbaarheid: "openbaar",
    });
    await keep(people.maker, "zicht-regio", cijferOf("zicht-regio"), { zichtbaarheid: "regio" });
    await keep(people.maker, "zicht-eigen", tekstOf("zicht-eigen", "zicht-regio"));
  });

  /** A view that answers with what it was made of. */
  async function createProef() {
    const openbaar = addEigen(shipped, await readEigen(db()));
    const made: Meegeleverd[] = [];
    const make = async (meegeleverd: Meegeleverd): Promise<Handler> => {
      made.push(meegeleverd);
      return () => new Response();
    };
    const zicht = createEigenZicht(db(), { openbaar, make });
    const bekijk = async (wie: Bewoner) => {
      const answer = await alsWie(wie, zicht);
      return answer === undefined ? undefined : made.at(-1);
    };
    return { openbaar, made, bekijk };
  }

  const namesIn = (meegeleverd: Meegeleverd | undefined) =>
    ["zicht-openbaar", "zicht-regio", "zicht-eigen"].filter(
      (id) => meegeleverd?.documenten.bibliotheek.find(id) !== undefined,
    );

  it("are laid on what everybody sees, and for another body only what all bodies see", async () => {
    const { openbaar, bekijk } = await createProef();
    expect(namesIn(openbaar)).toEqual(["zicht-openbaar"]);
    expect(namesIn(await bekijk(people.maker))).toEqual([
      ...["zicht-openbaar", "zicht-regio", "zicht-eigen"],
    ]);
    expect(namesIn(await bekijk(people.vreemde))).toEqual(["zicht-openbaar", "zicht-regio"]);
  });

  it("know the figures of their own layer and of those below", async () => {
    const { bekijk } = await createProef();
    const own = await bekijk(people.maker);
    expect(own?.documenten.findBestand("zicht-eigen")?.lees()).toMatchObject({ ok: true });
    expect(own?.kennis.indicatoren?.has("zicht-regio")).toBe(true);
  });

  it("leave what everybody sees as it was read, and so does what all bodies see", async () => {
    const { openbaar, bekijk } = await createProef();
    const one = await bekijk(people.maker);
    const other = await bekijk(people.vreemde);
    const find = (meegeleverd: Meegeleverd | undefined, id: string) =>
      meegeleverd?.documenten.bibliotheek.find(id);
    expect(find(one, "zicht-openbaar")).toBe(find(openbaar, "zicht-openbaar"));
    expect(find(one, "zicht-regio")).toBe(find(other, "zicht-regio"));
  });

  it("are made once for all who see the same, and again when one of them changes", async () => {
    const { made, bekijk } = await createProef();
    await bekijk(people.maker);
    await bekijk(people.collega);
    expect(made).toHaveLength(1);
    await keep(people.collega, "zicht-later", tekstOf("zicht-later", "inwoners"));
    const later = await bekijk(people.maker);
    expect([made.length, later?.documenten.bibliotheek.find("zicht-later")?.id]).toEqual([
      ...[2, "zicht-later"],
    ]);
  });

  it("make nobody read everything again, until everybody sees them or does no longer", async () => {
    const before = await readStand(db());
    await keep(people.maker, "zicht-stil", tekstOf("zicht-stil", "inwoners"));
    await asWie(db(), people.maker, (tx) =>
      deelDocument(tx, "zicht-stil", { zichtbaarheid: "regio" }),
    );
    expect(await readStand(db())).toBe(before);
    const share = (zichtbaarheid: "openbaar" | "organisatie") =>
      asWie(db(), people.maker, (tx) => deelDocument(tx, "zicht-stil", { zichtbaarheid }));
    await share("openbaar");
    const shared = await readStand(db());
    expect(shared).not.toBe(before);
    await share("organisatie");
    expect(await readStand(db())).not.toBe(shared);
  });
});
