import { refusal } from "@fupin/access"
import { CatalogueQuery } from "@fupin/contract/schemas"
import type { MedusaStoreRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCatalogue } from "../../../queries/catalogue"

/** Never cached: badges, prices and stock are those of this moment. */
export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const query = CatalogueQuery.safeParse(req.query)
  if (!query.success) {
    const [issue] = query.error.issues
    throw refusal("invalid_data", "invalid_input", `${issue!.path.join(".")}：${issue!.message}`)
  }
  res.setHeader("cache-control", "no-store")
  res.json(await getCatalogue(req.scope, query.data, req.publishable_key_context.sales_channel_ids, new Date()))
}
