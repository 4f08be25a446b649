import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The app in the browser: `dist/web/`, served under `/scherm/`, with a manifest that names its files. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/scherm/",
  publicDir: false,
  logLevel: "warn",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "dist/web",
    manifest: "manifest.json",
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: { input: ["src/web/main.tsx", "src/web/aanwezig.ts"] },
  },
});
