import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readVoucher } from "../../../../../queries/read-vouchers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ voucher: await readVoucher(req.scope, req.params.id!, req.staffRegions) })
}
