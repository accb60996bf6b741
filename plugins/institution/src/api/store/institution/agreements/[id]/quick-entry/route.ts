import { answerWorkbook } from "@fupin/benefit/intake/answer-workbook"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { QuickEntry } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { agreementFor } from "../../../../../../reads/members"
import { readEntryFile, writeEntryTemplate } from "../../../../../../reads/quick-entry"

const MAX_BYTES = 2_000_000

/** The template. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const agreement = await agreementFor(req.scope, customerOf(req), req.params.id!, "read")
  answerWorkbook(res, `快速录入 ${agreement.number}`, await writeEntryTemplate(req.scope, agreement))
}

/** The filled workbook, as body. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const agreement = await agreementFor(req.scope, customerOf(req), req.params.id!, "order")
  res.json(QuickEntry.parse(await readEntryFile(req.scope, agreement, await receiveFile(req, MAX_BYTES))))
}
