import { bezorgRonde } from "#services/webhook/bezorgen.service.ts";
import type { Webhooknet } from "#services/webhook/webhooks.service.ts";
import { createZender } from "#sources/webhook/zender.ts";
import type { Connection } from "#storage/transaction.ts";

const ELKE_MS = 15_000;

type Bouw = {
  /** As the owner of the tables: messages are of all bodies. */
  readonly db: Connection;
  readonly net: Webhooknet;
  /** False: another server on this database sends. */
  readonly werkt: boolean;
  readonly onError: (error: unknown) => void;
  readonly elke?: number;
};

/**
 * Sends messages to webhooks as long as the server runs. A round that fails is told and tried again.
 *
 * @returns Ends it, after the messages that are under way.
 */
export function hostWebhooks({ db, net, werkt, onError, elke = ELKE_MS }: Bouw) {
  const off = net.hosts.size === 0 && net.proef === undefined;
  if (off || !werkt) return async () => {};
  const end = new AbortController();
  const zend = createZender(net);
  let current: Promise<void> | undefined;
  const round = () => {
    current ??= bezorgRonde({ db, zend, nu: () => new Date(), signal: end.signal })
      .catch(onError)
      .finally(() => {
        current = undefined;
      });
  };
  round();
  const timer = setInterval(round, elke);
  timer.unref();
  return async () => {
    clearInterval(timer);
    end.abort();
    await current;
  };
}
