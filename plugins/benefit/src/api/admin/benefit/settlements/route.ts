import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { type SettlementInput, SettlementQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readSettlement, readSettlements } from "../../../../queries/read-settlements"
import { readInput } from "../../../../read-input"
import { prepareSettlementWorkflow } from "../../../../workflows/prepare-settlement"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await readSettlements(req.scope, readInput(SettlementQuery, req.query), req.staffRegions))
}

export const POST = async (req: StaffRequest<SettlementInput>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region, req.staffRegions), "forbidden")
  const { result } = await prepareSettlementWorkflow(req.scope).run({ input: { ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  res.status(201).json({ settlement: await readSettlement(req.scope, result.id, req.staffRegions) })
}
