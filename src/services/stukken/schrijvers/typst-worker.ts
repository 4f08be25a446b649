import { parentPort, workerData } from "node:worker_threads";

/** What a worker gets: the template, the paper as JSON, and the fonts. */
export type Typstopdracht = {
  readonly sjabloon: string;
  readonly stuk: string;
  readonly lettertypen: readonly Uint8Array[];
  /** In seconds since 1970. */
  readonly gemaaktOp: number;
};

export type Typstantwoord =
  | { readonly soort: "pdf"; readonly bytes: Uint8Array }
  /** This computer has no compiler. */
  | { readonly soort: "ontbreekt"; readonly tekst: string }
  | { readonly soort: "fout"; readonly tekst: string };

async function compile(opdracht: Typstopdracht): Promise<Typstantwoord> {
  const loaded = await import("@myriaddreamin/typst-ts-node-compiler").catch(String);
  if (typeof loaded === "string") return { soort: "ontbreekt", tekst: loaded };
  const { NodeCompiler } = loaded;
  const fontBlobs = opdracht.lettertypen.map((bytes) => Buffer.from(bytes));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  try {
    const bytes = compiler.pdf(
      { mainFileContent: opdracht.sjabloon, inputs: { stuk: opdracht.stuk } },
      { pdfStandard: "ua-1", creationTimestamp: opdracht.gemaaktOp },
    );
    return { soort: "pdf", bytes: new Uint8Array(bytes) };
  } catch (error) {
    return { soort: "fout", tekst: String(error) };
  } finally {
    compiler.evictCache(0);
  }
}

compile(workerData).then((answer) => parentPort?.postMessage(answer));
