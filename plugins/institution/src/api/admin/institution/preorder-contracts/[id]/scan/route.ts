import type { StaffRequest } from "@fupin/access"
import { MAX_SCAN_BYTES } from "@fupin/benefit/domain/voucher/scan"
import { receiveFile } from "@fupin/benefit/intake/receive"
import type { MedusaResponse } from "@medusajs/framework/http"
import { attachPreorderScan } from "../../../../../../preorder/paper"
import { answerOfficeContract, answerScan, contractInScope } from "../../../../../_preorders"

/** The signed and sealed paper, as body. */
export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const contract = await contractInScope(req)
  await attachPreorderScan(req.scope, contract, await receiveFile(req, MAX_SCAN_BYTES, "scan_too_big"), req.auth_context.actor_id)
  res.json(await answerOfficeContract(req.scope, contract.id))
}

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerScan(req, res, await contractInScope(req))
}
