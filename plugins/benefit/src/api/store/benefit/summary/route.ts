import { allowed } from "@fupin/access"
import { BenefitSummaryQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decidePeriod } from "../../../../domain/period"
import { readBenefitSummary } from "../../../../queries/read-summary"
import { readInput } from "../../../../read-input"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { period } = readInput(BenefitSummaryQuery, req.query, "invalid_period")
  res.json(await readBenefitSummary(req.scope, period ?? null, period ? allowed(decidePeriod(period)) : null))
}
