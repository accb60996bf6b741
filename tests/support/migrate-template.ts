import { spawnSync } from "node:child_process"
import path from "node:path"
import "./environment"

/** Migrates the database that `DATABASE_URL` names with the settings of tests: the template of every database a run makes on its server. */
const medusa = path.join(path.dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")
const { status } = spawnSync(process.execPath, [medusa, "db:migrate", "--skip-scripts", "--execute-all-links", "--execute-all-search"], { cwd: path.resolve(__dirname, "../../backend"), stdio: "inherit" })
process.exitCode = status ?? 1
