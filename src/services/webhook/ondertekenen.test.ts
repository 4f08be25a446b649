import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeGeheim, signKoppen } from "./ondertekenen.ts";

const OP = new Date("2026-03-01T12:00:00.900Z");

describe("the signature of a message to a webhook", () => {
  it("is over its id, its moment in seconds and its text, with the bytes of the secret", () => {
    const key = Buffer.alloc(32, 7);
    const geheim = `whsec_${key.toString("base64")}`;
    const koppen = signKoppen({ id: "een", op: OP, tekst: '{"a":1}' }, geheim);
    const hmac = createHmac("sha256", key).update('een.1772366400.{"a":1}').digest("base64");
    expect(koppen).toEqual({
      "webhook-id": "een",
      "webhook-timestamp": "1772366400",
      "webhook-signature": `v1,${hmac}`,
    });
  });

  it("is another where one sign of the text is another", () => {
    const geheim = makeGeheim();
    const sign = (tekst: string) => signKoppen({ id: "een", op: OP, tekst }, geheim);
    expect(sign("a")["webhook-signature"]).not.toBe(sign("b")["webhook-signature"]);
  });

  it("is made with 32 bytes that are never the same", () => {
    const [one, other] = [makeGeheim(), makeGeheim()];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^whsec_/);
    expect(Buffer.from(one.slice("whsec_".length), "base64")).toHaveLength(32);
  });
});
