import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { readVoucher } from "../../../../../../queries/read-vouchers"
import { writeVoucherForm } from "../../../../../../voucher-papers/form"

/** The form to be signed and sealed. It bears the household's name, so whoever prints it is written down. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const voucher = await readVoucher(req.scope, req.params.id!, req.staffRegions)
  const [row] = voucher.rows
  if (voucher.kind !== "direct_purchase" || !row) throw refusal("not_found", "not_found", "只有直接采购的凭证可以打印")
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const household = await module.retrieveHousehold(row.household_id)
  await module.appendAccess([household.id], { actor_id: req.auth_context.actor_id, action: "export", fields: ["name"], reason: `打印销售凭证 ${voucher.number}` })
  const id_number = household.kind === "household" ? module.openFields({ ...household, statuses: [] }).id_number : null
  const form = await writeVoucherForm(voucher, { name: household.name, village: row.place, id_number_tail: id_number?.slice(-4) ?? "____" })
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", "application/pdf")
  res.setHeader("content-disposition", `inline; filename="${voucher.number}.pdf"`)
  res.end(form)
}
