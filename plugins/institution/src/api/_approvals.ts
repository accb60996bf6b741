import { refusal } from "@fupin/access"
import { Approval } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import { businessDay } from "../domain/business-day"
import type { MemberAction } from "../domain/decide-member"
import { customerOf } from "../medusa"
import type { RequestWithFacts } from "../modules/spending/decide"
import { allowMember } from "../reads/members"
import { showApprovals } from "../reads/show-approvals"
import { spendingOf } from "../spending"

/** The request named in the path, if the person may do `action` for its organisation. Errors: not_found, those of `allowMember`. */
export async function requestFor(req: MedusaRequest, action: MemberAction): Promise<RequestWithFacts> {
  const request = await spendingOf(req.scope).readRequest(req.params.id!)
  if (!request) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), request.organisation_id, action)
  return request
}

/** The request in the shape of the contract, as it stands now. */
export async function answerApproval(req: MedusaRequest, id: string): Promise<{ approval: Approval }> {
  const request = (await spendingOf(req.scope).readRequest(id))!
  const [approval] = await showApprovals(req.scope, request.organisation_id, [request], customerOf(req), businessDay(new Date()))
  return { approval: Approval.parse(approval) }
}
