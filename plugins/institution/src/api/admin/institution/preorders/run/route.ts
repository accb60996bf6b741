import { PreorderRun } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { runPreorders } from "../../../../../preorder/run"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(PreorderRun.parse(await runPreorders(req.scope, new Date())))
}
