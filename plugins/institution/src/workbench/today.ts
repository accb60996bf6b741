import { formatFen } from "@fupin/contract/money"
import type { WorkbenchTask, WorkbenchToday } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import { readPackings } from "../reads/packing"
import { readAgreements } from "../reads/plans"
import { readParties } from "../reads/show-statements"
import { spendingOf } from "../spending"
import { statementsOf } from "../statement"
import { showProducerDemands } from "./demands"
import { readOwnVariants } from "./own-goods"

/** How far ahead is told what to send. */
const DAYS = 14

/** What waits for the producer's answer, and what is to be sent, day by day. */
export async function showWorkbenchToday(container: MedusaContainer, producerId: string, now: Date): Promise<WorkbenchToday> {
  const today = businessDay(now)
  const packings = await readPackings(container, today, addDays(today, DAYS), producerId, await readOwnVariants(container, producerId, now))
  const days = packings.flatMap(({ date, sellers: [own] }) => own ? [{
    date, units: new Set(own.lines.flatMap(({ deliveries }) => deliveries.map(({ organisation_name }) => organisation_name))).size,
    lines: own.lines.map(({ variant_id, title, specification, settle_by, supplied }) => ({ variant_id, title, specification, settle_by, supplied })),
  }] : [])
  return { today, tasks: await readTasks(container, producerId, now), days: days.toSorted((one, other) => one.date.localeCompare(other.date)) }
}

async function readTasks(container: MedusaContainer, producerId: string, now: Date): Promise<WorkbenchTask[]> {
  const agreements = await readAgreements(container, { producer_id: producerId, stage: ["draft", "negotiating"] })
  const proposals = await spendingOf(container).readProposalsOf(agreements.map(({ id }) => id), "organisation")
  const statements = await statementsOf(container).readStatements({ seller_ids: [producerId], states: ["disputed"] })
  const invoices = (await statementsOf(container).readInvoices({ seller_ids: [producerId] })).filter(({ state }) => state === "requested")
  const { organisationOf } = await readParties(container, [...statements, ...invoices])
  const demands = (await showProducerDemands(container, producerId, now)).filter(({ state, quote }) => state === "open" && quote === null)
  return [
    ...agreements.flatMap(({ id, number }): WorkbenchTask[] => {
      const count = proposals.filter(({ agreement_id }) => agreement_id === id).length
      return count === 0 ? [] : [{ kind: "proposal", id, title: `协议 ${number}`, detail: `采购单位有 ${count} 项提议等您答复` }]
    }),
    ...statements.map(({ id, month, organisation_id }): WorkbenchTask => ({ kind: "dispute", id, title: `${organisationOf(organisation_id).name} ${Number(month.slice(5))} 月对账单`, detail: "对方有异议，请核对后答复" })),
    ...invoices.map(({ id, title, amount_fen }): WorkbenchTask => ({ kind: "invoice", id, title: `给 ${title} 开票`, detail: `¥${formatFen(amount_fen)}，开好后上传` })),
    ...demands.map(({ id, title, organisation_name, quote_by }): WorkbenchTask => ({ kind: "demand", id, title, detail: `${organisation_name} 征集报价，${quote_by} 截止` })),
  ]
}
