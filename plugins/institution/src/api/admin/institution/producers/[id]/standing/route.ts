import type { StaffRequest } from "@fupin/access"
import type { ProducerStandingInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { setStanding } from "../../../../../../workbench/people"
import { answerPeople } from "../../../../../_producer-people"
import { refuseForeignSeller } from "../../../../../_sellers"

export const POST = async (req: StaffRequest<ProducerStandingInput>, res: MedusaResponse) => {
  const id = req.params.id!
  await refuseForeignSeller(req, id)
  await setStanding(req.scope, id, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerPeople(req, id))
}
