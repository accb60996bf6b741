import { readUnitBenefit } from "@fupin/benefit/queries/read-unit-benefit"
import type { DeskToday, MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import { decideRole, type MemberAction } from "../domain/decide-member"
import { awaitsAcceptance } from "../domain/occurrence-state"
import { decideSeat } from "../domain/spending/decide-approval"
import type { AgreementRow, OrganisationRow, StandingOrderRow } from "../medusa"
import { occurrenceKey, spendingOf } from "../spending"
import { statementsOf } from "../statement"
import { readFilingTasks, readTasks } from "./desk-tasks"
import { readPreorderTasks } from "./preorder-tasks"
import { byId, readAgreements, readOccurrences, readStandingOrders } from "./plans"
import { readShare } from "./show-budget"
import { showOccurrences } from "./show-occurrences"
import { stateOf } from "./show-plans"
import { showStatements } from "./show-statements"

/** How long ago a delivery may have been and still be asked after; how far ahead one looks. */
const [LATE_DAYS, AHEAD_DAYS, MOST_COMING] = [60, 14, 8]

/** The desk's first page for somebody with these roles: what to do today and where the unit stands. As many queries for many deliveries as for one. */
export async function showToday(container: MedusaContainer, organisation: OrganisationRow, roles: MemberRole[], actor: string, now: Date): Promise<DeskToday> {
  const today = businessDay(now)
  const may = (action: MemberAction) => decideRole(roles, action).ok
  const agreements = await readAgreements(container, { organisation_id: organisation.id })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const rows = await readOccurrences(container, { standing_order_id: orders.map(({ id }) => id), delivery_date: { $gte: addDays(today, -LATE_DAYS), $lte: addDays(today, AHEAD_DAYS) } })
  const isArrived = (row: (typeof rows)[number]) => may("accept") && awaitsAcceptance(row, today)
  const arrived = rows.filter(isArrived)
  const coming = rows.filter((row) => row.delivery_date >= today && !isArrived(row)).slice(0, MOST_COMING)
  const shown = await showOccurrences(container, [...arrived, ...coming], today)
  const due = may("pay") ? await statementsOf(container).pageUnitOrders([organisation.id], { show: "due", offset: 0, limit: 1 }) : { due_orders: 0, due_fen: 0 }
  const asked = await readWaiting(container, organisation.id, actor, today)
  const filings = may("file") ? await readFilingTasks(container, organisation.id, now) : []
  const tasks = [...filings, ...(await readPreorderTasks(container, organisation.id, { id: actor, may }, today)), ...(may("order") || may("confirm") ? await readTasks(container, organisation.id, agreements, shown, now) : [])]
  return {
    today, arrived: shown.slice(0, arrived.length), coming: shown.slice(arrived.length), approvals: asked.map(({ key: _key, ...request }) => request),
    statements: may("confirm") ? await showStatements(container, await statementsOf(container).readStatements({ organisation_ids: [organisation.id], states: ["sent", "adjusted"] })) : [],
    // What waits for this person's own approval is said once.
    tasks: tasks.filter(({ kind, id }) => kind !== "failed" || !asked.some(({ key }) => key === occurrenceKey(id))),
    due: { orders: due.due_orders, due_fen: due.due_fen },
    standing: countStanding(orders, agreements, today), share: await readShare(container, organisation, now), helped: await readHelped(container, organisation.id, today),
  }
}

/** Requests that this very person may decide now. */
async function readWaiting(container: MedusaContainer, organisationId: string, actor: string, today: string): Promise<(DeskToday["approvals"][number] & { key: string })[]> {
  const spending = spendingOf(container)
  const requests = await spending.listRequests(organisationId, ["open"])
  if (requests.length === 0) return []
  const [unit, delegations] = [await spending.readUnit(organisationId), await spending.readDelegations(organisationId)]
  return requests.filter((request) => decideSeat({ ...request, given: request.decisions }, actor, unit, delegations, today).ok)
    .map(({ id, key, title, on_day, amount_fen }) => ({ id, key, title, on_day, amount_fen })).sort((one, other) => (one.on_day < other.on_day ? -1 : 1))
}

function countStanding(orders: StandingOrderRow[], agreements: AgreementRow[], today: string): DeskToday["standing"] {
  const states = orders.map((order) => stateOf(order, byId(agreements, order.agreement_id), today))
  return { active: states.filter((state) => state === "active").length, paused: states.filter((state) => state === "paused").length }
}

/** The calendar month by the days its money and goods moved. */
async function readHelped(container: MedusaContainer, organisationId: string, today: string): Promise<DeskToday["helped"]> {
  const month = today.slice(0, 7)
  const next = addDays(`${month}-28`, 4).slice(0, 7)
  const { households, total_fen } = await readUnitBenefit(container, { organisation_ids: [organisationId], order_ids: [], from: new Date(`${month}-01T00:00:00+08:00`), to: new Date(`${next}-01T00:00:00+08:00`) })
  return { month, households, total_fen }
}
