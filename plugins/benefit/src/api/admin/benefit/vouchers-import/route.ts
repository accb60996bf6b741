import type { StaffRequest } from "@fupin/access"
import { VoucherImportQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { MAX_FILE_BYTES } from "../../../../intake/read-table"
import { receiveFile } from "../../../../intake/receive"
import { importVouchers } from "../../../../workflows/_import-vouchers"
import { readInput } from "../../../../read-input"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(VoucherImportQuery, req.query)
  const file = await receiveFile(req, MAX_FILE_BYTES)
  res.json(await importVouchers(req.scope, { ...query, file, regions: req.staffRegions, actor_id: req.auth_context.actor_id, today: shanghaiDay(new Date()) }))
}
