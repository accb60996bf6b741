import type { StaffRequest } from "@fupin/access"
import { type HouseholdInput, HouseholdQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { readHousehold, readHouseholds } from "../../../../queries/read-households"
import { readInput } from "../../../../read-input"
import { saveHouseholdsWorkflow } from "../../../../workflows/save-households"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(HouseholdQuery, req.query)
  res.json(await readHouseholds(req.scope, query, req.staffRegions, shanghaiDay(new Date())))
}

export const POST = async (req: StaffRequest<HouseholdInput>, res: MedusaResponse) => {
  const { result: [saved] } = await saveHouseholdsWorkflow(req.scope).run({
    input: { households: [req.validatedBody], regions: req.staffRegions, actor_id: req.auth_context.actor_id, only: { new: true } },
  })
  res.status(201).json({ household: await readHousehold(req.scope, saved!.id, req.staffRegions) })
}
