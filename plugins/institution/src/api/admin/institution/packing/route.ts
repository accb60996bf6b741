import { refusal, type StaffRequest } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import { Packing, PackingQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { packingSheet } from "../../../../reads/papers"
import { readPacking } from "../../../../reads/packing"
import { validQuery } from "../../../_query"
import { organisationsInScope } from "../../../_scope"

/** As a file one producer's list. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { date, seller_id, format } = validQuery(req, PackingQuery)
  const packing = Packing.parse(await readPacking(req.scope, date, (await organisationsInScope(req)).map(({ id }) => id), seller_id))
  if (format === "json") return res.json(packing)
  const [seller] = packing.sellers
  if (!seller) throw refusal("not_found", "not_found", "这一天没有需要采收的商品")
  await sendSheet(req, res, packingSheet(date, seller), format, `采收装箱单 ${seller.name} ${date}`)
}
