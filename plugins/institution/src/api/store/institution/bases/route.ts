import { BaseList, type BaseProposal, UnitYearQuery } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { pairingOf } from "../../../../pairing"
import { showBases } from "../../../../pairing/show-bases"
import { allowMember } from "../../../../reads/members"
import { goodsOfBase } from "../../../_bases"
import { validQuery } from "../../../_query"
import { unitYear } from "../../../_unit-year"

/** The bases that the unit supports or supported, with its own figures alone. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { organisation: { id }, year } = await unitYear(req, validQuery(req, UnitYearQuery))
  res.json(BaseList.parse(await showBases(req.scope, await pairingOf(req.scope).readBases({ organisation_id: id }), year, id)))
}

/** Proposed by a unit; staff of where it lies confirm it. */
export const POST = async (req: AuthenticatedMedusaRequest<BaseProposal>, res: MedusaResponse) => {
  const { organisation_id, ...base } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "order")
  const now = new Date()
  const supports = [{ organisation_id, since: base.since, until: null }]
  const id = await pairingOf(req.scope).enterBase({ ...base, sign_number: "", supports }, await goodsOfBase(req.scope, base, now), { actor_id: customerOf(req), at: now })
  res.status(201).json({ id })
}
