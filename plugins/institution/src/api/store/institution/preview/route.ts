import { allowed } from "@fupin/access"
import { DeliveryPreview, type DeliveryPreviewInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideLines } from "../../../../domain/decide-standing-order"
import { customerOf } from "../../../../medusa"
import { readExpectedBenefit } from "../../../../reads/expected-benefit"
import { agreementFor } from "../../../../reads/members"
import { priceShown, readPriceFacts } from "../../../../reads/price-facts"
import { businessDay, later } from "../../../../domain/business-day"

export const POST = async (req: AuthenticatedMedusaRequest<DeliveryPreviewInput>, res: MedusaResponse) => {
  const { agreement_id, lines } = req.validatedBody
  const agreement = await agreementFor(req.scope, customerOf(req), agreement_id, "read")
  allowed(decideLines(agreement, lines))
  const [date, prices] = [later(businessDay(new Date()), agreement.valid_from), await readPriceFacts(req.scope, [agreement])]
  const priced = lines.map((line) => ({ ...line, unit_price_fen: priceShown(agreement, line.variant_id, date, prices) }))
  const total_fen = priced.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0)
  res.json(DeliveryPreview.parse({ total_fen, benefit: await readExpectedBenefit(req.scope, priced) }))
}
