import { verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { getConfigFile } from "@medusajs/framework/utils"
import express from "express"
import loaders from "@medusajs/medusa/loaders/index"
import { importStore } from "../../seed/importers/store"
import { DUE, openManyOccurrences } from "../support/many-occurrences"

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** A backend on a database of its own. With a number it lays out so many standing orders and ends; without, it serves, and places what is due when told to. */
async function main(): Promise<void> {
  const [directory, many] = [process.argv[2]!, process.argv[3]]
  const { configModule } = await getConfigFile<{ admin: { disable?: boolean } }>(directory, "medusa-config")
  if (!configModule) throw new Error(`no medusa-config in ${directory}`)
  configModule.admin.disable = true
  const app = express()
  const { container } = await loaders({ directory, expressApp: app })
  if (many !== undefined) {
    await openManyOccurrences(container, Number(many))
    process.exit(0)
  }
  const store = await importStore(container)
  process.on("message", async (order) => {
    if (order === "verify") return process.send!((await verifyLedgerWorkflow(container).run()).result)
    const [began, before_mb] = [performance.now(), megabytes()]
    const { result } = await runStandingOrdersWorkflow(container).run({ input: { date: DUE } })
    process.send!({ seconds: (performance.now() - began) / 1000, placed: result.placed, before_mb, peak_mb: megabytes() })
  })
  const server = app.listen(0, () => process.send!({ port: (server.address() as { port: number }).port, store }))
}

process.on("disconnect", () => process.exit(0))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
