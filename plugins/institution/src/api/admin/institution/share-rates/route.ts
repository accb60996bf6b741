import type { StaffRequest } from "@fupin/access"
import type { ShareRate } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../spending"
import { refuseOutside } from "../../../_scope"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ rates: await spendingOf(req.scope).readRates() })
}

export const POST = async (req: StaffRequest<ShareRate>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.region_code)
  await spendingOf(req.scope).saveRate(req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ rates: await spendingOf(req.scope).readRates() })
}
