import { execFileSync, fork } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { Client } from "pg"
import type { OpenStore } from "../../seed/importers/store"

export interface Backend {
  url: string
  store: OpenStore
  variants: string[]
  stop: () => Promise<void>
}

type Ready = Pick<Backend, "store" | "variants"> & { port: number }

export const root = path.resolve(__dirname, "../..")
const key = (character: string) => character.repeat(64)
/** The heap limit with which `npm start` runs the backend. */
const { node_options: NODE_OPTIONS } = JSON.parse(fs.readFileSync(path.join(root, "backend/package.json"), "utf8")).config

export function environment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env, NODE_ENV: "production", NODE_OPTIONS, TZ: "Asia/Shanghai", LOG_LEVEL: "error", DATABASE_URL: databaseUrl, MEDUSA_DISABLE_TELEMETRY: "1", DEMO_PAYMENT: "off",
    JWT_SECRET: key("j"), COOKIE_SECRET: key("c"), PERSONAL_DATA_KEY: key("a"), BLIND_INDEX_KEY: key("b"), LEDGER_SIGNING_KEY: key("d"), TS_NODE_PROJECT: path.join(root, "backend/tsconfig.json"),
  }
}

/** Creates a database of its own, migrates it and starts a backend on it by `script`, which may say more than its port; leaves nothing behind when that fails. */
export async function startBackend<More extends object = object>(urlOf: (database: string) => string, kind: "plugins" | "plain", script = "serve.ts"): Promise<Backend & More> {
  const { url, drop } = await createDatabase(urlOf, `bench_${kind}_${process.pid}`)
  try {
    const directory = path.join(root, kind === "plugins" ? "backend" : "backend/bench")
    const env = environment(url)
    migrate(directory, env)
    const { ready, end } = await launch<More>(directory, kind, env, script)
    return { ...ready, url: `http://localhost:${ready.port}`, stop: async () => { await end(); await drop() } }
  } catch (error) {
    await drop()
    throw error
  }
}

export function migrate(directory: string, env: NodeJS.ProcessEnv): void {
  execFileSync(process.execPath, [path.join(root, "node_modules/@medusajs/cli/cli.js"), "db:migrate"], { cwd: directory, env, stdio: ["ignore", "ignore", "inherit"] })
}

export async function createDatabase(urlOf: (database: string) => string, name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = new Client({ connectionString: urlOf("postgres") })
  await admin.connect()
  await admin.query(`create database ${name}`)
  return { url: urlOf(name), drop: async () => { await admin.query(`drop database ${name} with (force)`); await admin.end() } }
}

async function launch<More extends object>(directory: string, kind: string, env: NodeJS.ProcessEnv, script: string): Promise<{ ready: Ready & More; end: () => Promise<void> }> {
  const child = fork(path.join(__dirname, script), [directory, kind], { cwd: directory, env, execArgv: ["--require", "ts-node/register/transpile-only"], stdio: ["ignore", "ignore", "inherit", "ipc"] })
  const gone = new Promise<void>((resolve) => { child.once("exit", () => resolve()) })
  const ready = await Promise.race([new Promise<Ready & More>((resolve) => { child.once("message", (said) => resolve(said as Ready & More)) }), gone])
  if (!ready) throw new Error(`the ${kind} backend did not start`)
  return { ready, end: async () => { child.kill("SIGKILL"); await gone } }
}
