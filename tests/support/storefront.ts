import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createServer } from "node:net"
import path from "node:path"

const DIRECTORY = path.resolve(__dirname, "../../storefront")
const NEXT = path.resolve(__dirname, "../../node_modules/next/dist/bin/next")
const PATIENCE_MS = 60_000

export interface Storefront {
  url: string
  stop(): Promise<void>
}

/** Starts the built storefront on a free port, before a backend that is already running. */
export async function startStorefront(backendUrl: string, publishableKey: string): Promise<Storefront> {
  if (!existsSync(path.join(DIRECTORY, ".next", "BUILD_ID"))) throw new Error("The storefront is not built: run npm run build first")
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [NEXT, "start", "-p", String(port)], {
    cwd: DIRECTORY,
    env: { ...process.env, NODE_ENV: "production", BACKEND_URL: backendUrl, PUBLISHABLE_KEY: publishableKey, STOREFRONT_URL: url, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said: string[] = []
  child.stdout.on("data", (text) => said.push(String(text)))
  child.stderr.on("data", (text) => {
    said.push(String(text))
    process.stderr.write(text)
  })
  await untilAnswers(url, child, said)
  return { url, stop: () => stop(child) }
}

async function untilAnswers(url: string, child: ChildProcess, said: string[]): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/cart`).then(({ status }) => status, () => 0)
    if (answer === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await stop(child)
  throw new Error(`The storefront did not start:\n${said.join("")}`)
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once("exit", () => resolve())
    child.kill("SIGTERM")
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))))
    })
  })
}
