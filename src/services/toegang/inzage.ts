import { createHmac, randomBytes } from "node:crypto";
import type { Duur } from "#domain/peildatum.ts";
import { insertInzagen } from "#storage/inzage.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** Where it is kept whose personal data was looked at. */
export type Inzagelogboek = {
  readonly db: Connection;
  /** Makes pseudonyms; never in the database, and the same on every server of an installation. */
  readonly sleutel: string;
  /** The address of the register of processing, without what comes behind `#`. */
  readonly register: string;
  /** How long lines stay; absent where nobody chose that, and they all stay. */
  readonly bewaren?: Duur;
};

/** What is done with personal data here, by its name in the register of processing. */
export type Verwerking = "accounts-beheren" | "eigen-account-inzien";

/** One time that personal data of one or more people is looked at. */
export type Inzien = {
  readonly verwerking: Verwerking;
  /** UUIDs of the accounts that are shown; each person once. */
  readonly betrokkenen: readonly string[];
  /** When reading them began. */
  readonly begin: Date;
  readonly eind: Date;
  /** The request it was for: its trace, and the operation of who asked. */
  readonly verzoek?: { readonly traceId: string; readonly ouder?: string } | undefined;
};

/**
 * Writes a line for each person whose data is about to be shown.
 *
 * Call it before anything is shown: where it throws, nothing may be.
 */
export async function logInzage(
  { db, sleutel, register }: Inzagelogboek,
  { verwerking, betrokkenen, begin, eind, verzoek }: Inzien,
): Promise<void> {
  const traceId = verzoek?.traceId ?? randomBytes(16).toString("hex");
  await insertInzagen(
    db,
    [...new Set(betrokkenen)].map((betrokkene) => ({
      ...{ traceId, operatie: randomBytes(8).toString("hex"), naam: verwerking },
      ...(verzoek?.ouder === undefined ? {} : { ouder: verzoek.ouder }),
      verwerking: `${register}#${verwerking}`,
      betrokkene: pseudonymOf(sleutel, betrokkene),
      ...{ betrokkeneSoort: "account", begin: begin.getTime(), eind: eind.getTime(), status: "Ok" },
    })),
  );
}

/** The same person is the same pseudonym, to whoever has the key alone. */
export function pseudonymOf(sleutel: string, betrokkene: string): string {
  return createHmac("sha256", sleutel).update(`account ${betrokkene}`, "utf8").digest("hex");
}
