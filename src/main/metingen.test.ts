import { describe, expect, it } from "vitest";
import { createMeters } from "./metingen.ts";

const read = async (meters: Awaited<ReturnType<typeof createMeters>>, path = "/metrics") =>
  meters.handler(new Request(`http://localhost${path}`));

describe("what is measured", () => {
  it("is told in the form that is asked for, under the names of OpenTelemetry", async () => {
    const meters = await createMeters("proef");
    meters.metingen.begin();
    meters.metingen.begin();
    meters.metingen.klaar({ method: "GET", route: "/regios/:naam", status: 200, seconden: 0.02 });
    meters.opgebouwd(0.4);
    const answer = await read(meters);
    const text = await answer.text();
    expect(answer.headers.get("Content-Type")).toContain("text/plain; version=0.0.4");
    const labels =
      'http_request_method="GET",http_route="/regios/:naam",http_response_status_code="200"';
    expect(text).toContain(`http_server_request_duration_seconds_count{${labels}} 1`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{le="0.01",${labels}} 0`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{le="0.025",${labels}} 1`);
    expect(text).toContain("http_server_active_requests 1");
    expect(text).toContain("woonregie_rebuild_duration_seconds_count 1");
    expect(text).toContain('woonregie_info{version="proef"} 1');
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it("tells of the database as soon as there is one", async () => {
    const meters = await createMeters("proef");
    let soort: "open" | "weg" = "open";
    meters.volg(
      {
        vraagTeken: async () => ({ stand: "1", alleenLezen: false }),
        meldWeg: () => {},
        verbindingen: () => ({ open: 4, vrij: 3, wachtend: 2 }),
      },
      {
        vraagStand: async () => "1",
        toestand: () => ({ soort, sinds: new Date() }),
        stop: () => {},
      },
    );
    const text = await (await read(meters)).text();
    expect(text).toContain("woonregie_database_available 1");
    expect(text).toContain('db_client_connection_count{state="used"} 1');
    expect(text).toContain("db_client_connection_pending_requests 2");
    soort = "weg";
    expect(await (await read(meters)).text()).toContain("woonregie_database_available 0");
  });

  it("is nowhere else", async () => {
    expect((await read(await createMeters("proef"), "/")).status).toBe(404);
  });
});
