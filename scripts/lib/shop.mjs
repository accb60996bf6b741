import fs from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { migrationsFingerprint, openDatabase } from "./database.mjs"
import { installPackages, requireNode } from "./install.mjs"
import { at, inData } from "./paths.mjs"
import { requireFreePort } from "./ports.mjs"
import { bin, run, startChild, tail } from "./run.mjs"
import { Fault, say, step } from "./say.mjs"
import { openState, prepareData, readSecrets, readSettings } from "./settings.mjs"
import { watchPlugins } from "./watch.mjs"

const TURBO = bin("turbo", "bin", "turbo")
const MEDUSA = bin("@medusajs", "cli", "cli.js")
const NEXT = bin("next", "dist", "bin", "next")

/**
 * Brings the whole shop up and keeps it up until `stopping` or until a part of it ends.
 * @param {{ watch: boolean, stopping: AbortSignal }} options
 */
export async function startShop({ watch, stopping }) {
  requireNode()
  const settings = readSettings()
  say(`\n消费帮扶馆 · ${watch ? "开发" : "启动"}\n`)
  prepareData()
  await requireFreePort(settings.backendPort, "BACKEND_PORT")
  await requireFreePort(settings.storefrontPort, "STOREFRONT_PORT")
  await installPackages()
  const parts = []
  try {
    const database = await step("启动数据库", () => openDatabase(settings.databaseUrl))
    parts.push(database)
    stopping.throwIfAborted()
    await step("构建（只构建有改动的部分）", (note) => build(watch, note, stopping))
    const environment = shopEnvironment(settings, database.url)
    await migrateAndSeed(environment, settings, stopping)
    parts.push(await step("启动后台", () => startBackend(environment, settings, watch, stopping)))
    parts.push(await step("启动前台", () => startStorefront(environment, settings, watch, stopping)))
    if (watch) watchPlugins({ stopping, build: () => buildPlugins(), restartBackend: () => parts[1].restart() })
    announce(settings)
    const ended = await Promise.race([...parts.slice(1).map((part) => part.ended), new Promise((resolve) => stopping.addEventListener("abort", () => resolve(null)))])
    if (ended) throw new Fault(`${ended.name}意外停止，日志 ${ended.logFile}：\n${tail(ended.logFile)}`)
  } finally {
    for (const part of parts.reverse()) await part.stop()
  }
}

async function build(watch, note, signal) {
  const filters = watch ? ["--filter=./plugins/*"] : []
  await run([...TURBO, "run", "build", ...filters], { log: "build", onLine: note, signal })
}

async function buildPlugins() {
  await run([...TURBO, "run", "build", "--filter=./plugins/*"], { log: "build" })
}

function shopEnvironment(settings, databaseUrl) {
  return {
    ...readSecrets(), DATABASE_URL: databaseUrl, TZ: "Asia/Shanghai", DEMO_PAYMENT: process.env.DEMO_PAYMENT ?? "on", DEMO_FILE: inData("accounts.json"),
    // Before the backend stands the storefront, on this machine; whoever puts a proxy before that says so.
    TRUSTED_PROXIES: process.env.TRUSTED_PROXIES ?? "1",
    BACKEND_PORT: String(settings.backendPort), BACKEND_URL: settings.backendUrl, STOREFRONT_URL: settings.storefrontUrl,
  }
}

async function migrateAndSeed(env, settings, signal) {
  const state = openState()
  const where = settings.databaseUrl ?? "embedded"
  const migrated = `${migrationsFingerprint()}`
  if (!state.is(`migrated ${where}`, migrated)) {
    await step("更新数据库结构", () => run([...MEDUSA, "db:migrate"], { log: "migrate", cwd: at("backend"), env, signal }))
    state.set(`migrated ${where}`, migrated)
  }
  if (!state.is(`seeded ${where}`, true) || !fs.existsSync(inData("accounts.json"))) {
    await step("录入演示数据", (note) => run([...MEDUSA, "exec", "../seed/run.ts"], { log: "seed", cwd: at("backend"), env, onLine: note, signal }))
    state.set(`seeded ${where}`, true)
  }
  writeDemo(settings)
}

