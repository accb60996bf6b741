import { CreditChoice, CreditQuery, type CreditInput } from "@fupin/contract/schemas"
import { refusal } from "@fupin/access"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember, readMine } from "../../../../reads/members"
import { readOrganisations } from "../../../../reads/plans"
import { spendingOf } from "../../../../spending"
import { validQuery } from "../../../_query"

const brief = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** Error: unknown_order, when it is not the person's own. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const credit = await spendingOf(req.scope).readCreditOf(validQuery(req, CreditQuery).order_id, customerOf(req))
  if (!credit) throw refusal("not_found", "unknown_order")
  const [counted] = credit.organisation_id === null ? [] : await readOrganisations(req.scope, { id: credit.organisation_id })
  res.json(CreditChoice.parse({ organisations: (await readMine(req.scope, customerOf(req))).map(brief), credited_to: counted ? brief(counted) : null }))
}

export const POST = async (req: AuthenticatedMedusaRequest<CreditInput>, res: MedusaResponse) => {
  const { organisation_id, order_id } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  await spendingOf(req.scope).creditOrder(order_id, organisation_id, { actor_id: customerOf(req), at: new Date() })
  res.status(201).json({ organisation_id, order_id })
}
