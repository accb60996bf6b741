import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { Performance, PerformanceQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { sendSheet } from "../../../../papers/answer-paper"
import { bulletinPaper } from "../../../../papers/bulletin"
import { readPerformance } from "../../../../queries/read-performance"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { year, region, format } = readInput(PerformanceQuery, req.query)
  if (region !== undefined) allowed(decideRegion(region, req.staffRegions), "forbidden")
  const performance = await readPerformance(req.scope, { year, region: region ?? null, regions: req.staffRegions }, new Date())
  if (format === "json") {
    res.json(Performance.parse(performance))
    return
  }
  const { ending, ...table } = bulletinPaper(performance)
  await sendSheet(req, res, { ...table, title: `${performance.place}${year} 年消费帮扶情况通报`, ending: () => ending }, format, `通报-${year}`)
}
