import { allowed, refusal } from "@fupin/access"
import type { DeliveryAddress, StandingOrderChange } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay, HORIZON_DAYS } from "../domain/business-day"
import { decideGiving } from "../domain/giving"
import { phoneKeys } from "../keys"
import type { AgreementRow } from "../medusa"
import { type Recipient, readRecipients } from "../reads/gifts"
import { institutionOf, readAgreements, readStandingOrders, unique } from "../reads/plans"
import { spendingOf } from "../spending"

type Optional = "observe_vacations" | "headcount" | "reason" | "recipient_id"
export type StandingOrderEntry = Omit<StandingOrderChange, Optional> & Partial<Pick<StandingOrderChange, Optional>> & ({ agreement_id: string } | { agreement_number: string }) & { id?: string }

export interface SaveStandingOrders {
  standing_orders: StandingOrderEntry[]
  /** The customer who plans; null for staff and seeds, who may plan in the past and change what is there by its name. */
  customer_id: string | null
}

const saveStandingOrdersStep = createStep("save-standing-orders", async ({ standing_orders, customer_id }: SaveStandingOrders, { container }) => {
  const today = businessDay(new Date())
  const agreements = await Promise.all(standing_orders.map((entry) => agreementOf(container, entry)))
  const points = await spendingOf(container).readPoints(unique(agreements.map(({ organisation_id }) => organisation_id)))
  const recipients = await readRecipients(container, standing_orders.flatMap(({ recipient_id }) => recipient_id ?? []))
  const entries = standing_orders.map((entry, place) => {
    const { name, lines, weekdays, starts_on, ends_on, skip_statutory_holidays, deliver_on_makeup_workdays, observe_vacations = true, headcount = null, reason = null, recipient_id = null, version, id } = entry
    return {
      name, lines, weekdays, starts_on, ends_on, skip_statutory_holidays, deliver_on_makeup_workdays, observe_vacations, headcount, reason, recipient_id, version, delivery: destinationOf(entry, recipients), ...(id ? { id } : {}),
      agreement_id: agreements[place]!.id, points: points.get(agreements[place]!.organisation_id)!, created_by: customer_id, earliest: customer_id === null ? null : today, is_new: customer_id !== null && !id,
    }
  })
  const ids = await institutionOf(container).saveStandingOrders(entries, phoneKeys())
  await institutionOf(container).syncOccurrences({ from: today, to: addDays(today, HORIZON_DAYS), standing_order_ids: ids })
  return new StepResponse(await readStandingOrders(container, { id: ids }))
})

/** Where it goes. Errors: unknown_recipient, recipient_closed. */
function destinationOf({ delivery, recipient_id }: StandingOrderEntry, recipients: Map<string, Recipient>): DeliveryAddress {
  if (delivery) return delivery
  const recipient = recipients.get(recipient_id ?? "")
  if (!recipient) throw refusal("invalid_data", "unknown_recipient")
  allowed(decideGiving(recipient))
  return recipient.address
}

async function agreementOf(container: MedusaContainer, entry: StandingOrderEntry): Promise<AgreementRow> {
  const [agreement] = await readAgreements(container, "agreement_id" in entry ? { id: entry.agreement_id } : { number: entry.agreement_number })
  if (!agreement) throw refusal("not_found", "not_found", "没有找到该协议")
  return agreement
}

/** Standing orders with their lines, found again by agreement and name; deliveries not yet placed follow. */
export const saveStandingOrdersWorkflow = createWorkflow("save-standing-orders", (input: SaveStandingOrders) => new WorkflowResponse(saveStandingOrdersStep(input)))
