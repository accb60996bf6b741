import crypto from "node:crypto"
import fs from "node:fs"
import { at } from "./paths.mjs"
import { npm, run } from "./run.mjs"
import { Fault, step } from "./say.mjs"

/** Refuses a Node that Medusa does not run on. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits) throw new Fault(`需要 Node 20.19 以上（或 22.12 以上），当前是 ${process.versions.node}，请升级后重试`)
}

/** Installs what package-lock.json says, only when it changed since the last install. */
export async function installPackages() {
  const marker = at("node_modules", ".installed-lock")
  const lock = crypto.createHash("sha256").update(fs.readFileSync(at("package-lock.json"))).digest("hex")
  if (fs.existsSync(marker) && fs.readFileSync(marker, "utf8") === lock) return
  // Not `npm ci`: it refuses the lock where a registry lacks other platforms' optional packages. The lock binds `install` too.
  await step("安装依赖（首次约需几分钟）", () => run([npm, "install", "--no-save", "--no-audit", "--no-fund"], { log: "install" }))
  fs.writeFileSync(marker, lock)
}
