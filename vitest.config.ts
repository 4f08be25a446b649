import { defineConfig } from "vitest/config";

const guards = ["test/architecture.test.ts", "test/house.test.ts", "test/purity.test.ts"];
const integration = "src/**/*.integration.test.ts";

export default defineConfig({
  test: {
    maxWorkers: "100%",
    // A test that asserts nothing cannot fail, and would still count as proof of a function.
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: { name: "guards", include: guards, testTimeout: 90_000, hookTimeout: 90_000 },
      },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/*.test.ts"],
          exclude: [integration, ...guards],
          // Loading a module takes longer than most of these tests; they change none.
          isolate: false,
          // A busy machine is slower, and not wrong.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [integration],
          globalSetup: "test/postgres-setup.ts",
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/*.spec.ts"],
          globalSetup: ["test/e2e-setup.ts", "test/postgres-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
