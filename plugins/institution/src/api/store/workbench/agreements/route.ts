import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { readAgreements } from "../../../../reads/plans"
import { showAgreements } from "../../../../reads/show-plans"
import { producerAsked, withBuyers } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  const agreements = await showAgreements(req.scope, await readAgreements(req.scope, { producer_id: id }), businessDay(new Date()))
  res.json({ agreements: await withBuyers(req, agreements) })
}
