import { allowed, decideRegion, refusal, type StaffRequest } from "@fupin/access"
import { type DirectPurchaseInput, VoucherQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { planDirectPurchase } from "../../../../domain/voucher/plan-drafts"
import { matchHouseholds } from "../../../../queries/match-households"
import { readVoucher, readVouchers } from "../../../../queries/read-vouchers"
import { readInput } from "../../../../read-input"
import { recordVouchersWorkflow } from "../../../../workflows/record-vouchers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await readVouchers(req.scope, readInput(VoucherQuery, req.query), req.staffRegions))
}

export const POST = async (req: StaffRequest<DirectPurchaseInput>, res: MedusaResponse) => {
  const wanted = { household_code: req.validatedBody.household_code, id_number: null }
  const household = (await matchHouseholds(req.scope, [wanted]))(wanted)
  if (!household) throw refusal("invalid_data", "unknown_beneficiary")
  allowed(decideRegion(household.region_code, req.staffRegions), "forbidden")
  const draft = allowed(planDirectPurchase(req.validatedBody, household, shanghaiDay(new Date())))
  const { result: [written] } = await recordVouchersWorkflow(req.scope).run({ input: { vouchers: [draft], created_by: req.auth_context.actor_id } })
  res.status(201).json({ voucher: await readVoucher(req.scope, written!.id, req.staffRegions) })
}
