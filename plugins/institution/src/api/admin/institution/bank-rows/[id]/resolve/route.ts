import type { StaffRequest } from "@fupin/access"
import { BankRow, type ResolveBankRowInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showBankRows } from "../../../../../../reads/show-bank-rows"
import { statementsOf } from "../../../../../../statement"
import { bookRow } from "../../../../../../statement/book"
import { refuseBounded } from "../../../../../_statements"

export const POST = async (req: StaffRequest<ResolveBankRowInput>, res: MedusaResponse) => {
  refuseBounded(req)
  const [id, input, act] = [req.params.id!, req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() }]
  if (input.act === "allocate") await bookRow(req.scope, id, act, input)
  else await statementsOf(req.scope).dismiss(id, input.act, input.reason, act)
  const [row] = await showBankRows(req.scope, await statementsOf(req.scope).readBankRows({ ids: [id] }))
  res.json({ row: BankRow.parse(row) })
}
