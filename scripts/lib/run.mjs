import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { inData, ROOT } from "./paths.mjs"
import { Fault } from "./say.mjs"

/** No tool of ours reports home. */
export const QUIET = { MEDUSA_DISABLE_TELEMETRY: "1", NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", npm_config_update_notifier: "false" }

export const npm = process.platform === "win32" ? "npm.cmd" : "npm"

/** A program of a package, run by this very Node. */
export const bin = (...parts) => [process.execPath, path.join(ROOT, "node_modules", ...parts)]

/**
 * Runs a command to its end with its output in `.data/logs/<log>.log`; a failure shows the last lines.
 * @param {string[]} command
 * @param {{ log: string, cwd?: string, env?: Record<string, string>, onLine?: (line: string) => void, signal?: AbortSignal }} options
 */
export async function run(command, { log, cwd = ROOT, env = {}, onLine, signal }) {
  const file = openLog(log)
  const child = spawn(command[0], command.slice(1), { cwd, env: { ...process.env, ...QUIET, ...env }, stdio: ["ignore", "pipe", "pipe"], signal })
  const listen = (chunk) => {
    file.write(chunk)
    if (onLine) String(chunk).split("\n").map((line) => line.trim()).filter(Boolean).forEach(onLine)
  }
  child.stdout.on("data", listen)
  child.stderr.on("data", listen)
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve))
  await new Promise((resolve) => file.end(resolve))
  if (code !== 0) throw new Fault(`${path.basename(command[1] ?? command[0])} ${command.slice(2).join(" ")} 失败（退出码 ${code}），日志 ${file.path}：\n${tail(file.path)}`)
}

/** Starts a long-lived child with its output in a log; it is its own process group, so that only we stop it. */
export function startChild(command, { log, cwd = ROOT, env = {} }) {
  const file = openLog(log)
  const child = spawn(command[0], command.slice(1), { cwd, env: { ...process.env, ...QUIET, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true })
  child.stdout.pipe(file)
  child.stderr.pipe(file)
  const exited = new Promise((resolve) => child.on("error", resolve).on("exit", resolve))
  return { child, exited, logFile: file.path, stop: () => stopGroup(child, exited) }
}

async function stopGroup(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  signalGroup(child.pid, "SIGTERM")
  const late = setTimeout(() => signalGroup(child.pid, "SIGKILL"), 8_000)
  await exited
  clearTimeout(late)
  signalGroup(child.pid, "SIGKILL")
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}

export function tail(file, lines = 25) {
  return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
}

function openLog(name) {
  fs.mkdirSync(inData("logs"), { recursive: true })
  return fs.createWriteStream(inData("logs", `${name}.log`))
}
