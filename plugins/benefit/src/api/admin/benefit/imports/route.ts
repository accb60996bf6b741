import type { StaffRequest } from "@fupin/access"
import { RosterImportQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { MAX_FILE_BYTES } from "../../../../intake/read-table"
import { receiveFile } from "../../../../intake/receive"
import { VOUCHER_MODULE, type VoucherModuleService } from "../../../../modules/voucher"
import { readInput } from "../../../../read-input"
import { startRosterImport } from "../../../../workflows/_import-roster"

/** Answers as soon as the import has begun; what becomes of it is asked for by its id. */
export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(RosterImportQuery, req.query)
  const actor_id = req.auth_context.actor_id
  const id = await startRosterImport(req.scope, { ...query, file: await receiveFile(req, MAX_FILE_BYTES), regions: req.staffRegions, actor_id, today: shanghaiDay(new Date()) })
  res.status(202).json({ import: await req.scope.resolve<VoucherModuleService>(VOUCHER_MODULE).readRun(id, actor_id) })
}
