import { refusal } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MemberAction } from "../domain/decide-member"
import { customerOf } from "../medusa"
import { allowMember } from "../reads/members"
import { spendingOf } from "../spending"

/** Ends an invoice title or a delivery point of the person's organisation. Errors: not_found, those of `allowMember`. */
export const endDetail = (what: "organisation_invoice_title" | "organisation_delivery_point", action: MemberAction) => async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const id = req.params.id!
  const owner = await spendingOf(req.scope).ownerOf(what, id)
  if (owner === null) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), owner, action)
  await spendingOf(req.scope).endDetail(what, id, new Date())
  res.json({ id })
}
