import { allowed } from "@fupin/access"
import { DeliveryPreview, type DeliveryPreviewInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideLines } from "../../../../domain/decide-standing-order"
import { customerOf } from "../../../../medusa"
import { readExpectedBenefit } from "../../../../reads/expected-benefit"
import { agreementFor } from "../../../../reads/members"
import { priceIn } from "../../../../reads/show-plans"

export const POST = async (req: AuthenticatedMedusaRequest<DeliveryPreviewInput>, res: MedusaResponse) => {
  const { agreement_id, lines } = req.validatedBody
  const agreement = await agreementFor(req.scope, customerOf(req), agreement_id, "read")
  allowed(decideLines(agreement, lines))
  const priced = lines.map((line) => ({ ...line, unit_price_fen: priceIn(agreement, line.variant_id) }))
  const total_fen = priced.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0)
  res.json(DeliveryPreview.parse({ total_fen, benefit: await readExpectedBenefit(req.scope, priced) }))
}
