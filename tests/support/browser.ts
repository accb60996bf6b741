import { existsSync } from "node:fs"
import { type Browser, chromium as driver } from "playwright-core"

const DEBIAN = "/usr/bin/chromium"
const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
]

/** A real browser, wherever this machine has one. Fails with one sentence when it has none. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({ executablePath: await findBrowser(), args: FLAGS })
}

/** CHROMIUM_PATH, Debian's own, or the binary that an npm package carries. */
async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, where there is no browser`)
  if (named) return named
  if (existsSync(DEBIAN)) return DEBIAN
  try {
    const { default: packed } = await import("@sparticuz/chromium")
    return await packed.executablePath()
  } catch (cause) {
    throw new Error("No browser found: set CHROMIUM_PATH to a Chromium, or install Debian's chromium, or the npm package @sparticuz/chromium", { cause })
  }
}
