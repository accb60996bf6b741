import { allowed, refusal, type StaffRequest } from "@fupin/access"
import type { RegionsInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../domain/scope"
import { saveRegionsWorkflow } from "../../../../workflows/save-regions"

/** Villages and dated flags, added by staff of their county or town. */
export const POST = async (req: StaffRequest<RegionsInput>, res: MedusaResponse) => {
  const { regions, flags } = req.validatedBody
  if (regions.some(({ code }) => code.length !== 12)) throw refusal("invalid_data", "not_a_village")
  const codes = [...regions.map(({ code }) => code), ...flags.map(({ region_code }) => region_code)]
  allowed(decideInScope(req.staffRegions, codes), "forbidden")
  const { result } = await saveRegionsWorkflow(req.scope).run({ input: { regions, flags } })
  res.status(201).json(result)
}
