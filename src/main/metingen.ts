import type { Gemeten, Metingen } from "#api/bedrijf/bewaking.ts";
import type { Handler } from "#api/server.ts";
import type { Bereik } from "#storage/bereik.ts";
import type { Databasewacht } from "./database-wacht.ts";

/** What the server measures of itself, in the form of OpenMetrics and Prometheus. */
export type Meters = {
  readonly metingen: Metingen;
  /** How long it took to make all pages anew after a figure or a document changed. */
  readonly opgebouwd: (seconden: number) => void;
  /** From now on tells of the database too. */
  readonly volg: (bereik: Bereik, wacht: Databasewacht) => void;
  /** Answers on `/metrics`, and nowhere else. */
  readonly handler: Handler;
};

// Of the semantic conventions of OpenTelemetry for http.server.request.duration.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Begins to measure. The package is loaded only here: a server that nobody measures does not wait
 * for it.
 *
 * Names and labels are those of the semantic conventions of OpenTelemetry, written as Prometheus
 * does. A label is never an address, a person or an organisation.
 */
export async function createMeters(versie: string): Promise<Meters> {
  const { default: prom } = await import("prom-client");
  const register = new prom.Registry();
  const registers = [register];
  prom.collectDefaultMetrics({ register });
  const duration = new prom.Histogram({
    name: "http_server_request_duration_seconds",
    help: "Time until the answer began.",
    labelNames: ["http_request_method", "http_route", "http_response_status_code"],
    buckets: SECONDS,
    registers,
  });
  const active = new prom.Gauge({
    name: "http_server_active_requests",
    help: "Requests that are being answered.",
    registers,
  });
  const built = new prom.Histogram({
    name: "woonregie_rebuild_duration_seconds",
    help: "Time to make all pages anew after a figure or a document changed.",
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const info = { name: "woonregie_info", help: "Which version this is.", labelNames: ["version"] };
  new prom.Gauge({ ...info, registers }).set({ version: versie }, 1);

  const klaar = ({ method, route, status, seconden }: Gemeten) => {
    active.dec();
    const labels = {
      http_request_method: method,
      http_route: route,
      http_response_status_code: status,
    };
    duration.observe(labels, seconden);
  };
  return {
    metingen: { begin: () => active.inc(), klaar },
    opgebouwd: (seconden) => built.observe(seconden),
    volg: (bereik, wacht) => followDatabase(prom, registers, bereik, wacht),
    handler: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname !== "/metrics") return new Response("Kijk op /metrics.\n", { status: 404 });
      const headers = { "Content-Type": register.contentType, "Cache-Control": "no-store" };
      return new Response(await register.metrics(), { headers });
    },
  };
}

type Prom = typeof import("prom-client");

function followDatabase(
  prom: Prom,
  registers: InstanceType<Prom["Registry"]>[],
  bereik: Bereik,
  wacht: Databasewacht,
): void {
  new prom.Gauge({
    name: "woonregie_database_available",
    help: "1 where the database answers and takes changes, 0 where it does not.",
    registers,
    collect() {
      this.set(wacht.toestand().soort === "open" ? 1 : 0);
    },
  });
  new prom.Gauge({
    name: "db_client_connection_count",
    help: "Connections to the database, by state.",
    labelNames: ["state"],
    registers,
    collect() {
      const { open, vrij } = bereik.verbindingen();
      this.set({ state: "idle" }, vrij);
      this.set({ state: "used" }, open - vrij);
    },
  });
  new prom.Gauge({
    name: "db_client_connection_pending_requests",
    help: "Work that waits for a connection to the database.",
    registers,
    collect() {
      this.set(bereik.verbindingen().wachtend);
    },
  });
}
