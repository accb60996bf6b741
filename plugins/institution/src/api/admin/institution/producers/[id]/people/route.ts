import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerPeople } from "../../../../../_producer-people"
import { refuseForeignSeller } from "../../../../../_sellers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await refuseForeignSeller(req, req.params.id!)
  res.json(await answerPeople(req, req.params.id!))
}
