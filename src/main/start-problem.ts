import { ListenError, type ListenProblem } from "#api/server.ts";
import { DemoNaastEchtError } from "#services/toegang/demo.ts";
import { StorageError } from "#storage/storage-error.ts";
import type { Settings } from "./settings.ts";

const WHO_HAS_PORT: Readonly<Record<string, (port: number) => string>> = {
  linux: (port) => `ss -ltnp "sport = :${port}"`,
  darwin: (port) => `lsof -nP -iTCP:${port} -sTCP:LISTEN`,
  win32: (port) => `netstat -ano | findstr :${port}`,
};

const DEMO_NAAST_ECHT =
  "In deze database staan accounts van echte mensen. De demo, waarin iedereen iedereen kan zijn, start daar niet. Noem uw aanmelddienst met WOONREGIE_OIDC_ISSUER, of start zonder accounts met WOONREGIE_AANMELDEN=nee.";

/** Why Woonregie does not start and how to mend it, in the user's words; undefined where nobody foresaw it. */
export function describeStartProblem(
  error: unknown,
  settings: Settings,
  runsAlready: boolean,
): string | undefined {
  if (error instanceof ListenError) return describeListen(error.reason, settings, runsAlready);
  if (error instanceof DemoNaastEchtError) return DEMO_NAAST_ECHT;
  if (!(error instanceof StorageError)) return undefined;
  if (error.reason !== "database-gaat-niet-open" || !process.env.DATABASE_URL) return error.message;
  return `${error.message}\nKijk of die database draait en of DATABASE_URL klopt. Zonder DATABASE_URL gebruikt Woonregie zijn eigen database.`;
}

function describeListen(reason: ListenProblem, settings: Settings, runsAlready: boolean): string {
  const { host, port } = settings;
  const other = `Of kies een andere poort: npm start -- --poort ${port === 65_535 ? 8080 : port + 1}`;
  switch (reason) {
    case "poort-bezet": {
      if (runsAlready) return `Woonregie draait al op ${addressOf(settings)}\n${other}`;
      const command = WHO_HAS_PORT[process.platform]?.(port);
      const who = command ? `\nWelk programma dat is, ziet u met: ${command}` : "";
      return `Poort ${port} is bezet door een ander programma.${who}\n${other}`;
    }
    case "poort-niet-toegestaan":
      return `Poort ${port} mag u op deze computer niet gebruiken. Kies een poort vanaf 1024.`;
    case "adres-onbekend":
      return `«${host}» is geen adres van deze computer. Kies voor WOONREGIE_HOST localhost, 0.0.0.0 of een eigen adres.`;
  }
}

/** Where people find it. */
export function addressOf({ host, port }: Pick<Settings, "host" | "port">): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
