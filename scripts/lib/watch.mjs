import fs from "node:fs"
import { at } from "./paths.mjs"
import { say, sayFault } from "./say.mjs"

/** Rebuilds the plugins and restarts the backend when a plugin's source changes. */
export function watchPlugins({ stopping, build, restartBackend }) {
  let timer
  let running = Promise.resolve()
  const changed = (_event, file) => {
    if (!file || /(^|\/)(\.medusa|dist|node_modules)\/|__admin-extensions__/.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => { running = running.then(rebuild) }, 300)
  }
  const rebuild = async () => {
    try {
      await build()
      await restartBackend()
      say("  ✓ 插件已重新构建，后台已重启")
    } catch (error) {
      sayFault(error)
      process.exitCode = 0
    }
  }
  const watcher = fs.watch(at("plugins"), { recursive: true }, changed)
  stopping.addEventListener("abort", () => { clearTimeout(timer); watcher.close() })
}
