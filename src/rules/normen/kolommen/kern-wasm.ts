import type { Kern, Kernmaker } from "./kern.ts";
import { KERN_BYTES } from "./kern-bytes.ts";
import { createJsKern } from "./kern-js.ts";

// Of all that lies outside the language, only this, and only here (docs/adr/0013): a module that
// imports nothing but memory has no clock, no chance and no place to ask.
declare const WebAssembly:
  | {
      readonly validate: (bytes: Uint8Array) => boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
      readonly Instance: new (
        module: object,
        imports: { readonly env: { readonly memory: object } },
      ) => { readonly exports: unknown };
    }
  | undefined;

const PAGE = 65_536;

/** The fastest kernel that this machine has: with vectors where it knows them, else without. */
export const createKern: Kernmaker = (bytes) => createWasmKern(bytes) ?? createJsKern(bytes);

/** The kernel in WebAssembly; undefined where this machine has none with vectors, or forbids it. */
export function createWasmKern(bytes: number): Kern | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  const code = bytesOf(KERN_BYTES);
  if (!WebAssembly.validate(code)) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
  const { buffer } = memory;
  try {
    const module = new WebAssembly.Module(code);
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    const { kruis, drempel, en, oordeel } = exports as Omit<Kern, "soort" | "buffer">;
    return { soort: "wasm", buffer, kruis, drempel, en, oordeel };
  } catch {
    // A page may forbid what is no script of its own; the other kernel does the same.
    return undefined;
  }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
