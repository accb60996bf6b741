import { allowed, type StaffRequest } from "@fupin/access"
import type { LotInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../../domain/scope"
import { readSeller } from "../../../../../../queries/holders"
import { showLots } from "../../../../../../queries/lots"
import { readOrigins } from "../../../../../../queries/product-dossier"
import { enterLotWorkflow } from "../../../../../../workflows/enter-lot"

/** A lot of whoever sells the product now. */
export const POST = async (req: StaffRequest<LotInput>, res: MedusaResponse) => {
  const [product_id, now] = [req.params.id!, new Date()]
  allowed(decideInScope(req.staffRegions, await readOrigins(req.scope, [product_id], now)), "forbidden")
  const { result } = await enterLotWorkflow(req.scope).run({ input: { lot: { ...req.validatedBody, product_id, producer_id: await readSeller(req.scope, product_id, now) }, entered_as: "staff", entered_by: req.auth_context.actor_id } })
  res.status(201).json({ lot: showLots([result], now)[0] })
}
