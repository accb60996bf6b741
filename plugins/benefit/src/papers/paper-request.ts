import { allowed, decideRegion, refusal, type StaffRequest } from "@fupin/access"
import type { PaperQuery, PaperSubject } from "@fupin/contract/schemas"
import { decidePeriod } from "../domain/period"
import type { PaperRequest } from "../queries/paper-scope"

/** What is asked for, within the regions of who asks. Errors: invalid_period, not_in_your_region, masked_copy_only. */
export function paperRequestOf(req: StaffRequest, query: PaperQuery): PaperRequest {
  if (query.region !== undefined) allowed(decideRegion(query.region, req.staffRegions), "forbidden")
  const subject = subjectOf(query)
  // What a buying unit or a buyer is handed names nobody in full.
  if (query.full_ids && (subject.kind === "organisation" || subject.kind === "order")) throw refusal("invalid_data", "masked_copy_only")
  const regions = query.region === undefined ? req.staffRegions : [query.region]
  return { period: query.period, bounds: allowed(decidePeriod(query.period)), subject, regions, clear: query.full_ids ? regions : [] }
}

function subjectOf({ producer_id, organisation_id, order_id }: PaperQuery): PaperSubject {
  if (producer_id !== undefined) return { kind: "producer", id: producer_id }
  if (organisation_id !== undefined) return { kind: "organisation", id: organisation_id }
  return order_id === undefined ? { kind: "regions" } : { kind: "order", id: order_id }
}
