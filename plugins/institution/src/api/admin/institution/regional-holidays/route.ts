import { refusal, type StaffRequest } from "@fupin/access"
import { RegionalDaysOff, type RegionalHolidayInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { graph } from "../../../../medusa"
import { institutionOf } from "../../../../reads/plans"
import { withRegionNames } from "../../../../reads/region-names"
import { refuseOutside } from "../../../_scope"

const readAll = async (container: MedusaContainer) => (await withRegionNames(container, await institutionOf(container).readDaysOff())).map((one) => RegionalDaysOff.parse(one))

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ holidays: await readAll(req.scope) })
}

export const POST = async (req: StaffRequest<RegionalHolidayInput>, res: MedusaResponse) => {
  const { region_code } = req.validatedBody
  refuseOutside(req, region_code)
  if ((await graph(req.scope, "division", ["code"], { code: region_code })).length === 0) throw refusal("invalid_data", "unknown_region")
  await institutionOf(req.scope).saveDaysOff(req.validatedBody, req.auth_context.actor_id, new Date())
  res.status(201).json({ holidays: await readAll(req.scope) })
}
