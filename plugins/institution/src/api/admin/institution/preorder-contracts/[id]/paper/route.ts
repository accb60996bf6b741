import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerPaper, contractInScope } from "../../../../../_preorders"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerPaper(req, res, await contractInScope(req))
}
