import type { StaffRequest } from "@fupin/access"
import type { PayoutBatchInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readPayoutLines } from "../../../../../../queries/read-settlement-payout"
import { readSettlement } from "../../../../../../queries/read-settlements"
import { answerFile } from "../../../../../../settlement/answer-file"
import { PAYOUT_PROVIDERS } from "../../../../../../settlement/providers"
import { handOutSettlementWorkflow } from "../../../../../../workflows/hand-out-settlement"

export const POST = async (req: StaffRequest<PayoutBatchInput>, res: MedusaResponse) => {
  const { period, region_name } = await readSettlement(req.scope, req.params.id!, req.staffRegions)
  const { result } = await handOutSettlementWorkflow(req.scope).run({ input: { id: req.params.id!, ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  const lines = await readPayoutLines(req.scope, result.payments)
  answerFile(res, await PAYOUT_PROVIDERS[result.method].write({ number: result.number, batch: result.batch, period, region_name, lines }))
}
