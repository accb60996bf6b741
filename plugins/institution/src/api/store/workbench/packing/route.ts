import { refusal } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import { WorkbenchPacking, WorkbenchPackingQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { readPackings } from "../../../../reads/packing"
import { packingSheet } from "../../../../reads/papers"
import { readOwnVariants } from "../../../../workbench/own-goods"
import { readPlaces } from "../../../../workbench/places"
import { validQuery } from "../../../_query"
import { asProducer, isStopped } from "../../../_workbench"

/** The producer's own list for one date, to look at or to print. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { producer_id, date, format } = validQuery(req, WorkbenchPackingQuery)
  const { id, name } = await asProducer(req, producer_id, "read")
  const now = new Date()
  const [packing = { date, sellers: [] }] = await readPackings(req.scope, date, date, id, await readOwnVariants(req.scope, id, now))
  if (format === "json") return res.json(WorkbenchPacking.parse({ ...packing, places: (await isStopped(req, id)) ? [] : await readPlaces(req.scope, packing, businessDay(now)) }))
  const [own] = packing.sellers
  if (!own) throw refusal("not_found", "not_found", "这一天没有需要采收的商品")
  await sendSheet(req, res, packingSheet(date, own), format, `采收装箱单 ${name} ${date}`)
}
