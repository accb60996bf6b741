import type { StaffRequest } from "@fupin/access"
import type { ReviewInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readProposal } from "../../../../../../queries/read-proposals"
import { reviewHouseholdProposalWorkflow } from "../../../../../../workflows/review-household-proposal"

export const POST = async (req: StaffRequest<ReviewInput>, res: MedusaResponse) => {
  const proposal_id = req.params.id!
  await reviewHouseholdProposalWorkflow(req.scope).run({ input: { proposal_id, ...req.validatedBody, actor_id: req.auth_context.actor_id, regions: req.staffRegions } })
  res.json({ proposal: await readProposal(req.scope, proposal_id, req.staffRegions, new Date()) })
}
