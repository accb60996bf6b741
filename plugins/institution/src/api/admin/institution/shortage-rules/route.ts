import type { StaffRequest } from "@fupin/access"
import type { ShortageRuleInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { institutionOf } from "../../../../reads/plans"
import { refuseForeignSeller } from "../../../_sellers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ shortage_rules: await institutionOf(req.scope).readShortageRules() })
}

export const POST = async (req: StaffRequest<ShortageRuleInput>, res: MedusaResponse) => {
  await refuseForeignSeller(req, req.validatedBody.seller_id)
  await institutionOf(req.scope).saveShortageRule(req.validatedBody, req.auth_context.actor_id)
  res.status(201).json({ shortage_rules: await institutionOf(req.scope).readShortageRules() })
}
