import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A statement as it went to PostgreSQL, with its values as text. */
export type Opdracht = { readonly text: string; readonly values: readonly (string | null)[] };

/** A way to PostgreSQL that remembers what is asked. */
export type Opname = {
  readonly url: string;
  /** Forgets what was asked until now. */
  readonly begin: () => void;
  readonly opdrachten: () => readonly Opdracht[];
  readonly sluit: () => void;
};

/** Begins to listen between a program and a server that is reached through a unix socket. */
export async function startOpname(databaseUrl: string): Promise<Opname> {
  const asked: Opdracht[] = [];
  const sockets = new Set<Socket>();
  const folder = new URL(databaseUrl).searchParams.get("host") ?? "";
  const server = createServer((client) => {
    const target = connect(`${folder}/.s.PGSQL.5432`);
    const read = createReader((opdracht) => asked.push(opdracht));
    client.on("data", read);
    client.pipe(target).pipe(client);
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.searchParams.delete("host");
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    begin: () => asked.splice(0),
    opdrachten: () => [...asked],
    sluit: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Reads messages of the protocol: Query, Parse, and Bind with values in text. */
function createReader(tell: (opdracht: Opdracht) => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  let parsed = "";
  const take = (type: string, body: Buffer) => {
    if (type === "Q") tell({ text: body.toString("utf8", 0, body.length - 1), values: [] });
    if (type === "P") parsed = textsOf(body)[1] ?? "";
    if (type === "B") tell({ text: parsed, values: valuesOf(body) });
  };
  return (part) => {
    rest = Buffer.concat([rest, part]);
    // The first message has no type.
    const head = () => (started ? 1 : 0);
    while (rest.length >= head() + 4) {
      const length = rest.readInt32BE(head()) + head();
      if (rest.length < length) return;
      if (started) take(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, length));
      started = true;
      rest = rest.subarray(length);
    }
  };
}

function textsOf(body: Buffer): readonly string[] {
  return body.toString("utf8").split("\0");
}

function valuesOf(body: Buffer): readonly (string | null)[] {
  let at = body.indexOf(0) + 1;
  at = body.indexOf(0, at) + 1;
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString("utf8", at - length, at);
  });
}
