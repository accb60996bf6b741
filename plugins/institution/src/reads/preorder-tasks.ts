import { formatFen } from "@fupin/contract/money"
import type { DeskTask } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MemberAction } from "../domain/decide-member"
import { planWaits, type Wait } from "../domain/preorder/waits"
import type { ContractRow, OfferRow } from "../modules/preorder/service"
import { preordersOf } from "../preorder/facts"
import { statementsOf } from "../statement"
import { unique } from "./plans"

interface Reader {
  id: string
  may: (action: MemberAction) => boolean
}

/** What the unit's pre-production contracts want of somebody: money, an answer to the harvest, goods at the door. As many queries for many contracts as for one. */
export async function readPreorderTasks(container: MedusaContainer, organisationId: string, reader: Reader, today: string): Promise<DeskTask[]> {
  const contracts = await preordersOf(container).readContracts({ organisation_ids: [organisationId] })
  if (contracts.length === 0) return []
  const offers = await preordersOf(container).readOffers({ ids: unique(contracts.map(({ offer_id }) => offer_id)) })
  const signed = await statementsOf(container).readWaitingSheets(contracts.flatMap(({ deliveries }) => deliveries.filter(({ state }) => state === "placed").map(({ id }) => id)))
  return contracts.flatMap((contract) => {
    const offer = offers.find(({ id }) => id === contract.offer_id)!
    return [...acceptances(contract, offer, reader, signed, today), ...planWaits(offer, contract, today).filter((wait) => reader.may(wait.kind === "preorder_answer" ? "order" : "pay")).map((wait) => taskOf(contract, offer, wait))]
  })
}

/** Goods that came, for whoever receives; once signed for, for another who may countersign. */
function acceptances({ id, deliveries }: ContractRow, offer: OfferRow, reader: Reader, signed: Map<string, string>, today: string): DeskTask[] {
  return deliveries.filter(({ state, deliver_on }) => state === "placed" && deliver_on <= today).flatMap(({ id: batch, sequence, quantity }): DeskTask[] => {
    const by = signed.get(batch)
    if (by === undefined ? !reader.may("accept") : by === reader.id || !reader.may("countersign")) return []
    return [{ kind: "preorder_accept", id, title: `${offer.title}　第 ${sequence} 批`, detail: by === undefined ? `送货 ${quantity} 份，请按实收登记` : "已有人登记验收，等您复核" }]
  })
}

function taskOf({ id, number, booked, allotted }: ContractRow, { title }: OfferRow, wait: Wait): DeskTask {
  if (wait.kind === "preorder_answer") {
    const choices = [wait.may_take_more > 0 ? `可加购至多 ${wait.may_take_more} 份` : "", wait.may_withdraw ? "可以退出" : ""].filter(Boolean).join("，")
    return { kind: wait.kind, id, title: `收成已定：${title}`, detail: `认购 ${booked} 份，分得 ${allotted} 份；${choices}。${wait.answer_by} 前答复` }
  }
  const owed = `应付 ¥${formatFen(wait.due_fen)}，${wait.due_on} ${wait.kind === "preorder_due" ? "前付" : "到期"}`
  const lapse = wait.kind === "preorder_overdue" && wait.last_day !== null ? `；${wait.last_day} 仍未到账，合同自动失效` : ""
  return { kind: wait.kind, id, title: `预购付款：${title}`, detail: `${owed}${lapse}。合同 ${number}` }
}
