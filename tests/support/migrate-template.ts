import { spawnSync } from "node:child_process"
import path from "node:path"
import "./environment"

/** Makes the database that `DATABASE_URL` names the template of every database a run makes on its server: migrated with the settings of tests, with the country's divisions. */
const medusa = path.join(path.dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")
const run = (...command: string[]) => spawnSync(process.execPath, [medusa, ...command], { cwd: path.resolve(__dirname, "../../backend"), stdio: "inherit" }).status ?? 1
process.exitCode = run("db:migrate", "--skip-scripts", "--execute-all-links", "--execute-all-search") || run("exec", path.join(__dirname, "import-divisions.ts"))
