import { refusal, type StaffRequest } from "@fupin/access"
import { BankPayable, BankPayablesQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showPayables } from "../../../../../../reads/show-bank-rows"
import { statementsOf } from "../../../../../../statement"
import { validQuery } from "../../../../../_query"
import { refuseBounded } from "../../../../../_statements"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  refuseBounded(req)
  const { q } = validQuery(req, BankPayablesQuery)
  const [row] = await statementsOf(req.scope).readBankRows({ ids: [req.params.id!] })
  if (!row) throw refusal("not_found", "not_found")
  res.json({ payables: (await showPayables(req.scope, row, q)).map((one) => BankPayable.parse(one)) })
}
