import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { type Organisatiesoort, ROLLEN_VAN } from "#domain/toegang.ts";
import { aSite } from "#test/api-proef.ts";
import { hoofdtakenVan } from "./hoofdtaken.ts";

const soorten = Object.keys(ROLLEN_VAN) as Organisatiesoort[];
const places = soorten.flatMap((soort) => ROLLEN_VAN[soort].map((rol) => ({ soort, rol })));

const GEBIED = { gemeente: "GM0505", provincie: "PV28", regio: "drechtsteden#drechtsteden" };

const app = createApp(aSite());

describe("what somebody mostly comes to do", () => {
  it.each(places)("is there for $soort, $rol, and each of it leads somewhere", async (place) => {
    const { soort, rol } = place;
    const id = "00000000-0000-4000-8000-000000000001";
    const gebied = GEBIED[soort as keyof typeof GEBIED];
    const organisatie = { id, soort, naam: "proef", ...(gebied ? { gebied } : {}) };
    const taken = hoofdtakenVan({ organisatie, rol, regio: "drechtsteden" });
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map(({ href }) => href)).size).toBe(taken.length);
    for (const { href } of taken) {
      // A page that stands in the database, or is for who is signed in, is tried elsewhere.
      if (/^\/(organisaties|apisleutels|inleveringen|documenten\/eigen|opmerkingen)/.test(href)) {
        continue;
      }
      expect((await app.request(href)).status, href).toBe(200);
    }
  });
});
