import { execFileSync } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"

/** CommonJS for Medusa, ES modules for the browser's bundlers, which take no CommonJS from a linked workspace. */
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc")
for (const project of ["tsconfig.json", "tsconfig.esm.json"]) execFileSync(process.execPath, [tsc, "-p", project], { stdio: "inherit" })
fs.writeFileSync("dist/esm/package.json", `${JSON.stringify({ type: "module", sideEffects: false })}\n`)
