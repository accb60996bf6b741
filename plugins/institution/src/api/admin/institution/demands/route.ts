import { regionContains, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { demandsOf } from "../../../../demand"
import { showDemands } from "../../../../demand/show-demands"

/** What is sought is for every producer to know; what is offered for it only for those who answer for the producer. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const mayIn = (region: string) => req.staffRegions.some((within) => regionContains(within, region))
  res.json({ demands: await showDemands(req.scope, await demandsOf(req.scope).readDemands({}), { side: "staff", mayIn }, new Date()) })
}
