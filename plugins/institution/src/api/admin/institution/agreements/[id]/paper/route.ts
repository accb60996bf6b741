import type { StaffRequest } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readOrganisations } from "../../../../../../reads/plans"
import { agreementSheet } from "../../../../../../reads/papers"
import { answerAgreement } from "../../../../../_agreements"
import { agreementInScope } from "../../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const held = await agreementInScope(req, req.params.id!)
  const [organisation] = await readOrganisations(req.scope, { id: held.organisation_id })
  const { agreement } = await answerAgreement(req, held)
  await sendSheet(req, res, agreementSheet(agreement, organisation!), "pdf", `定向采购协议 ${held.number}`)
}
