import { ApprovalPolicy, OccurrenceQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { readNames } from "../../../../reads/people"
import { showPolicy } from "../../../../reads/show-policy"
import { spendingOf } from "../../../../spending"
import { validQuery } from "../../../_query"

/** Who approves what, and the members whom an approver may name while away. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }).required())
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const { members } = await spendingOf(req.scope).readUnit(organisation_id)
  const name = await readNames(req.scope, members)
  res.json({ policy: ApprovalPolicy.nullable().parse(await showPolicy(req.scope, organisation_id)), members: members.filter((id) => id !== customerOf(req)).map((id) => ({ customer_id: id, name: name(id) })) })
}
