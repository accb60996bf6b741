import path from "node:path"
import { defineConfig } from "vitest/config"

const root = path.resolve(import.meta.dirname, "..")

process.env.TS_NODE_PROJECT = path.join(root, "backend", "tsconfig.json")
process.env.TZ = "Asia/Shanghai"

const server = { deps: { external: [/node_modules/, /\.medusa\//] } }
/** Real Medusa on real Postgres: one file at a time, long hooks. */
const whole = {
  globals: true,
  pool: "forks" as const,
  execArgv: ["--require", "ts-node/register/transpile-only"],
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 240_000,
  setupFiles: ["tests/support/environment.ts"],
  server,
}

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: "rules", include: ["{plugins,backend,seed,storefront}/**/*.test.ts", "tests/*.test.ts"], exclude: ["**/node_modules/**", "**/.medusa/**", "**/dist/**"], testTimeout: 60_000 } },
      // Each file has a database and a port of its own: two at once use both cores.
      { root, test: { name: "api", include: ["tests/api/**/*.test.ts"], ...whole, fileParallelism: true, maxWorkers: 2 } },
      { root, test: { name: "faults", include: ["tests/faults/**/*.test.{ts,mts}"], ...whole } },
      { root, test: { name: "journeys", include: ["tests/journeys/**/*.test.ts"], ...whole } },
    ],
  },
})
