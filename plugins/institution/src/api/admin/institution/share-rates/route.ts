import type { StaffRequest } from "@fupin/access"
import type { ShareRate } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withRegionNames } from "../../../../reads/region-names"
import { spendingOf } from "../../../../spending"
import { refuseOutside } from "../../../_scope"

const readRates = async (container: MedusaContainer) => withRegionNames(container, await spendingOf(container).readRates())

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ rates: await readRates(req.scope) })
}

export const POST = async (req: StaffRequest<ShareRate>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.region_code)
  await spendingOf(req.scope).saveRate(req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ rates: await readRates(req.scope) })
}
