import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to PostgreSQL that can be cut, or fall silent, while a server uses it. */
export type VerbreekbareVerbinding = {
  /** The same database, by this way. */
  readonly url: string;
  /** Ends all connections, and refuses new ones. */
  readonly verbreek: () => Promise<void>;
  /** Takes connections, and lets nothing through: a machine that hangs. */
  readonly zwijg: () => void;
  /** As it was. */
  readonly herstel: () => Promise<void>;
  readonly sluit: () => Promise<void>;
};

export async function startVerbreekbareVerbinding(
  databaseUrl: string,
): Promise<VerbreekbareVerbinding> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  const take = (client: Socket) => {
    const server = connect(targetOf(databaseUrl));
    const pair = [client, server] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, pair.toReversed()]) {
      from?.on("error", () => {});
      from?.on("close", () => {
        to?.destroy();
        pairs.delete(pair);
      });
    }
    if (silent) return;
    client.pipe(server);
    server.pipe(client);
  };
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  let server = await open(take, 0);
  const { port } = server.address() as AddressInfo;
  const verbreek = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    url: throughPort(databaseUrl, port),
    verbreek,
    zwijg: () => {
      silent = true;
      for (const [client, target] of pairs) {
        client.unpipe(target);
        target.unpipe(client);
        client.pause();
        target.pause();
      }
    },
    herstel: async () => {
      silent = false;
      // What fell silent stays so: a network that comes back has forgotten its connections.
      if (!server.listening) server = await open(take, port);
    },
    sluit: verbreek,
  };
}

function open(take: (client: Socket) => void, port: number): Promise<Server> {
  const server = createServer(take);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function targetOf(databaseUrl: string): { path: string } | { host: string; port: number } {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get("host");
  const port = Number(url.port || 5432);
  if (folder?.startsWith("/")) return { path: `${folder}/.s.PGSQL.${port}` };
  return { host: folder ?? url.hostname, port };
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.searchParams.delete("host");
  url.hostname = "127.0.0.1";
  url.port = `${port}`;
  return url.href;
}
