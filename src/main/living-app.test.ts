import { describe, expect, it } from "vitest";
import type { Handler } from "#api/server.ts";
import { createLivingApp } from "./living-app.ts";

const ask = async (app: Handler) => (await app(new Request("http://localhost/"))).text();

function living() {
  let stand = "1";
  let built = 0;
  const errors: unknown[] = [];
  let fail: Error | undefined;
  let answer: () => Promise<string> = async () => stand;
  const make = () =>
    createLivingApp({
      readStand: () => answer(),
      build: async () => {
        if (fail) throw fail;
        built += 1;
        const text = `gemaakt bij ${stand}`;
        return () => new Response(text);
      },
      onError: (error) => errors.push(error),
    });
  return {
    make,
    app: async () => (await make()).handler,
    move: (next: string) => {
      stand = next;
    },
    answerWith: (next: () => Promise<string>) => {
      answer = next;
    },
    failWith: (error: Error | undefined) => {
      fail = error;
    },
    built: () => built,
    errors,
  };
}

describe("an app that lives with the database", () => {
  it("is made once, however often it is asked", async () => {
    const world = living();
    const app = await world.app();
    expect([await ask(app), await ask(app)]).toEqual(["gemaakt bij 1", "gemaakt bij 1"]);
    expect(world.built()).toBe(1);
  });

  it("shows a change at the next request, and makes it once for all who ask at the same moment", async () => {
    const world = living();
    const app = await world.app();
    world.move("2");
    expect(await Promise.all([ask(app), ask(app), ask(app)])).toEqual(
      Array(3).fill("gemaakt bij 2"),
    );
    expect(world.built()).toBe(2);
  });

  it("goes on with what it had while the database is silent or gone", async () => {
    const world = living();
    const app = await world.app();
    world.answerWith(() => new Promise(() => {}));
    expect(await ask(app)).toBe("gemaakt bij 1");
    world.answerWith(() => Promise.reject(new Error("weg")));
    expect(await ask(app)).toBe("gemaakt bij 1");
  });

  it("tells what cannot be made, keeps what it had, and tries again at the next request", async () => {
    const world = living();
    const { handler, upToDate } = await world.make();
    world.move("2");
    world.failWith(new Error("kapot"));
    expect(await ask(handler)).toBe("gemaakt bij 1");
    expect(world.errors).toHaveLength(1);
    expect(upToDate()).toBe(false);
    world.failWith(undefined);
    expect(await ask(handler)).toBe("gemaakt bij 2");
    expect(upToDate()).toBe(true);
  });
});
