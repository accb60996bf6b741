/**
 * Cuts the heading typeface (Noto Serif SC) into small files. The first holds the glyphs that the shop's own words and the
 * seeded names use; the others hold the rest of GB 2312, and a browser fetches one only when a page needs it.
 */
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import subsetFont from "subset-font"

const here = path.resolve(import.meta.dirname, "..")
const out = path.join(here, "app/fonts")
const WEIGHT = 700
const CHUNK = 110
const CORE = "song-core"
const source = createRequire(import.meta.url).resolve(`@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${WEIGHT}-normal.woff2`)

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
const PUNCTUATION = [..."，。、；：？！“”‘’（）《》【】—…·¥～"]

async function filesBelow(folder, suffix) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && suffix.test(entry.name) && !/node_modules|\.next/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** The 6,763 characters of GB 2312 by code point, so that a piece of them is one range. */
function gb2312() {
  const decoder = new TextDecoder("gbk")
  const characters = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) characters.push(decoder.decode(Uint8Array.of(row, cell)))
  return characters.filter((character) => /\p{Script=Han}/u.test(character)).sort()
}

async function textOf(files) {
  return (await Promise.all(files.sort().map((file) => readFile(file, "utf8")))).join("")
}

/** Lines that set words in the heading typeface: headings, titles handed to them, names of lists. */
const SET_IN_SONG = /<h[1-3]|font-song|[tT]itle|legend|name:|short:|<br/

async function glyphsInUse() {
  const pages = await textOf([...(await filesBelow(path.join(here, "app"), /\.tsx?$/)), ...(await filesBelow(path.join(here, "components"), /\.tsx?$/)), path.join(here, "lib/provinces.ts")])
  const headings = pages.split("\n").filter((line) => SET_IN_SONG.test(line)).join("")
  const shelves = await textOf(await filesBelow(path.join(here, "../seed/data"), /^(?!(people|organisations|villages|producers|linkages)\.json).*\.json$/))
  const names = [...shelves.matchAll(/"(?:title|name)"\s*:\s*"([^"]+)"/g)].map(([, name]) => name).join("")
  return new Set([...ASCII, ...PUNCTUATION, ...[...`${headings}${names}`].filter((character) => /\p{Script=Han}/u.test(character))])
}

const hex = (character) => character.codePointAt(0).toString(16)

/** The core lists its glyphs one by one and comes last, so it wins where another face's span covers them too. */
function unicodeRange(characters, isCore) {
  return isCore ? characters.map((character) => `U+${hex(character)}`).join(",") : `U+${hex(characters[0])}-${hex(characters.at(-1))}`
}

/** `font` comes unpacked once, so that each piece takes a fraction of a second. */
async function cut(font, name, characters) {
  const data = await subsetFont(font, characters.join(""), { targetFormat: "woff2" })
  const file = `${name}.${createHash("sha256").update(data).digest("hex").slice(0, 8)}.woff2`
  await writeFile(path.join(out, file), data)
  return `@font-face{font-family:"Fupin Song";font-weight:400 900;font-display:swap;src:url(./${file}) format("woff2");unicode-range:${unicodeRange(characters, name === CORE)}}\n`
}

const used = await glyphsInUse()
const rest = gb2312().filter((character) => !used.has(character))
const chunks = [[...used].sort()]
for (let start = 0; start < rest.length; start += CHUNK) chunks.push(rest.slice(start, start + CHUNK))

const fingerprint = createHash("sha256").update(`${WEIGHT} ${CHUNK} ${chunks.map((chunk) => chunk.join("")).join(" ")}`).digest("hex")
const sheet = path.join(out, "song.css")
const held = await readFile(sheet, "utf8").catch((error) => { if (error.code === "ENOENT") return ""; throw error })
if (!held.startsWith(`/* ${fingerprint} */`)) {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const font = await subsetFont(await readFile(source), chunks.flat().join(""), { targetFormat: "truetype" })
  const faces = []
  for (const [index, chunk] of chunks.entries()) faces.push(await cut(font, index === 0 ? CORE : `song-${index}`, chunk))
  await writeFile(sheet, `/* ${fingerprint} */\n${faces.reverse().join("")}`)
}
