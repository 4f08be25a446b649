import type { Basis } from "#services/basis.ts";
import type { Inleesverslag } from "#services/basis-inlezen.service.ts";
import type { Database, OpenStep } from "#storage/database.ts";

/** Everything outside that a command may touch; the composition root fills it in. */
export type Surroundings = {
  /** Results. */
  readonly write: (text: string) => void;
  /** Messages about the work itself: mistakes, progress. */
  readonly warn: (text: string) => void;
  /** Characters on a line of text: no more than reads well. */
  readonly width: number;
  /** Characters that a table may take. */
  readonly tableWidth: number;
  readonly colour: boolean;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The folder of the program, with `kaders/` in it. */
  readonly root: string;
  /** The basis that ships with the product; read when it is asked. */
  readonly loadBasis: () => Promise<Basis>;
  /** Opens the database of this folder, as `what`; says what takes long. With tables up to `tot`. */
  readonly openDatabase: (
    what: string,
    onProgress: (step: OpenStep) => void,
    tot?: string,
  ) => Promise<Database>;
  /** Brings what ships with the product into an open database. */
  readonly readIn: (
    database: Database,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Inleesverslag>;
  /** Starts the server, which goes on after this; false where it did not start, and said why. */
  readonly start: (args: readonly string[]) => Promise<boolean>;
};
