#!/usr/bin/env node
/** `npm test`: everything, on a bare machine. `npm run verify` (--quick): types, lint and rules alone. */
import fs from "node:fs"
import path from "node:path"
import { installPackages, requireNode } from "./lib/install.mjs"
import { at, inData } from "./lib/paths.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { bin, QUIET, run } from "./lib/run.mjs"
import { sayFault, say, step } from "./lib/say.mjs"
import { prepareData } from "./lib/settings.mjs"
import { spawn } from "node:child_process"

const quick = process.argv.includes("--quick")
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"))
const totals = { passed: 0, failed: 0 }
/** Said once more at the end, where the eye falls. */
const failures = []
/** What passed only when tried once more: green, and still to be looked into. */
const shaky = []
/** Two runs side by side each have their own database server, browser profiles and result files. */
const place = inData("tests", String(process.pid))

try {
  requireNode()
  prepareData()
  await installPackages()
  fs.mkdirSync(place, { recursive: true })
  if (only.length === 0) {
    await check("构建", [...bin("turbo", "bin", "turbo"), "run", "build", ...(quick ? ["--filter=./plugins/*"] : [])])
    await check("类型", [...bin("turbo", "bin", "turbo"), "run", "types"])
    await check("规范与依赖方向", [...bin("eslint", "bin", "eslint.js"), ".", "--max-warnings=0", "--cache", "--cache-location", inData("eslint")])
  }
  await suite(["rules"])
  if (!quick) await withDatabase((env) => suite(["api", "faults", "journeys"].filter((project) => fs.existsSync(at("tests", project))), env))
} catch (error) {
  totals.failed += 1
  sayFault(error)
} finally {
  fs.rmSync(place, { recursive: true, force: true })
}
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0
for (const test of shaky) say(`  ↻ ${test}`)
for (const failure of failures) say(`  ✗ ${failure}`)
say(`${totals.passed} passed, ${totals.failed} failed`)

/** One command that must succeed; counts as one. */
async function check(name, command) {
  const code = await step(name, () => execute(command))
  totals[code === 0 ? "passed" : "failed"] += 1
  if (code !== 0) failures.push(name)
}

/** Runs vitest projects and adds up what they report; a run that reports nothing is a failure. */
async function suite(projects, env = {}) {
  for (const project of projects) {
    const report = `${place}/${project}.json`
    const command = [...bin("vitest", "vitest.mjs"), "run", "-c", "tests/vitest.config.mts", "--project", project, "--silent=passed-only", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...(only.length ? ["--passWithNoTests"] : []), ...only]
    const code = await step(`测试 ${project}`, () => execute(command, env))
    if (!fs.existsSync(report)) {
      totals.failed += only.length ? 0 : 1
      continue
    }
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(fs.readFileSync(report, "utf8"))
    failures.push(...testResults.flatMap(failuresOf))
    shaky.push(...testResults.flatMap((file) => linesOf(file, ({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)))
    totals.passed += numPassedTests
    totals.failed += numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites))
  }
}

/** One line for each test that failed, or for a file that could not run. */
function failuresOf(file) {
  const failed = linesOf(file, ({ status }) => status === "failed")
  return failed.length === 0 && file.status === "failed" ? [`${path.relative(at(), file.name)}: ${firstLine(file.message)}`] : failed
}

function linesOf({ name, assertionResults }, wanted) {
  return assertionResults.filter(wanted).map(({ fullName, failureMessages }) => `${path.relative(at(), name)} > ${fullName}: ${firstLine(failureMessages[0])}`)
}

/** What went wrong, and the line of the test where it did. */
function firstLine(text) {
  const [line = ""] = String(text ?? "").split("\n")
  const [place] = String(text ?? "").match(/tests\/[\w/.-]+\.m?ts:\d+/) ?? []
  return place ? `${line} (${place})` : line
}

async function withDatabase(work) {
  const server = await step("启动测试数据库", () => startPostgres({ directory: `${place}/postgres`, careless: true }))
  try {
    const env = { DB_HOST: "localhost", DB_PORT: String(server.port), DB_USERNAME: "postgres", DB_PASSWORD: server.password, DATABASE_URL: server.url("postgres"), TEMPLATE_IS_MIGRATED: "1" }
    await step("准备数据库模板", () => run([...bin("tsx", "dist", "cli.mjs"), "tests/support/migrate-template.ts"], { log: "test-template", env: { ...env, DATABASE_URL: server.url("template1") } }))
    await work(env)
  } finally {
    await server.stop()
  }
}

function execute(command, env = {}) {
  const child = spawn(command[0], command.slice(1), { cwd: at(), env: { ...process.env, ...QUIET, ...env, TZ: "Asia/Shanghai" }, stdio: "inherit" })
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code) => resolve(code ?? 1)))
}
