import type { Logboek } from "#api/bedrijf/bewaking.ts";
import { createLogboek, type Logvorm } from "./logboek.ts";
import { createProgress, progressInLog } from "./progress.ts";
import { serve } from "./serve.ts";
import { isReachable, readSettings, type Settings } from "./settings.ts";
import { addressOf, describeStartProblem } from "./start-problem.ts";

/** Runs `npm start` or `woonregie start` until it is told to stop. */
async function start(args: readonly string[]): Promise<void> {
  const { stdout, stderr, env } = process;
  const vorm = logvormOf(env.WOONREGIE_LOG, stdout.isTTY);
  const logboek = createLogboek({ vorm, stdout, stderr });
  const reading = readSettings(args, env);
  if (reading.soort === "hulp") return console.log(reading.tekst);
  if (reading.soort === "fout") return refuse(reading.tekst, logboek);
  const { settings } = reading;
  const progress = vorm === "json" ? progressInLog(logboek) : createProgress(stdout);
  endOnFault(logboek);
  progress.tell("Woonregie start.");
  try {
    const begun = performance.now();
    const { port, metingen, stop } = await serve(settings, env, { progress, logboek });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).replace(".", ",");
    progress.tell(`  Klaar na ${seconds} seconden.`);
    if (settings.metingen && metingen !== undefined) {
      const place = addressOf({ host: settings.metingen.host, port: metingen });
      progress.tell(`  Metingen op ${place}/metrics`);
    }
    if (isReachable(settings) && !settings.uitgever.beveiliging) progress.tell(NOBODY_FOR_LEAKS);
    progress.tell(`\nWoonregie draait op ${addressOf({ ...settings, port })}`);
    if (vorm === "tekst") progress.tell("Stoppen: Ctrl+C");
    stopOnSignal(stop, progress.tell, logboek);
  } catch (error) {
    await refuseToStart(error, settings, logboek);
  }
}

const NOBODY_FOR_LEAKS =
  "  Let op: niemand kan een lek melden. Vul WOONREGIE_BEVEILIGING_CONTACT in (zie /.well-known/security.txt).";

/** As asked, or text for who sits at a terminal. */
function logvormOf(asked: string | undefined, isTTY: boolean | undefined): Logvorm {
  if (asked === "json" || asked === "tekst") return asked;
  return isTTY ? "tekst" : "json";
}

/** A fault of the program itself is told like all others before it ends. */
function endOnFault(logboek: Logboek): void {
  process.on("uncaughtException", (error) => {
    logboek.fout("Woonregie stopt door een fout die wij niet kennen:", error);
    process.exit(1);
  });
}

function stopOnSignal(
  stop: () => Promise<void>,
  tell: (text: string) => void,
  logboek: Logboek,
): void {
  let stopping = false;
  const onSignal = () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    tell("\nWoonregie stopt.");
    stop().then(
      () => process.exit(0),
      (error) => {
        logboek.fout("Stoppen ging niet zoals het hoort:", error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

async function refuseToStart(error: unknown, settings: Settings, logboek: Logboek): Promise<void> {
  const known = describeStartProblem(error, settings, await answersAsWoonregie(settings));
  if (known !== undefined) return refuse(known, logboek);
  logboek.fout("Woonregie start niet, door een fout die wij niet kennen:", error);
  process.exitCode = 1;
}

function refuse(text: string, logboek: Logboek): void {
  logboek.meld("fout", text);
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
