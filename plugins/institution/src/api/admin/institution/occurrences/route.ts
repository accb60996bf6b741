import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { institutionOf, readOccurrences } from "../../../../reads/plans"
import { answerOccurrences } from "../../../_answers"
import { occurrenceFilter, OccurrenceQuery, validQuery } from "../../../_query"
import { organisationInScope, organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = validQuery(req, OccurrenceQuery)
  const organisations = query.organisation_id ? [await organisationInScope(req, query.organisation_id)] : await organisationsInScope(req)
  const filter = { ...occurrenceFilter(query), standing_order: { agreement: { organisation_id: organisations.map(({ id }) => id) } } }
  const [, count] = await institutionOf(req.scope).listAndCountOccurrences(filter, { select: ["id"], take: 1 })
  const rows = await readOccurrences(req.scope, filter, { skip: query.offset, take: query.limit })
  res.json({ occurrences: await answerOccurrences(req, rows), count })
}
