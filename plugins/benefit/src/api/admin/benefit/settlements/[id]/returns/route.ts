import { createHash } from "node:crypto"
import { refusal, type StaffRequest } from "@fupin/access"
import type { ReturnFileInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireRun } from "../../../../../../queries/read-settlements"
import { PAYOUT_PROVIDERS } from "../../../../../../settlement/providers"
import { importReturnsWorkflow } from "../../../../../../workflows/import-settlement-returns"

export const POST = async (req: StaffRequest<ReturnFileInput>, res: MedusaResponse) => {
  await requireRun(req.scope, req.params.id!, req.staffRegions)
  const content = Buffer.from(req.validatedBody.content, "base64")
  const lines = PAYOUT_PROVIDERS.bank.readResults?.(content)
  if (!lines) throw refusal("invalid_data", "return_file_malformed")
  const { result } = await importReturnsWorkflow(req.scope).run({
    input: { settlement_id: req.params.id!, filename: req.validatedBody.filename, sha256: createHash("sha256").update(content).digest("hex"), lines, actor_id: req.auth_context.actor_id },
  })
  res.json(result)
}
