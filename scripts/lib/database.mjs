import fs from "node:fs"
import path from "node:path"
import crypto from "node:crypto"
import { createRequire } from "node:module"
import { at, inData } from "./paths.mjs"
import { startPostgres } from "./postgres.mjs"
import { Fault } from "./say.mjs"

/** The database of this start: the one `DATABASE_URL` names, else the packaged one in the data folder. */
export async function openDatabase(databaseUrl) {
  if (databaseUrl) {
    await connect(databaseUrl, (client) => client.query("select 1"))
    return { url: databaseUrl, stop: async () => {} }
  }
  const server = await startPostgres({ directory: inData("postgres") })
  await connect(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'fupin'")
    if (rowCount === 0) await client.query("create database fupin")
  })
  return { url: server.url("fupin"), stop: server.stop }
}

/** Runs `work` on one connection; a database that does not answer is one clear line without its password. */
export async function connect(url, work) {
  const { Client } = createRequire(at("package.json"))("pg")
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 8_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Fault(`连接不上数据库 ${withoutPassword(url)}（${error.code ?? error.message}）：请检查 DATABASE_URL 与数据库是否在运行`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withoutPassword(url) {
  return url.replace(/\/\/([^:@/]*):[^@]*@/, "//$1:***@")
}

/** Changes when any migration or link could have: then, and only then, migrations run again. */
export function migrationsFingerprint() {
  const hash = crypto.createHash("sha256").update(fs.readFileSync(at("package-lock.json")))
  const globs = ["modules", "links", "migration-scripts"]
  for (const plugin of fs.readdirSync(at("plugins")).sort()) {
    for (const folder of globs) addFolder(hash, at("plugins", plugin, "src", folder))
  }
  return hash.digest("hex")
}

function addFolder(hash, folder) {
  if (!fs.existsSync(folder)) return
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((found) => found.isFile()).sort((a, b) => (path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1))) {
    const file = path.join(entry.parentPath, entry.name)
    hash.update(path.relative(at(), file)).update(fs.readFileSync(file))
  }
}
