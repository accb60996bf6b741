import { answerUnitDocument } from "@fupin/benefit/papers/unit-documents"
import { UnitYearQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { validQuery } from "../../../../../_query"
import { unitYear } from "../../../../../_unit-year"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation } = await unitYear(req, validQuery(req, UnitYearQuery))
  await answerUnitDocument(req, res, "impact", organisation.id, req.params.number!)
}
