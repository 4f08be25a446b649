import { createHmac, randomBytes } from "node:crypto";

const BEGIN = "whsec_";

type Zending = { readonly id: string; readonly op: Date; readonly tekst: string };

/** A secret that nobody else knows: to be shown once to who sets up the receiver. */
export function makeGeheim(): string {
  return BEGIN + randomBytes(32).toString("base64");
}

/** The headers by which a receiver knows that a message is ours and whole (Standard Webhooks). */
export function signKoppen({ id, op, tekst }: Zending, geheim: string): Record<string, string> {
  const seconds = Math.floor(op.getTime() / 1000);
  const key = Buffer.from(geheim.slice(BEGIN.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${tekst}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": `${seconds}`,
    "webhook-signature": `v1,${signature}`,
  };
}
