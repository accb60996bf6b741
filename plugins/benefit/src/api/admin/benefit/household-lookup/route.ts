import { regionContains, type StaffRequest } from "@fupin/access"
import type { HouseholdLookup } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../modules/household"
import { maskHouseholds } from "../../../../queries/read-households"

/** The household with this ID number, masked, when it lies in the caller's regions; an empty list otherwise. */
export const POST = async (req: StaffRequest<HouseholdLookup>, res: MedusaResponse) => {
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const found = await module.readByIdNumber(req.validatedBody.id_number)
  const visible = found && req.staffRegions.some((region) => regionContains(region, found.region_code)) ? [found] : []
  res.json({ households: await maskHouseholds(req.scope, visible), count: visible.length })
}
