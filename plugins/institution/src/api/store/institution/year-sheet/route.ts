import { refusal } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import { YearSheetQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { readOrderStates } from "../../../../reads/order-states"
import { unique } from "../../../../reads/plans"
import { showBudget } from "../../../../reads/show-budget"
import { yearSheet } from "../../../../reads/year-sheet"
import { validQuery } from "../../../_query"
import { unitYear } from "../../../_unit-year"

/** One plan's year for print, as PDF or workbook. Error: not_found, when the unit has no such plan that year. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { plan_id, format, ...asked } = validQuery(req, YearSheetQuery)
  const { organisation, year, now } = await unitYear(req, asked)
  const plan = (await showBudget(req.scope, organisation, year, now)).plans.find(({ id }) => id === plan_id)
  if (!plan) throw refusal("not_found", "not_found")
  const orders = await readOrderStates(req.scope, unique(plan.items.flatMap(({ order_id }) => order_id ?? [])))
  const sheet = yearSheet(plan, organisation.name, businessDay(now), new Map(orders.map(({ id, display_id }) => [id, display_id])))
  await sendSheet(req, res, sheet, format, `${year}年${plan.title}采购明细`)
}
