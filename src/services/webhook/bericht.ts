import type { PROEFSOORT, Webhooksoort } from "#domain/webhook.ts";

type Bericht = {
  /** UUID of the message itself. */
  readonly id: string;
  readonly soort: Webhooksoort | typeof PROEFSOORT;
  /** ISO moment. */
  readonly op: string;
  /** A path on this server. */
  readonly adres: string;
};

/** What is sent: that something happened and where to look, never what stands there. */
export function maakTekst({ id, soort, op, adres }: Bericht): string {
  return JSON.stringify({ id, soort, op, adres });
}
