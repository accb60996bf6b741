import type { StaffRequest } from "@fupin/access"
import { type LinkageInput, LinkageQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readLinkages, refuseForeignBeneficiaries, requireProducer } from "../../../../queries/read-linkages"
import { readInput } from "../../../../read-input"
import { saveLinkagesWorkflow } from "../../../../workflows/save-linkages"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await readLinkages(req.scope, readInput(LinkageQuery, req.query), req.staffRegions))
}

/** Saves a draft about people and a producer of the caller's regions; someone else approves it. */
export const POST = async (req: StaffRequest<LinkageInput>, res: MedusaResponse) => {
  await requireProducer(req.scope, req.validatedBody.producer_id, req.staffRegions)
  await refuseForeignBeneficiaries(req.scope, req.validatedBody.members.map(({ beneficiary_id }) => beneficiary_id), req.staffRegions)
  const { result } = await saveLinkagesWorkflow(req.scope).run({
    input: { linkages: [req.validatedBody], created_by: req.auth_context.actor_id, approved_by: null },
  })
  res.status(201).json(result)
}
