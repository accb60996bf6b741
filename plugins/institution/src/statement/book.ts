import { refusal } from "@fupin/access"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { receiveCampaignTransfer } from "../campaign/receive"
import { holderOf, type Match, matchRow, measure, type Payable } from "../domain/statement/match-row"
import { receivePreorderPayment } from "../preorder/receive"
import type { Act, Allocation, BankRowRow, Book } from "../modules/statement/service"
import { leftOf } from "../modules/statement/service"
import { statementsOf } from "."
import { settleStatements } from "./money"
import { openOrdersOf, readPayables, readPayablesByCode } from "./payables"
import { repriceAdjusted } from "./reprice"

/** What an order, a campaign or a contract may say to money that was meant for it; anything else is a failure and tried again. */
const REFUSALS: unknown[] = ["transfer_exceeds_due", "order_cancelled", "not_a_transfer", "transfer_reference_taken", "campaign_state", "campaign_reference_taken", "preorder_state", "preorder_exceeds_due", "preorder_reference_taken"]

const booker = (container: MedusaContainer): Book => async ({ order_id, campaign_id, preorder_id, amount_fen, reference, received_on, actor_id }: Allocation) => {
  try {
    if (order_id !== null) await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen, reference, received_on, actor_id } })
    else if (preorder_id !== null) await receivePreorderPayment(container, preorder_id, { amount_fen, reference, received_on }, actor_id)
    else await receiveCampaignTransfer(container, { campaign_id: campaign_id!, amount_fen, reference, received_on }, actor_id)
    return null
  } catch (error) {
    if (error instanceof MedusaError && REFUSALS.includes(error.code)) return `未能入账：${error.message}`
    throw error
  }
}

interface Chosen {
  number: string
  reason: string
}

type Found = { match: Match; payables: Payable[] }

/**
 * Books one row, once: what it pays and how it is spread is written down first, then booked; whoever comes after a crash
 * finishes what is written. `chosen` is what a person named, by its code, and why; without it the row's own words decide.
 */
export async function bookRow(container: MedusaContainer, rowId: string, act: Act, chosen?: Chosen): Promise<void> {
  const module = statementsOf(container)
  const [row] = await module.readBankRows({ ids: [rowId] })
  if (!row) throw refusal("not_found", "not_found")
  const find = (held: BankRowRow) => (chosen ? findChosen(container, held, chosen) : findSaid(container, held))
  const { match, payables } = await find(row)
  const [first] = match.paid
  if (!first) return await module.leaveUnmatched(rowId, match)
  const holder = holderOf(payables.find(({ id }) => id === first.id)!)
  await repriceAdjusted(container, holder)
  await module.match(rowId, holder, async (held) => {
    const found = await find(held)
    return { match: found.match, orders: await openOrdersOf(container, found.match, found.payables) }
  }, booker(container), { ...act, reason: chosen?.reason ?? null })
  await finishHolder(container, holder)
}

/** Books what a run that died left written down for a holder, and marks what is settled by it. */
export async function finishHolder(container: MedusaContainer, holder: string): Promise<void> {
  await statementsOf(container).finishPending(holder, booker(container), new Date())
  await settleStatements(container, [holder])
}

async function findSaid(container: MedusaContainer, row: BankRowRow): Promise<Found> {
  const payables = await readPayables(container, [row])
  return { match: matchRow(row, payables), payables }
}

/** Errors: not_found, not_payable_now, bank_row_of_another, nothing_left_to_pay, bank_row_closed. */
async function findChosen(container: MedusaContainer, row: BankRowRow, { number, reason }: Chosen): Promise<Found> {
  const payables = await readPayablesByCode(container, [number])
  const [payable] = payables
  if (!payable) throw refusal("not_found", "not_found", `没有识别码为 ${number} 的对账单、订单、慰问活动或预购合同`)
  if (row.organisation_id !== null && row.organisation_id !== payable.organisation_id) throw refusal("not_allowed", "bank_row_of_another")
  if (payable.closed !== null) throw refusal("not_allowed", "not_payable_now", payable.closed)
  if (leftOf(row) <= 0) throw refusal("conflict", "bank_row_closed")
  if (payable.open_fen === 0) throw refusal("not_allowed", "nothing_left_to_pay")
  const match = measure(leftOf(row), payables)
  return { match: { ...match, reason: [`人工入账：${reason}`, ...(match.reason ? [match.reason] : [])].join("；") }, payables }
}

/** Tries rows again that nobody could match when they came: all of them, or those that name a statement. */
export async function rematch(container: MedusaContainer, act: Act, number?: string): Promise<void> {
  const rows = await statementsOf(container).readBankRows({ open: true, ...(number ? { number } : {}) })
  for (const { id, match } of rows) if (match === "unmatched") await bookRow(container, id, act)
}
