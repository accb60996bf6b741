import os from "node:os"
import { measureExport } from "./measure-export"
import { openServer } from "./server"

async function main(): Promise<void> {
  const server = await openServer()
  try {
    process.stdout.write(`${JSON.stringify({ ...(await measureExport(server)), machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), node: process.version } })}\n`)
  } finally {
    await server.stop()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
