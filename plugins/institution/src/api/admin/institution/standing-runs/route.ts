import type { StaffRequest } from "@fupin/access"
import { StandingRuns } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { isRunOverdue } from "../../../../domain/run-health"
import { institutionOf } from "../../../../reads/plans"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { last, well, since } = await institutionOf(req.scope).readLastRuns()
  res.json(StandingRuns.parse({
    last: last && { ...last, started_at: last.started_at.toISOString(), ended_at: last.ended_at?.toISOString() ?? null }, is_overdue: isRunOverdue(well?.ended_at ?? null, since, new Date()),
  }))
}
