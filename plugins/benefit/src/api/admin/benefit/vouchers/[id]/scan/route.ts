import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { MAX_SCAN_BYTES } from "../../../../../../domain/voucher/scan"
import { receiveFile } from "../../../../../../intake/receive"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { VOUCHER_MODULE, type VoucherModuleService } from "../../../../../../modules/voucher"
import { readVoucher, requireVoucher } from "../../../../../../queries/read-vouchers"
import { attachVoucherScan } from "../../../../../../workflows/_attach-voucher-scan"

/** The signed and sealed paper, as body. */
export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const id = req.params.id!
  await requireVoucher(req.scope, id, req.staffRegions)
  await attachVoucherScan(req.scope, id, await receiveFile(req, MAX_SCAN_BYTES, "scan_too_big"), req.auth_context.actor_id)
  res.json({ voucher: await readVoucher(req.scope, id, req.staffRegions) })
}

/** Names and signatures stand on it: whoever looks is written down, and nothing of it is cached or run. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id, number, rows } = await requireVoucher(req.scope, req.params.id!, req.staffRegions)
  const scan = await req.scope.resolve<VoucherModuleService>(VOUCHER_MODULE).readScan(id)
  if (!scan) throw refusal("not_found", "not_found")
  const people = [...new Set(rows.map(({ household_id }) => household_id))]
  await req.scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).appendAccess(people, { actor_id: req.auth_context.actor_id, action: people.length > 1 ? "export" : "reveal", fields: ["scan"], reason: `查看凭证 ${number} 的扫描件` })
  res.setHeader("content-type", scan.mime)
  res.setHeader("content-disposition", `inline; filename="${number}.${scan.mime.split("/")[1]}"`)
  for (const [name, value] of [["cache-control", "no-store"], ["x-content-type-options", "nosniff"], ["content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"]]) res.setHeader(name!, value!)
  res.end(scan.content)
}
