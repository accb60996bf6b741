import type { StaffRequest } from "@fupin/access"
import { MAX_SCAN_BYTES } from "@fupin/benefit/domain/voucher/scan"
import { receiveFile } from "@fupin/benefit/intake/receive"
import type { MedusaResponse } from "@medusajs/framework/http"
import { phoneKeys } from "../../../../../../keys"
import { institutionOf } from "../../../../../../reads/plans"
import { attachAgreementScan } from "../../../../../../workflows/change-agreement"
import { answerAgreement } from "../../../../../_agreements"
import { sendScan } from "../../../../../_scans"
import { agreementInScope } from "../../../../../_scope"

/** The signed and sealed paper, as body. */
export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const agreement = await agreementInScope(req, req.params.id!)
  await attachAgreementScan(req.scope, agreement.id, await receiveFile(req, MAX_SCAN_BYTES, "scan_too_big"), req.auth_context.actor_id)
  res.json(await answerAgreement(req, agreement))
}

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id, number } = await agreementInScope(req, req.params.id!)
  sendScan(res, number, await institutionOf(req.scope).readScan(id, phoneKeys()))
}
