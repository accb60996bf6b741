import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { readMineOf } from "../../../../reads/members"
import { institutionOf, readOccurrences } from "../../../../reads/plans"
import { answerOccurrences } from "../../../_answers"
import { occurrenceFilter, OccurrenceQuery, validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = validQuery(req, OccurrenceQuery)
  const ids = await readMineOf(req.scope, customerOf(req), query.organisation_id)
  const filter = { ...occurrenceFilter(query), standing_order: { agreement: { organisation_id: ids } } }
  const [, count] = await institutionOf(req.scope).listAndCountOccurrences(filter, { select: ["id"], take: 1 })
  const rows = await readOccurrences(req.scope, filter, { skip: query.offset, take: query.limit })
  res.json({ occurrences: await answerOccurrences(req, rows), count })
}
