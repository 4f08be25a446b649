import type { Werkmaplezing } from "#domain/werkmap.ts";
import { WERKMAPGRENZEN, type Werkmapgrenzen } from "./grenzen.ts";
import { inLeesbeurt } from "./leesbeurt.ts";
import { unpackWerkmap } from "./pak-werkmap.ts";
import type { Leeswijze } from "./parse-werkmap.ts";
import { startWerker } from "./start-werker.ts";
import { formatAantal, type Weigeringscode } from "./weigering.ts";
import type { Leesantwoord, Leesopdracht } from "./werker.ts";

/**
 * Reads a csv, xlsx or ods that somebody sent: the whole of it, or a refusal in Dutch.
 *
 * Reading is done in a worker that is stopped at its deadline and at its memory limit, so that no
 * file holds up or ends the server. What it is shows from the content; the name only names the
 * sheet of a csv.
 *
 * @returns Always an answer: it never throws for what is in the file.
 */
export function readWerkmap(
  bytes: Uint8Array,
  naam: string,
  wijze: Leeswijze = {},
): Promise<Werkmaplezing> {
  const grenzen = { ...WERKMAPGRENZEN, ...wijze.grenzen };
  return inLeesbeurt(
    () => readInWorker({ bytes, naam, wijze }, grenzen),
    () =>
      refused("te-druk", "Er worden al veel bestanden gelezen. Probeer het over een minuut weer."),
  );
}

function readInWorker(opdracht: Leesopdracht, grenzen: Werkmapgrenzen): Promise<Werkmaplezing> {
  const worker = startWerker({
    workerData: opdracht,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: grenzen.geheugen },
  });
  return new Promise((resolve) => {
    const answer = (lezing: Werkmaplezing) => {
      clearTimeout(deadline);
      resolve(lezing);
      void worker.terminate();
    };
    const deadline = setTimeout(() => answer(tooSlow(grenzen)), grenzen.seconden * 1000);
    worker.once("message", (antwoord: Leesantwoord) => answer(unpackAntwoord(antwoord)));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      answer(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch(grenzen) : stopped()),
    );
    worker.once("exit", () => answer(stopped()));
  });
}

function unpackAntwoord(antwoord: Leesantwoord): Werkmaplezing {
  return antwoord.ok ? { ...antwoord, werkmap: unpackWerkmap(antwoord.werkmap) } : antwoord;
}

function tooSlow({ seconden }: Werkmapgrenzen): Werkmaplezing {
  return refused(
    "te-traag",
    `Het lezen duurde langer dan ${formatAantal(seconden)} seconden en is gestopt. Lever alleen de bladen en ` +
      "kolommen aan die nodig zijn, of sla het bestand op als csv.",
  );
}

function tooMuch({ geheugen }: Werkmapgrenzen): Werkmaplezing {
  return refused(
    "te-veel-geheugen",
    `Het lezen vroeg meer dan ${geheugen} MB geheugen en is gestopt. Lever alleen de bladen en ` +
      "kolommen aan die nodig zijn, of sla het bestand op als csv.",
  );
}

function stopped(): Werkmaplezing {
  return refused(
    "lezer-gestopt",
    "Het bestand kon niet worden gelezen; wij weten niet waarom. Open het in Excel of LibreOffice, " +
      "sla het op als csv en probeer het daarmee. Meld het ons als dat niet helpt.",
  );
}

function refused(code: Weigeringscode, tekst: string): Werkmaplezing {
  return { ok: false, fouten: [{ code, tekst }] };
}
