import { createHash, randomUUID } from "node:crypto";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import type { NieuweVersie } from "#storage/rekenversie.repository.ts";

/** A version that is ready to be kept, with one key and one change. */
export function aVersie({
  frozen,
  ...rest
}: Pick<NieuweVersie, "reeks" | "gemaaktMet"> & {
  readonly frozen: BevriezingInhoud;
}): NieuweVersie {
  const id = randomUUID();
  const gemaaktOp = new Date("2026-11-12T10:00:00Z");
  const sha256 = createHash("sha256").update(id).digest("hex");
  return {
    ...rest,
    id,
    opslagsleutel: sha256,
    verzoek: sha256,
    gemaaktOp,
    vervaltOp: new Date("2099-01-01T00:00:00Z"),
    inhoud: { naam: "proef", adres: "", regio: "proef", ongebronde: [], bevriezingen: [frozen] },
    gebeurtenissen: [{ pad: "cijfer.urgenten", naar: "450", op: gemaaktOp.toISOString() }],
  };
}
