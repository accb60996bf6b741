import { saveOrganisationsWorkflow } from "@fupin/institution/workflows"
import { importRegionsWorkflow, saveDesignationsWorkflow, saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import loaders from "@medusajs/medusa/loaders/index"
import { getConfigFile } from "@medusajs/framework/utils"
import express from "express"
import { importStore } from "../../seed/importers/store"
import { signInCustomer } from "../support/customer"
import { createGoods } from "../support/goods"

/** A backend with a union, its buyer and certified goods of two producers. Says on the IPC channel when it is ready. */
async function main(): Promise<void> {
  const directory = process.argv[2]!
  const { configModule } = await getConfigFile<{ admin: { disable?: boolean } }>(directory, "medusa-config")
  if (!configModule) throw new Error(`no medusa-config in ${directory}`)
  configModule.admin.disable = true
  const app = express()
  const { container } = await loaders({ directory, expressApp: app })
  const store = await importStore(container)
  await importRegionsWorkflow(container).run({ input: undefined })
  const goods = [await createGoods(container, store, "巫溪洋芋", 39.9, 10_000_000), await createGoods(container, store, "大宁河米", 60, 10_000_000)]
  const { result: producers } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "薯业合作社", kind: "workshop", region_code: "500238104" }, { name: "米业合作社", kind: "workshop", region_code: "500238104" }] } })
  await saveProductProfilesWorkflow(container).run({ input: { profiles: goods.map(({ product_id }, index) => ({ product_id, producer_id: producers[index]!.id, origin_code: "500238", valid_from: "2026-01-01" })) } })
  await saveDesignationsWorkflow(container).run({ input: { designations: goods.map(({ product_id }, index) => ({ number: `渝巫认定〔2026〕${index + 1}号`, product_id, valid_from: "2026-01-01", valid_to: "2099-12-31" })) } })
  const { headers } = await signInCustomer(container, store, "buyer@example.cn", "采购")
  const { result: [organisation] } = await saveOrganisationsWorkflow(container).run({ input: { actor_id: "bench", organisations: [
    { name: "翠溪总工会", uscc: "12500112435277068B", kind: "union", region_code: "500112", verified: true, members: [{ email: "buyer@example.cn", role: "buyer" }] },
  ] } })
  const server = app.listen(0, () => process.send!({ port: (server.address() as { port: number }).port, store, variants: goods.map(({ variant_id }) => variant_id), headers, organisation_id: organisation!.id }))
}

process.on("disconnect", () => process.exit(0))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : JSON.stringify(error)}\n`)
  process.exit(1)
})
