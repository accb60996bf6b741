import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readOrganisations } from "../../../../../../reads/plans"
import { agreementSheet } from "../../../../../../reads/papers"
import { answerAgreement } from "../../../../../_agreements"
import { producersAgreement } from "../../../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const held = await producersAgreement(req, req.params.id!, "read")
  const [organisation] = await readOrganisations(req.scope, { id: held.organisation_id })
  const { agreement } = await answerAgreement(req, held)
  await sendSheet(req, res, agreementSheet(agreement, organisation!), "pdf", `定向采购协议 ${held.number}`)
}
