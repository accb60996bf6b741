#!/usr/bin/env node
/**
 * `npm run rotate-personal-data [-- --new-key]`: seals all personal data under PERSONAL_DATA_KEY and indexes it under BLIND_INDEX_KEY.
 * Killed in the middle, it is run again. `--new-key` first makes a new key for the demonstration's own data and keeps the old one as former.
 */
import { openDatabase } from "./lib/database.mjs"
import { requireNode } from "./lib/install.mjs"
import { at } from "./lib/paths.mjs"
import { requireFreePort } from "./lib/ports.mjs"
import { bin, run } from "./lib/run.mjs"
import { Fault, say, sayFault } from "./lib/say.mjs"
import { prepareData, readSecrets, readSettings, renewPersonalDataKey } from "./lib/settings.mjs"

try {
  requireNode()
  prepareData()
  const settings = readSettings()
  // The packaged database has one user at a time; another database may go on serving a backend that knows both keys.
  if (!settings.databaseUrl) await requireFreePort(settings.backendPort, "BACKEND_PORT")
  if (process.argv.includes("--new-key")) {
    if (process.env.PERSONAL_DATA_KEY) throw new Fault("密钥由环境变量给出：请在那里设置新的 PERSONAL_DATA_KEY，并把旧的放入 FORMER_PERSONAL_DATA_KEYS")
    renewPersonalDataKey()
  }
  await rotate(settings)
} catch (error) {
  sayFault(error)
  process.exitCode = 1
}

async function rotate(settings) {
  const database = await openDatabase(settings.databaseUrl)
  try {
    const env = { ...readSecrets(), DATABASE_URL: database.url, TZ: "Asia/Shanghai", LOG_LEVEL: "error" }
    const onLine = (line) => { if (line.startsWith("·")) say(line.slice(2)) }
    await run([...bin("@medusajs", "cli", "cli.js"), "exec", "./src/scripts/rotate-personal-data.ts"], { log: "rotate", cwd: at("backend"), env, onLine })
  } finally {
    await database.stop()
  }
}
