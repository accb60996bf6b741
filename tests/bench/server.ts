import fs from "node:fs"
import path from "node:path"

export interface Server {
  urlOf: (database: string) => string
  stop: () => Promise<void>
}

/** The Postgres that the environment names, or one of its own that leaves nothing behind. */
export async function openServer(): Promise<Server> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  if (DB_HOST) return { urlOf: (name) => `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${name}`, stop: async () => undefined }
  const { startPostgres } = await import("../../scripts/lib/postgres.mjs")
  const directory = path.resolve(__dirname, `../../.data/bench-${process.pid}`)
  fs.mkdirSync(path.dirname(directory), { recursive: true })
  const server = await startPostgres({ directory })
  return { urlOf: server.url, stop: async () => { await server.stop(); fs.rmSync(directory, { recursive: true, force: true }) } }
}
