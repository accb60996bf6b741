import { getConfigFile } from "@medusajs/framework/utils"
import express from "express"
import loaders from "@medusajs/medusa/loaders/index"
import { importStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"

/** One backend of the comparison, on its own database, with goods for sale. Says on the IPC channel when it is ready. */
async function main(): Promise<void> {
  const [directory, withPlugins] = [process.argv[2]!, process.argv[3] === "plugins"]
  const { configModule } = await getConfigFile<{ admin: { disable?: boolean } }>(directory, "medusa-config")
  if (!configModule) throw new Error(`no medusa-config in ${directory}`)
  configModule.admin.disable = true
  const app = express()
  const { container } = await loaders({ directory, expressApp: app })
  const store = await importStore(container)
  if (withPlugins) {
    const { importRegionsWorkflow } = await import("@fupin/provenance/workflows")
    await importRegionsWorkflow(container).run({ input: undefined })
  }
  const goods: Goods[] = []
  for (const name of ["巫溪洋芋", "巫溪核桃", "大通湖大米"]) goods.push(await createGoods(container, store, name, 39.9, 1_000_000))
  const server = app.listen(0, () => process.send!({ port: (server.address() as { port: number }).port, store, variants: goods.map(({ variant_id }) => variant_id) }))
}

process.on("disconnect", () => process.exit(0))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
