import type { StaffRequest } from "@fupin/access"
import type { ShareRate } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readRegionNames } from "../../../../reads/region-names"
import { spendingOf } from "../../../../spending"
import { refuseOutside } from "../../../_scope"

async function readRates(container: MedusaContainer) {
  const rates = await spendingOf(container).readRates()
  const names = await readRegionNames(container, rates.flatMap(({ region_code }) => region_code || []))
  return rates.map((rate) => ({ ...rate, region_name: names.get(rate.region_code) ?? "全国" }))
}

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ rates: await readRates(req.scope) })
}

export const POST = async (req: StaffRequest<ShareRate>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.region_code)
  await spendingOf(req.scope).saveRate(req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ rates: await readRates(req.scope) })
}
