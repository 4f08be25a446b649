import { Agent, get } from "node:http";
import { describe, expect, it } from "vitest";
import { listen } from "./server.ts";

/** Asks over one connection that is kept, and tells whether it may be used again. */
function ask(port: number, agent: Agent): Promise<{ status: number; connection: string }> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (answer) => {
      answer.resume();
      const { statusCode: status = 0, headers } = answer;
      answer.on("end", () => resolve({ status, connection: headers.connection ?? "" }));
    }).on("error", reject);
  });
}

async function slowServer() {
  let release = () => {};
  let begun = () => {};
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = await listen({ host: "127.0.0.1", port: 0 }, async () => {
    begun();
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return new Response("klaar");
  });
  return { server, started, release: () => release() };
}

describe("a server that stops", () => {
  it("finishes what it is answering, over a connection that ends with it", async () => {
    const { server, started, release } = await slowServer();
    const agent = new Agent({ keepAlive: true });
    const answer = ask(server.port, agent);
    await started;
    const stopped = server.stop();
    release();
    expect(await answer).toEqual({ status: 200, connection: "close" });
    await stopped;
    await expect(ask(server.port, agent)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("answers on while it winds down, and sends whoever asks elsewhere for the next", async () => {
    const server = await listen({ host: "127.0.0.1", port: 0 }, () => new Response("hier"));
    const agent = new Agent({ keepAlive: true });
    expect((await ask(server.port, agent)).connection).not.toBe("close");
    server.windDown();
    expect(await ask(server.port, agent)).toEqual({ status: 200, connection: "close" });
    await server.stop();
  });
});
