import type { StaffRequest } from "@fupin/access"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { BankFileQuery, BankFileResult } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { importBankFile } from "../../../../statement/import-bank-file"
import { validQuery } from "../../../_query"
import { refuseBounded } from "../../../_statements"

const MAX_BYTES = 5_000_000

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  refuseBounded(req)
  const { filename, dry_run } = validQuery(req, BankFileQuery)
  const bytes = await receiveFile(req, MAX_BYTES)
  const result = await importBankFile(req.scope, { bytes, filename, dry_run: dry_run === "true" }, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json(BankFileResult.parse(result))
}
