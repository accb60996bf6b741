import { Approval, ApprovalQuery, type ApprovalState } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showApprovals } from "../../../../reads/show-approvals"
import { spendingOf } from "../../../../spending"
import { validQuery } from "../../../_query"

const STATES: Record<"open" | "closed", ApprovalState[]> = { open: ["open"], closed: ["approved", "rejected", "expired"] }

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, state } = validQuery(req, ApprovalQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const requests = await spendingOf(req.scope).listRequests(organisation_id, STATES[state])
  const approvals = await showApprovals(req.scope, organisation_id, requests, customerOf(req), businessDay(new Date()))
  res.json({ approvals: approvals.map((one) => Approval.parse(one)) })
}
