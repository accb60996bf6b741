import { answerWorkbook } from "@fupin/benefit/intake/answer-workbook"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { OutsideList } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember } from "../../../../../../reads/members"
import { readListFile, writeListTemplate } from "../../../../../../spending/outside-list"

const MAX_BYTES = 2_000_000

/** The template. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.params.organisation!, "pay")
  answerWorkbook(res, "平台外采购清单", await writeListTemplate(new Date()))
}

/** The filled workbook, as body. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.params.organisation!, "pay")
  res.json(OutsideList.parse(await readListFile(req.scope, await receiveFile(req, MAX_BYTES), new Date())))
}
