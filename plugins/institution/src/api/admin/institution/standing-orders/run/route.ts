import type { StaffRequest } from "@fupin/access"
import { type RunInput, RunResult } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { runStandingOrdersWorkflow } from "../../../../../workflows/run-standing-orders"

export const POST = async (req: StaffRequest<RunInput>, res: MedusaResponse) => {
  const { result } = await runStandingOrdersWorkflow(req.scope).run({ input: { date: req.validatedBody.date, regions: req.staffRegions } })
  res.json(RunResult.parse(result))
}
