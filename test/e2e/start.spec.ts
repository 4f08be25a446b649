import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { makeEmptyVarFolder, type ServingProcess, startServing } from "./serving.ts";

const varFolder = makeEmptyVarFolder();
let first: ServingProcess;

async function health(address: string): Promise<unknown> {
  return JSON.parse(await (await fetch(`${address}/gezondheid`)).text());
}

describe("npm start", () => {
  it("tells what it does, serves, and says where", async () => {
    first = startServing({ varFolder });
    const address = await first.address();
    expect(first.said()).toMatch(/Database aanmaken[\s\S]*Database bijwerken/);
    expect(first.said()).toMatch(/inlezen: 0 van \d+\n.*inlezen: (\d+) van \1\n/);
    expect(await health(address)).toMatchObject({ naam: "woonregie", status: "gezond" });
    expect((await fetch(address)).status).toBe(200);
  });

  it("refuses a second one on the same folder, and names who holds it", async () => {
    const second = startServing({ varFolder });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("is in gebruik door woonregie start");
    expect(second.said()).toContain(`proces ${first.process.pid}`);
    expect(second.said()).toContain("WOONREGIE_VAR");
  });

  it("says so where Woonregie itself already has the port", async () => {
    const address = await first.address();
    const port = Number(new URL(address).port);
    const other = startServing({ varFolder: makeEmptyVarFolder(), port });
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain(`Woonregie draait al op http://localhost:${port}`);
    expect(other.said()).toContain("--poort");
  });

  it("says so where another program has the port, and how to find out which", async () => {
    const taken = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const other = startServing({ varFolder: makeEmptyVarFolder(), port });
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain(`Poort ${port} is bezet door een ander programma.`);
    expect(other.said()).toContain(`--poort ${port + 1}`);
    taken.close();
  });

  it("starts again on its folder after kill -9, with nothing to read in", async () => {
    first.process.kill("SIGKILL");
    await first.ended;
    const again = startServing({ varFolder });
    expect(await health(await again.address())).toMatchObject({ status: "gezond" });
    expect(again.said()).toContain("Database openen");
    expect(again.said()).not.toContain("inlezen");

    again.process.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    expect(again.said()).toContain("Woonregie stopt.");
  });

  it("says what is wrong where the database is not there", async () => {
    const env = { DATABASE_URL: "postgres://gebruiker:geheim@127.0.0.1:9/woonregie" };
    const lost = startServing({ varFolder: makeEmptyVarFolder(), env });
    expect(await lost.ended).toBe(1);
    expect(lost.said()).toContain("De database woonregie op 127.0.0.1:9 gaat niet open.");
    expect(lost.said()).toContain("Kijk of die database draait en of DATABASE_URL klopt.");
    expect(lost.said()).not.toContain("geheim");
  });

  it("does not guess at a port", async () => {
    const odd = startServing({ varFolder: makeEmptyVarFolder(), port: 99_999 });
    expect(await odd.ended).toBe(1);
    expect(odd.said()).toContain("«99999» is geen poort.");
  });
});
