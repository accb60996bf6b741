import type { StaffRequest } from "@fupin/access"
import { Proposal } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readProposal } from "../../../../../queries/read-proposals"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ proposal: Proposal.parse(await readProposal(req.scope, req.params.id!, req.staffRegions, new Date())) })
}
