import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import ts from "typescript"
import { describe, expect, it } from "vitest"

const root = path.resolve(__dirname, "..")
const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\0").filter((file) => file && fs.existsSync(path.join(root, file)))
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8")
const code = tracked.filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.includes("/migrations/"))
const product = code.filter((file) => /^(plugins|backend|storefront|seed)\//.test(file) && !file.endsWith(".test.ts"))

/** Lines of `files` that match, as "file:line text". */
function lines(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) => read(file).split("\n").flatMap((text, index) => (pattern.test(text) ? [`${file}:${index + 1} ${text.trim()}`] : [])))
}

function functionsLongerThan(limit: number, file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const [first, last] = [node.getStart(), node.end].map((position) => source.getLineAndCharacterOfPosition(position).line)
      if (last! - first! + 1 > limit) found.push(`${file}:${first! + 1} has ${last! - first! + 1} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const percentile = (numbers: number[], share: number) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0

describe("the law of the house", () => {
  it.each([
    ["`as any`", product, /\bas any\b/],
    ["silenced types", code, /@ts-(ignore|nocheck)/],
    ["console.log", product, /console\.log\(/],
    ["swallowed errors", product, /\.catch\(\(\)\s*=>\s*(null|undefined|\{\}|\[\]|false)\s*\)|catch\s*(\(\w*\))?\s*\{\s*\}/],
    ["work left for later", code.filter((file) => !file.endsWith("tidy.test.ts")), /\b(TODO|FIXME|XXX|HACK)\b/],
    ["skipped or lonely tests", code.filter((file) => !file.endsWith("tidy.test.ts")), /\b(it|test|describe)\.(skip|todo|only)\b/],
    ["a clock inside a rule", code.filter((file) => file.includes("/src/domain/") && !file.endsWith(".test.ts")), /new Date\(\)|Date\.now\(/],
    ["chance inside a rule", code.filter((file) => file.includes("/src/domain/") && !file.endsWith(".test.ts")), /Math\.random\(|randomUUID\(|randomBytes\(/],
    ["the promise 增收 where the ledger can only say 受益", product, /增收/],
    ["scaffold text", product, /lorem ipsum|create next app|Medusa Store\b/i],
  ])("has no %s", (_name, files, pattern) => expect(lines(files, pattern)).toEqual([]))

  it("names no machine's paths and no registry's host", () => {
    const text = tracked.filter((file) => /\.(ts|tsx|mts|mjs|md|json|css|sh|yml)$|\.ci\//.test(file) && !file.endsWith("tidy.test.ts"))
    expect(lines(text, /(?<![\w.:])\/(work|home|Users)\/[a-z]|"resolved": "http/)).toEqual([])
  })

  it("keeps functions within 70 lines", () => expect(product.flatMap((file) => functionsLongerThan(70, file))).toEqual([]))

  it("keeps components within 150 lines", () =>
    expect(product.filter((file) => file.endsWith(".tsx") && read(file).split("\n").length > 151)).toEqual([]))

  it("keeps importers of the seed under 100 lines", () =>
    expect(tracked.filter((file) => /^seed\/importers\/.*\.ts$/.test(file) && read(file).split("\n").length > 101)).toEqual([]))

  it("keeps files short: median 60 lines, nine in ten within 150", () => {
    const lengths = product.map((file) => read(file).split("\n").length - 1)
    expect(percentile(lengths, 0.5)).toBeLessThanOrEqual(60)
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(150)
  })

  it("keeps casts at the seam: `as unknown as` only in medusa.ts", () =>
    expect(lines(product.filter((file) => !file.endsWith("/medusa.ts")), /as unknown as/)).toEqual([]))

  it("gives every migration a name of its own: of two, the second would never run", () => {
    const names = tracked.filter((file) => file.includes("/migrations/Migration")).map((file) => path.basename(file))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it("hides no page of its own behind one of the framework's admin: the framework's would be shown", () => {
    const dashboard = path.join(root, "node_modules/@medusajs/dashboard/dist")
    const taken = new Set(fs.readdirSync(dashboard).filter((file) => file.endsWith(".mjs")).flatMap((file) => [...fs.readFileSync(path.join(dashboard, file), "utf8").matchAll(/path: "\/([a-z-]+)"/g)].map(([, name]) => name!)))
    expect(taken).toContain("orders")
    expect(tracked.flatMap((file) => /^plugins\/\w+\/src\/admin\/routes\/([\w-]+)\//.exec(file)?.[1] ?? []).filter((name) => taken.has(name))).toEqual([])
  })

  it("tracks no blob over 1 MB", () =>
    expect(tracked.filter((file) => fs.statSync(path.join(root, file)).size > 1_000_000)).toEqual([]))

  it("has a README in every plugin and no secret in the tree", () => {
    const plugins = fs.readdirSync(path.join(root, "plugins"))
    expect(plugins.filter((name) => !tracked.includes(`plugins/${name}/README.md`))).toEqual([])
    expect(tracked.filter((file) => /(^|\/)\.env(\.|$)|\.pem$|secrets\.json$/.test(file))).toEqual([])
  })
})
