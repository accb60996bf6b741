import { type ChildProcess, fork, spawn } from "node:child_process"
import path from "node:path"
import { Client } from "pg"
import type { OpenStore } from "../../seed/importers/store"
import type { Query } from "../support/killed-run"
import { DUE } from "../support/many-occurrences"
import { createDatabase, environment, migrate, root } from "./backend"

export interface Ran {
  seconds: number
  placed: number
  before_mb: number
  peak_mb: number
}

const directory = path.join(root, "backend")

/** A database on which so many standing orders are due on one day, and the processes that work on it. */
export class StandingShop {
  private constructor(private readonly env: NodeJS.ProcessEnv, private readonly client: Client, private readonly drop: () => Promise<void>) {}

  static async open(urlOf: (database: string) => string, many: number, name: string): Promise<StandingShop> {
    const { url, drop } = await createDatabase(urlOf, `bench_standing_${name}_${process.pid}`)
    const env = environment(url)
    const client = new Client({ connectionString: url })
    try {
      migrate(directory, env)
      await ended(fork(path.join(__dirname, "standing-serve.ts"), [directory, String(many)], options(env)))
      await client.connect()
      return new StandingShop(env, client, drop)
    } catch (error) {
      await drop()
      throw error
    }
  }

  readonly query: Query = async (text) => (await this.client.query(text)).rows

  /** A process that only places what is due, to be killed. */
  startRun(): ChildProcess {
    return spawn(process.execPath, [path.join(root, "node_modules/@medusajs/cli/cli.js"), "exec", path.join(root, "tests/faults/support/run-standing.ts"), DUE], { cwd: directory, env: this.env, stdio: "ignore" })
  }

  async serve(): Promise<Served> {
    const child = fork(path.join(__dirname, "standing-serve.ts"), [directory], options(this.env))
    const { port, store } = await told<{ port: number; store: OpenStore }>(child)
    const variants = (await this.query<{ id: string }>("select id from product_variant order by id")).map(({ id }) => id)
    return { url: `http://localhost:${port}`, store, variants, ask: (order) => { child.send(order); return told(child) }, stop: () => { child.kill("SIGKILL"); return ended(child) } }
  }

  async close(): Promise<void> {
    await this.client.end()
    await this.drop()
  }
}

export interface Served {
  url: string
  store: OpenStore
  variants: string[]
  ask: <Answer>(order: "run" | "verify") => Promise<Answer>
  stop: () => Promise<void>
}

const options = (env: NodeJS.ProcessEnv) => ({ cwd: directory, env, execArgv: ["--require", "ts-node/register/transpile-only"], stdio: ["ignore", "ignore", "inherit", "ipc"] as ["ignore", "ignore", "inherit", "ipc"] })

function told<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once("message", (said) => resolve(said as Answer))
    child.once("exit", (code) => reject(new Error(`the backend ended with ${code}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once("exit", (code, signal) => (code === 0 || signal === "SIGKILL" ? resolve() : reject(new Error(`the backend ended with ${code}`))))
  })
}
