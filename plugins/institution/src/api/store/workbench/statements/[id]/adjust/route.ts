import type { AdjustInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { statementsOf } from "../../../../../../statement"
import { answerStatement } from "../../../../../_statements"
import { producersStatement } from "../../../../../_workbench"

/** The seller answers what the unit disputes; the unit looks again before it confirms. */
export const POST = async (req: AuthenticatedMedusaRequest<AdjustInput>, res: MedusaResponse) => {
  const { id } = await producersStatement(req, "act")
  await statementsOf(req.scope).adjust(id, req.validatedBody, { actor_id: customerOf(req), at: new Date() })
  res.json(await answerStatement(req, false))
}
