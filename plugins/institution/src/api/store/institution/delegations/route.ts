import { Delegation, type DelegationInput, OccurrenceQuery } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showDelegations } from "../../../../reads/show-policy"
import { spendingOf } from "../../../../spending"
import { validQuery } from "../../../_query"

const answer = async (req: MedusaRequest, organisationId: string) => ({ delegations: (await showDelegations(req.scope, organisationId, customerOf(req))).map((one) => Delegation.parse(one)) })

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }).required())
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  res.json(await answer(req, organisation_id))
}

export const POST = async (req: AuthenticatedMedusaRequest<DelegationInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "read")
  await spendingOf(req.scope).delegate({ ...req.validatedBody, from_customer_id: customerOf(req) }, new Date())
  res.status(201).json(await answer(req, req.validatedBody.organisation_id))
}