/** For people and scripts that want to try the shop. */
function writeDemo(settings) {
  const accounts = JSON.parse(fs.readFileSync(inData("accounts.json"), "utf8"))
  const demo = { backend_url: settings.backendUrl, storefront_url: settings.storefrontUrl, ...accounts }
  fs.writeFileSync(inData("demo.json"), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
}

async function startBackend(env, settings, watch, stopping) {
  const cwd = watch ? at("backend") : at("backend", ".medusa", "server")
  if (!watch) serveFilesFrom(at("backend", "static"))
  const mode = watch ? { NODE_ENV: "development" } : { NODE_ENV: "production", NODE_OPTIONS: process.env.NODE_OPTIONS ?? heapOptions() }
  const start = () => startChild([...MEDUSA, watch ? "develop" : "start", "--port", String(settings.backendPort)], { log: "backend", cwd, env: { ...env, ...mode, PORT: String(settings.backendPort) } })
  return keep("后台", start, `http://localhost:${settings.backendPort}/health`, stopping)
}

/** V8 lets garbage pile up by the heap it may have, which it takes from the machine: a stated limit keeps the backend's memory near what it uses. */
function heapOptions() {
  return JSON.parse(fs.readFileSync(at("backend", "package.json"), "utf8")).config.node_options
}

/** Core serves and writes files in `static` of where it runs, which every build empties: they live beside it. */
function serveFilesFrom(folder) {
  fs.mkdirSync(folder, { recursive: true })
  const link = at("backend", ".medusa", "server", "static")
  if (!fs.lstatSync(link, { throwIfNoEntry: false })) fs.symlinkSync(folder, link)
}

async function startStorefront(env, settings, watch, stopping) {
  const { publishable_key } = JSON.parse(fs.readFileSync(inData("demo.json"), "utf8"))
  const variables = { BACKEND_URL: settings.backendUrl, STOREFRONT_URL: settings.storefrontUrl, PUBLISHABLE_KEY: publishable_key, TZ: env.TZ, NODE_ENV: watch ? "development" : "production" }
  const start = () => startChild([...NEXT, watch ? "dev" : "start", "--port", String(settings.storefrontPort)], { log: "storefront", cwd: at("storefront"), env: variables })
  return keep("前台", start, `http://localhost:${settings.storefrontPort}/robots.txt`, stopping)
}

/** A part of the shop: waits until it answers, says when it ended by itself, stops and restarts on demand. */
async function keep(name, start, address, stopping) {
  let current = start()
  let restarting = false
  let tellEnded
  const ended = new Promise((resolve) => { tellEnded = resolve })
  const watchOver = (child) => child.exited.then(() => { if (!restarting) tellEnded({ name, logFile: child.logFile }) })
  watchOver(current)
  const stop = () => { restarting = true; return current.stop() }
  try {
    await answering(address, current, stopping)
  } catch (error) {
    await stop()
    throw error
  }
  const restart = async () => {
    await stop()
    current = start()
    restarting = false
    watchOver(current)
  }
  return { ended, stop, restart }
}

async function answering(address, part, stopping) {
  let gone = false
  part.exited.then(() => { gone = true })
  for (const until = Date.now() + 180_000; Date.now() < until; await wait(250)) {
    stopping.throwIfAborted()
    if (gone) throw new Fault(`没有启动成功，日志 ${part.logFile}：\n${tail(part.logFile)}`)
    const answer = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(5_000) }).catch((error) => error)
    if (answer.ok) return
  }
  throw new Fault(`三分钟内没有应答 ${address}，日志 ${part.logFile}`)
}

function announce(settings) {
  const { admin, accounts } = JSON.parse(fs.readFileSync(inData("demo.json"), "utf8"))
  say(`\n  前台  ${settings.storefrontUrl}\n  后台  ${settings.backendUrl}/app\n`)
  say("  演示账号")
  for (const { role, email, password } of [{ role: "后台管理员", ...admin }, ...accounts]) say(`    ${role}  ${email}  ${password}`)
  say("\n  按 Ctrl-C 停止。\n")
}
