import { afterEach, describe, expect, it, vi } from "vitest";
import { createKern } from "./kern-wasm.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the kernel that a machine gets", () => {
  it("is that of WebAssembly, here", () => {
    expect(createKern(64).soort).toBe("wasm");
  });

  it("is the other where there is no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(createKern(64).soort).toBe("js");
  });

  it("is the other where WebAssembly has no vectors", () => {
    vi.stubGlobal("WebAssembly", { validate: () => false });
    expect(createKern(64).soort).toBe("js");
  });

  it("is the other where a page forbids it", () => {
    const forbidden = () => {
      throw new Error("unsafe-eval");
    };
    const Memory = function memory() {
      return { buffer: new ArrayBuffer(64) };
    };
    vi.stubGlobal("WebAssembly", { Memory, validate: () => true, Module: forbidden });
    expect(createKern(64).soort).toBe("js");
  });
});
