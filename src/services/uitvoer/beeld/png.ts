import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { lazy } from "#sources/lazy.ts";

/** Twice as many dots as the picture has: sharp on paper and on a beamer. */
const ZOOM = 2;

/** The picture as a PNG, in the font that comes along; the same picture gives the same bytes. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const fontBuffers = await start();
  const resvg = new Resvg(svg, {
    font: { fontBuffers: [...fontBuffers], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
    fitTo: { mode: "zoom", value: ZOOM },
  });
  try {
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    resvg.free();
  }
}

const FAMILY = "Source Sans 3";

/** The drawing program may be started only once. */
const start = lazy(async () => {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve("@expo-google-fonts/source-sans-3/package.json"));
  const program = require.resolve("@resvg/resvg-wasm/index_bg.wasm");
  const [wasm, ...buffers] = await Promise.all([
    readFile(program),
    readFile(join(fonts, "400Regular/SourceSans3_400Regular.ttf")),
    readFile(join(fonts, "600SemiBold/SourceSans3_600SemiBold.ttf")),
  ]);
  await initWasm(wasm);
  return buffers.map((buffer) => new Uint8Array(buffer));
});
