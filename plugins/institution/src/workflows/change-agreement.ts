import { allowed, refusal } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import type { AgreementChange, AgreementProposalAnswer, AgreementSide, RenewInput, TerminateInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { businessDay } from "../domain/business-day"
import type { AgreementRow } from "../medusa"
import { decideAgreedDays } from "../domain/receiving-days"
import { spendingOf } from "../spending"
import { decideSettleBy } from "../domain/negotiation"
import { phoneKeys } from "../keys"
import type { ScanHead } from "../modules/institution/scans"
import { readCertified } from "../reads/certified"
import { goneGoods, readGoods } from "../reads/goods"
import { institutionOf, readAgreements } from "../reads/plans"
import { followStandingOrders, saveSupplyAgreementsWorkflow } from "./save-supply-agreements"

export type AgreementAct =
  | { propose: { side: AgreementSide; change: AgreementChange; note: string } }
  | { answer: AgreementProposalAnswer & { side: AgreementSide; proposal_id: string } }
  | { sign: { signed_on: string } }
  | { terminate: TerminateInput }

export interface ChangeAgreement {
  id: string
  act: AgreementAct
  actor_id: string
}

const changeAgreementStep = createStep("change-agreement", async ({ id, act, actor_id }: ChangeAgreement, { container }) => {
  await changed(container, id, act, actor_id)
  const [agreement] = await readAgreements(container, { id })
  return new StepResponse(agreement!)
})

async function changed(container: MedusaContainer, id: string, act: AgreementAct, by: string): Promise<void> {
  const institution = institutionOf(container)
  if ("propose" in act) {
    await refuseUngrounded(container, act.propose.change)
    await refuseClosedDays(container, id, act.propose.change)
    return institution.proposeChange(id, { ...act.propose, by })
  }
  if ("answer" in act) return institution.answerProposal(id, act.answer.proposal_id, { ...act.answer, by })
  if ("sign" in act) return institution.signAgreement(id, act.sign.signed_on, by)
  await institution.terminateAgreement(id, act.terminate, { by, today: businessDay(new Date()) })
  await followStandingOrders(container, [id])
}

/** Only certified goods stand in for others, an index is known in its base month, and what is weighed is a kilogram. Errors: not_certified, index_month_missing, weighed_not_per_kilogram. */
async function refuseUngrounded(container: MedusaContainer, change: AgreementChange): Promise<void> {
  if (change.kind === "substitute" && change.substitute_variant_id !== null) {
    const certified = await readCertified(container, [change.substitute_variant_id], new Date())
    if (!certified.has(change.substitute_variant_id)) throw refusal("not_allowed", "not_certified")
  }
  if (change.kind === "settle_by") {
    const goods = await readGoods(container, [change.variant_id])
    allowed(decideSettleBy(change.settle_by, goods.get(change.variant_id) ?? goneGoods(change.variant_id)))
  }
  if (change.kind === "price_rule" && change.price_rule.kind === "index") {
    const { series, base_month } = change.price_rule
    const months = await institutionOf(container).readIndices([series])
    if (!months.some(({ month }) => month === base_month)) throw refusal("not_allowed", "index_month_missing", `价格指数“${series}”没有 ${base_month} 的数值，请先补录，或换一个基期`)
  }
}

/** Days are agreed on which the unit takes goods in somewhere. Error: not_received_that_day. */
async function refuseClosedDays(container: MedusaContainer, id: string, change: AgreementChange): Promise<void> {
  if (change.kind !== "days") return
  const [{ organisation_id }] = await readAgreements(container, { id }) as [AgreementRow]
  const points = await spendingOf(container).readPoints([organisation_id])
  allowed(decideAgreedDays(points.get(organisation_id)!, change.weekdays), "not_allowed")
}

/** Proposes, answers, signs or terminates; after the last day of a terminated one nothing is delivered. */
export const changeAgreementWorkflow = createWorkflow("change-agreement", (input: ChangeAgreement) => new WorkflowResponse(changeAgreementStep(input)))

const renewAgreementStep = createStep("renew-agreement", async ({ id, renewal }: { id: string; renewal: RenewInput }, { container }) => {
  const [held] = await readAgreements(container, { id })
  const { organisation_id, producer_id, weekdays, lead_time_days, lines } = held!
  const { result } = await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{ ...renewal, organisation_id, producer_id, weekdays, lead_time_days, stage: "draft", version: null, lines: lines.map(asEntry) }] } })
  return new StepResponse(result[0]!)
})

const asEntry = ({ variant_id, unit_price_fen, max_quantity, min_quantity, term_min, term_max, price_rule, grade, substitute_variant_id, temperature, settle_by }: Awaited<ReturnType<typeof readAgreements>>[number]["lines"][number]) =>
  ({ variant_id, unit_price_fen, max_quantity, min_quantity, term_min, term_max, price_rule, grade, substitute_variant_id, temperature, settle_by })

/** A draft with the same lines for the next term (续签), to be negotiated and signed like any other. */
export const renewAgreementWorkflow = createWorkflow("renew-agreement", (input: { id: string; renewal: RenewInput }) => new WorkflowResponse(renewAgreementStep(input)))

/** Keeps the signed scan, sealed, with its hash. No workflow: the engine would keep the bytes. Errors: scan_wrong_type, scan_too_big. */
export async function attachAgreementScan(container: MedusaContainer, id: string, content: Buffer, by: string): Promise<ScanHead> {
  return institutionOf(container).appendScan(id, { content, media_type: allowed(decideScan(content)), by }, phoneKeys())
}
