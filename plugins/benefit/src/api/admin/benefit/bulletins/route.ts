import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import type { BulletinInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { issueBulletinWorkflow } from "../../../../workflows/issue-bulletin"

export const POST = async (req: StaffRequest<BulletinInput>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region, req.staffRegions), "forbidden")
  const { result } = await issueBulletinWorkflow(req.scope).run({ input: { ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.status(201).json({ document: result })
}
