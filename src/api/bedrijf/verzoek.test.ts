import { describe, expect, it } from "vitest";
import { currentVerzoek, duringVerzoek, readVerzoek, toTraceparent } from "./verzoek.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

const read = (headers: Readonly<Record<string, string>>) => readVerzoek((name) => headers[name]);

describe("a request", () => {
  it("keeps the name that it came with, and gets one where it has none", () => {
    expect(read({ "X-Request-Id": "proxy-7f.1_a" }).id).toBe("proxy-7f.1_a");
    expect(read({}).id).toMatch(/^[0-9a-f-]{36}$/);
    expect(read({}).id).not.toBe(read({}).id);
  });

  it.each([
    "",
    "a b",
    'x"y',
    "x\ny",
    "x\r\nSet-Cookie: a=b",
    "\u001b[31mrood",
    "a".repeat(129),
    "é",
  ])("does not take over what is not a name: %j", (id) => {
    expect(read({ "X-Request-Id": id }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("goes on with the trace of who asks, as a step of its own", () => {
    const verzoek = read({ traceparent: `00-${TRACE}-${SPAN}-01` });
    expect(verzoek).toMatchObject({ traceId: TRACE, ouder: SPAN, bewaard: true });
    expect(verzoek.spanId).not.toBe(SPAN);
    expect(toTraceparent(verzoek)).toBe(`00-${TRACE}-${verzoek.spanId}-01`);
  });

  it("understands a later version by the parts it knows", () => {
    expect(read({ traceparent: `cc-${TRACE}-${SPAN}-00-meer` })).toMatchObject({
      traceId: TRACE,
      bewaard: false,
    });
  });

  it.each([
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-meer`,
    `00-${"0".repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    "onzin",
  ])("begins a trace where it was given none that holds: %s", (traceparent) => {
    const verzoek = read({ traceparent });
    expect(verzoek.ouder).toBeUndefined();
    expect(verzoek.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(verzoek.traceId).not.toBe(TRACE);
  });

  it("is known to all that is done for it, and to nothing else", async () => {
    const verzoek = read({});
    const later = async () => {
      await Promise.resolve();
      return currentVerzoek();
    };
    expect(await duringVerzoek(verzoek, later)).toBe(verzoek);
    expect(currentVerzoek()).toBeUndefined();
  });
});
