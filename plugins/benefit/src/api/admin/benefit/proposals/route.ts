import type { StaffRequest } from "@fupin/access"
import { type ProposalInput, ProposalList, ProposalQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readProposal, readProposals } from "../../../../queries/read-proposals"
import { readInput } from "../../../../read-input"
import { proposeHouseholdWorkflow } from "../../../../workflows/propose-household"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(ProposalList.parse(await readProposals(req.scope, readInput(ProposalQuery, req.query), req.staffRegions)))
}

export const POST = async (req: StaffRequest<ProposalInput>, res: MedusaResponse) => {
  const { result } = await proposeHouseholdWorkflow(req.scope).run({ input: { proposal: req.validatedBody, actor_id: req.auth_context.actor_id, regions: req.staffRegions } })
  res.status(201).json({ proposal: await readProposal(req.scope, result.id, req.staffRegions, new Date()) })
}
