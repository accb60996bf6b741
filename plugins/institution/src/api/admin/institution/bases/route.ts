import { regionContains, type StaffRequest } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import { type BaseInput, BaseList, BaseQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { pairingOf } from "../../../../pairing"
import { basesSheet } from "../../../../pairing/bases-sheet"
import { showBases } from "../../../../pairing/show-bases"
import { basesInScope, goodsOfBase, refuseForeignSupports, shownBase, thisYear } from "../../../_bases"
import { validQuery } from "../../../_query"
import { refuseOutside } from "../../../_scope"

/** The registry with a year's figures, as a list or as a workbook. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const now = new Date()
  const { year = thisYear(now), region_code, format } = validQuery(req, BaseQuery)
  const rows = (await basesInScope(req)).filter((base) => region_code === undefined || regionContains(region_code, base.region_code))
  const list = BaseList.parse(await showBases(req.scope, rows, year))
  if (format === "json") return res.json(list)
  await sendSheet(req, res, basesSheet(list, year, businessDay(now)), "xlsx", `${year}年直采直供基地登记表`)
}

/** Entered by staff of where it lies; it counts once it is confirmed. */
export const POST = async (req: StaffRequest<BaseInput>, res: MedusaResponse) => {
  const { version: _version, ...base } = req.validatedBody
  const now = new Date()
  refuseOutside(req, base.region_code)
  await refuseForeignSupports(req, base.supports)
  const id = await pairingOf(req.scope).enterBase(base, await goodsOfBase(req.scope, base, now), { actor_id: req.auth_context.actor_id, at: now })
  res.status(201).json({ base: await shownBase(req.scope, id, now) })
}
