import type { StaffRequest } from "@fupin/access"
import { BankRow, BankRowQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showBankRows } from "../../../../reads/show-bank-rows"
import { statementsOf } from "../../../../statement"
import { validQuery } from "../../../_query"
import { refuseBounded } from "../../../_statements"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  refuseBounded(req)
  const { state } = validQuery(req, BankRowQuery)
  const rows = await statementsOf(req.scope).readBankRows({ open: state === "open" })
  res.json({ rows: (await showBankRows(req.scope, rows)).map((one) => BankRow.parse(one)) })
}
