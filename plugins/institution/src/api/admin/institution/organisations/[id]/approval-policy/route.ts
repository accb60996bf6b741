import type { StaffRequest } from "@fupin/access"
import { ApprovalPolicy, type ApprovalPolicyInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showPolicy } from "../../../../../../reads/show-policy"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

const answer = async (req: StaffRequest, id: string) => ({ policy: ApprovalPolicy.nullable().parse(await showPolicy(req.scope, id)) })

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  res.json(await answer(req, id))
}

export const POST = async (req: StaffRequest<ApprovalPolicyInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  await spendingOf(req.scope).savePolicy(id, req.validatedBody, req.auth_context.actor_id, new Date())
  res.status(201).json(await answer(req, id))
}
