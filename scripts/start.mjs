#!/usr/bin/env node
/** `npm start`: from a fresh clone to a running shop; `npm run dev` the same, watching. Run it again and it reuses everything. */
import { startShop } from "./lib/shop.mjs"
import { say, sayFault } from "./lib/say.mjs"

const stopping = new AbortController()
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopping.abort())

try {
  await startShop({ watch: process.argv.includes("--dev"), stopping: stopping.signal })
} catch (error) {
  if (!stopping.signal.aborted) sayFault(error)
}
say("已停止。")
