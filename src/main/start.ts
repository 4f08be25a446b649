import { createProgress } from "./progress.ts";
import { serve } from "./serve.ts";
import { readSettings, type Settings } from "./settings.ts";
import { addressOf, describeStartProblem } from "./start-problem.ts";

/** Runs `npm start` or `woonregie start` until it is told to stop. */
async function start(args: readonly string[]): Promise<void> {
  const reading = readSettings(args, process.env);
  if (reading.soort === "hulp") return console.log(reading.tekst);
  if (reading.soort === "fout") return refuse(reading.tekst);
  const { settings } = reading;
  const progress = createProgress(process.stdout);
  progress.tell("Woonregie start.");
  try {
    const begun = performance.now();
    const { port, stop } = await serve(settings, process.env, progress);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).replace(".", ",");
    progress.tell(`  Klaar na ${seconds} seconden.`);
    progress.tell(`\nWoonregie draait op ${addressOf({ ...settings, port })}`);
    progress.tell("Stoppen: Ctrl+C");
    stopOnSignal(stop, progress.tell);
  } catch (error) {
    await refuseToStart(error, settings);
  }
}

function stopOnSignal(stop: () => Promise<void>, tell: (text: string) => void): void {
  let stopping = false;
  const onSignal = () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    tell("\nWoonregie stopt.");
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

async function refuseToStart(error: unknown, settings: Settings): Promise<void> {
  const known = describeStartProblem(error, settings, await answersAsWoonregie(settings));
  if (known !== undefined) return refuse(known);
  console.error("Woonregie start niet, door een fout die wij niet kennen:");
  console.error(error);
  process.exitCode = 1;
}

function refuse(text: string): void {
  console.error(text);
  process.exitCode = 1;
}

const PATIENCE_MS = 1000;

/** Whether what has the port is Woonregie itself. */
async function answersAsWoonregie(settings: Settings): Promise<boolean> {
  if (settings.port === 0) return false;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(`${addressOf(settings)}/gezondheid`, { signal: patience.signal });
    const { naam }: { naam?: unknown } = JSON.parse(await answer.text());
    return naam === "woonregie";
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

await start(process.argv.slice(2));
