import { readUnitReminders } from "@fupin/benefit/queries/read-unit-filings"
import { quantityText } from "@fupin/contract/codes"
import type { DeskTask, Occurrence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { demandsOf } from "../demand"
import { businessDay } from "../domain/business-day"
import { demandStateOn } from "../domain/demand/decide-demand"
import type { AgreementRow } from "../medusa"
import { spendingOf } from "../spending"
import { isRenewalDue } from "./show-plans"

const ROLES: Record<string, string> = { buyer: "采购", approver: "审批", finance: "财务", receiver: "验收", viewer: "查看" }

/** What waits for an answer of the unit, the nearest first: coming deliveries with trouble, agreements, quotes to choose from, invitations nobody took up. */
export async function readTasks(container: MedusaContainer, organisationId: string, agreements: AgreementRow[], coming: Occurrence[], now: Date): Promise<DeskTask[]> {
  const spending = spendingOf(container)
  const proposals = await spending.readProposalsOf(agreements.map(({ id }) => id))
  const invitations = (await spending.readInvitations(organisationId, now)).filter(({ state }) => state === "open")
  const today = businessDay(now)
  const demands = await demandsOf(container).readDemands({ organisation_ids: [organisationId] })
  return [
    ...coming.flatMap(deliveryTasks),
    ...proposals.map(({ agreement_id, number, note }): DeskTask => ({ kind: "proposal", id: agreement_id, title: `协议 ${number} 有新的条款提议`, detail: note })),
    ...agreements.filter((agreement) => isRenewalDue(agreement, today)).map(({ id, number, valid_to }): DeskTask => ({ kind: "renewal", id, title: `协议 ${number} 即将到期`, detail: `${valid_to} 到期，请与供货方商议续签` })),
    ...demands.filter(({ stage, quote_by }) => demandStateOn(stage, quote_by, today) === "comparing").map(({ id, title, number }): DeskTask => ({ kind: "demand", id, title: `需求“${title}”已截止报价`, detail: `${number}，请比较报价后选定，或撤回需求` })),
    ...invitations.map(({ id, role, note, expires_at }): DeskTask => ({ kind: "invitation", id, title: `${ROLES[role]}人员的邀请还没有人使用`, detail: `${note ? `${note}，` : ""}${businessDay(new Date(expires_at))} 前有效` })),
  ]
}

/** Months that the unit has to file: returned by the office, overdue, or due soon. */
export async function readFilingTasks(container: MedusaContainer, organisationId: string, now: Date): Promise<DeskTask[]> {
  return (await readUnitReminders(container, organisationId, now)).map(({ filing: { id, period, due_day, is_overdue }, kind }): DeskTask => ({
    kind: "filing", id, title: `${Number(period.slice(5))} 月填报${{ returned: "被退回", overdue: "已逾期", due: "即将到期" }[kind]}`,
    detail: kind === "returned" ? `请按退回原因补正后重新报送${is_overdue ? `，已过 ${due_day}` : ""}` : `应于 ${due_day} 前报送附件1、附件2及发票或凭证`,
  }))
}

function deliveryTasks({ id, delivery_date, standing_order_name, state, error, editable, shortages, conflicts, lines }: Occurrence): DeskTask[] {
  const [, month, day] = delivery_date.split("-").map(Number)
  const title = `${month}月${day}日　${standing_order_name}`
  const amount = (quantity: number, variantId: string) => quantityText(quantity, lines.find(({ variant_id }) => variant_id === variantId)?.settle_by ?? "count")
  const short: DeskTask[] = shortages.length > 0 && editable ? [{ kind: "shortage", id, title, detail: shortages.map((one) => `${one.title} 需 ${amount(one.requested, one.variant_id)}，预计 ${amount(one.expected, one.variant_id)}${one.substitute ? `，可换 ${one.substitute.title}` : ""}`).join("；") }] : []
  const parted: DeskTask[] = conflicts.length > 0 ? [{ kind: "conflict", id, title, detail: `${conflicts.map((one) => one.title).join("、")}：这一天的数量与改过的定向认购不同，请确认` }] : []
  const failed: DeskTask[] = state === "failed" ? [{ kind: "failed", id, title, detail: error ?? "没有下成单" }] : []
  return [...short, ...parted, ...failed]
}
