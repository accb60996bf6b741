import path from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const root = path.resolve(import.meta.dirname, "..")

process.env.TS_NODE_PROJECT = path.join(root, "backend", "tsconfig.json")
process.env.TZ = "Asia/Shanghai"

const server = { deps: { external: [/node_modules/, /\.medusa\//] } }
/** Files that take minutes begin first: begun last, they would leave the other core idle. */
const LONG = ["seed", "filing", "authorisation", "ledger-model", "ledger-worker"]
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.includes(path.basename(moduleId).split(".")[0]!)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** Real Medusa on real Postgres: each file has a database and a port of its own, so two at once use both cores. */
const whole = {
  globals: true,
  pool: "forks" as const,
  execArgv: ["--require", "ts-node/register/transpile-only"],
  maxWorkers: 2,
  testTimeout: 120_000,
  hookTimeout: 240_000,
  setupFiles: ["tests/support/environment.ts"],
  server,
}

/** On a machine full of browsers and servers a wait may run out: what fails is tried once more on a fresh database, and said with it. What kills processes gets no second chance. */
const again = { retry: 1 }

/** Rules are pure: their files share a process, which takes a third of the time. */
const pure = { isolate: false }

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      { root, test: { name: "rules", ...pure, include: ["{plugins,backend,seed,storefront}/**/*.test.ts", "tests/*.test.ts"], exclude: ["**/node_modules/**", "**/.medusa/**", "**/dist/**"], testTimeout: 60_000 } },
      { root, test: { name: "api", include: ["tests/api/**/*.test.ts"], ...whole, ...again } },
      { root, test: { name: "faults", include: ["tests/faults/**/*.test.{ts,mts}"], ...whole } },
      { root, test: { name: "journeys", include: ["tests/journeys/**/*.test.ts"], ...whole, ...again } },
    ],
  },
})
