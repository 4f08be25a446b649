import { describe, expect, it } from "vitest";
import { duringVerzoek, readVerzoek } from "#api/bedrijf/verzoek.ts";
import { createLogboek, type Logvorm } from "./logboek.ts";

function written(vorm: Logvorm) {
  const out: string[] = [];
  const err: string[] = [];
  const to = (lines: string[]) => ({
    write: (text: string | Uint8Array) => {
      lines.push(String(text));
      return true;
    },
  });
  const now = () => new Date("2026-11-30T12:00:00Z");
  const logboek = createLogboek({ vorm, stdout: to(out), stderr: to(err), now });
  return { logboek, out, err };
}

const FORGED = 'onschuldig\n{"level":"info","message":"vervalst"}\r\n\u001b[2Jweg\u2028nog een';

describe("a log for programs", () => {
  it("has a moment, a level and the names of the request", () => {
    const { logboek, out } = written("json");
    const verzoek = readVerzoek(() => undefined);
    duringVerzoek(verzoek, () => logboek.verzoek({ route: "/regios/:naam", status: 200 }));
    logboek.meld("info", "Woonregie stopt.");
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        time: "2026-11-30T12:00:00.000Z",
        level: "info",
        message: "verzoek",
        request_id: verzoek.id,
        trace_id: verzoek.traceId,
        span_id: verzoek.spanId,
        route: "/regios/:naam",
        status: 200,
      },
      { time: "2026-11-30T12:00:00.000Z", level: "info", message: "Woonregie stopt." },
    ]);
  });

  it("stays one line per event, whatever is in it", () => {
    const { logboek, err } = written("json");
    logboek.fout(`Fout 1 ${FORGED}`, new Error(FORGED, { cause: new Error(FORGED) }));
    expect(err).toHaveLength(1);
    expect(err[0]?.match(/\n/g)).toEqual(["\n"]);
    expect(JSON.parse(err[0] ?? "")).toMatchObject({
      level: "fout",
      error: { type: "Error", message: FORGED, cause: { message: FORGED } },
    });
  });

  it("says where an error happened, and not what the database held", () => {
    const { logboek, err } = written("json");
    const refused = Object.assign(
      new Error('invalid input syntax for type integer: "jansen@voorbeeld.nl"'),
      {
        code: "22P02",
        detail: "Key (email)=(jansen@voorbeeld.nl) already exists.",
        where: "jansen",
      },
    );
    logboek.fout("Fout 2", refused);
    expect(err[0]).not.toContain("jansen");
    const { error } = JSON.parse(err[0] ?? "");
    expect(error).toMatchObject({
      code: "22P02",
      message: "invalid input syntax for type integer: «…»",
    });
    expect(error.stack[0]).toMatch(/^at .*logboek\.test\.ts:\d+:\d+/);
  });
});

describe("a log for people", () => {
  it("is silent about requests that went as they should", () => {
    const { logboek, out, err } = written("tekst");
    logboek.verzoek({ route: "/", status: 200 });
    expect([out, err]).toEqual([[], []]);
  });

  it("lets nothing that was sent begin a line, or steer the terminal", () => {
    const { logboek, err } = written("tekst");
    logboek.fout("Fout 3:", new Error(FORGED));
    const lines = (err[0] ?? "").trimEnd().split("\n");
    expect(lines[0]).toBe("Fout 3:");
    expect(lines.slice(1).every((line) => line.startsWith("    "))).toBe(true);
    for (const sign of ["\u001b", "\r", "\u2028"]) expect(err[0]).not.toContain(sign);
  });
});
