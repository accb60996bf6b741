import type { BudgetAnswer, BudgetFigure, DeskToday, PaidItem, PlanProgress } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay, earlier, later } from "../domain/business-day"
import { type Bases, countsFor, excusesYear, isEligible, measurePlan, ruleOf } from "../domain/spending/plan-progress"
import type { OrganisationRow } from "../medusa"
import type { PlanRow } from "../modules/spending/shares"
import { spendingOf } from "../spending"
import { readClosers } from "./gap-closers"
import { type AheadLine, readAhead } from "./read-ahead"
import { readPaidItems } from "./paid-items"
import { readOrganisations, unique } from "./plans"
import { readMemberLevel, readYearPlans } from "./year-plans"

/** A unit's year: its budgets, its plans with every payment behind them, and what would close the gaps. */
export async function showBudget(container: MedusaContainer, organisation: OrganisationRow, year: number, now: Date): Promise<BudgetAnswer> {
  const spending = spendingOf(container)
  const today = businessDay(now)
  const ahead = await readAheadOf(container, organisation.id, year, today)
  const plans = await readProgress(container, organisation, year, now, ahead)
  const closers = today.startsWith(String(year)) ? await readClosers(container, organisation, plans, ahead, now, today) : []
  const [budgets, outside, member_level] = [await spending.readBudgets(organisation.id, year), await spending.readOutside({ organisation_ids: [organisation.id] }), await readMemberLevel(container, organisation, year)]
  return { year, budgets, plans: plans.map((plan, index) => ({ ...plan, closers: closers[index] ?? [] })), outside: outside.filter(({ paid_on }) => paid_on.startsWith(String(year))), member_level }
}

type Progress = Omit<PlanProgress, "closers">

/** A unit's plans of a year, each with what was paid and what is on its way. */
export async function readProgress(container: MedusaContainer, organisation: OrganisationRow, year: number, now: Date, known?: AheadLine[]): Promise<Progress[]> {
  const spending = spendingOf(container)
  const today = businessDay(now)
  const plans = await readYearPlans(container, organisation, year)
  if (plans.length === 0) return []
  const items = await readPaidItems(container, organisation.id, year)
  const before = plans.some(({ kind, baseline_fen }) => kind === "floor" && baseline_fen === null) ? await readPaidItems(container, organisation.id, year - 1) : []
  const ahead = known ?? await readAheadOf(container, organisation.id, year, today)
  const bases = { ...(await readBases(container, organisation, year, today)), canteen_budget_fen: canteenBudget(await spending.readBudgets(organisation.id, year)) }
  return plans.map((plan) => progressOf(plan, { ...bases, last_year_fen: sumOf(before.filter((item) => countsFor(plan, { ...item, given: item.given_to !== null }))) }, items, ahead, today))
}

/** In one line: the reserved share of this year, or the first of its plans; null where there is none. */
export async function readShare(container: MedusaContainer, organisation: OrganisationRow, now: Date): Promise<DeskToday["share"]> {
  const plans = await readProgress(container, organisation, Number(businessDay(now).slice(0, 4)), now)
  const wanted = plans.find(({ kind }) => kind === "canteen_share") ?? plans[0]
  if (!wanted) return null
  const { title, target_fen, paid_fen, gap_fen, forecast_fen, state } = wanted
  return { title, target_fen, paid_fen, gap_fen, forecast_fen, state }
}

/** What is on its way for a unit: its own, and that of units whose purchases count for it to the year's end as far as one knows today. */
async function readAheadOf(container: MedusaContainer, id: string, year: number, today: string): Promise<AheadLine[]> {
  const day = later(earlier(today, `${year}-12-31`), `${year}-01-01`)
  const counted = (await spendingOf(container).readCounted([id], `${year}-01-01`, `${year}-12-31`)).filter(({ since, until }) => since <= day && day <= until)
  return await readAhead(container, unique(counted.map((one) => one.id)), year, today)
}

const canteenBudget = (budgets: BudgetFigure[]): number | null => budgets.find(({ purpose }) => purpose === "delivery")?.budget_fen ?? null

function progressOf(plan: PlanRow, bases: Bases, items: PaidItem[], ahead: AheadLine[], today: string): Progress {
  const [counted, given] = [items.filter((item) => countsFor(plan, { ...item, given: item.given_to !== null })), items.filter((item) => item.given_to !== null && isEligible(item, plan.eligible))]
  const { id, kind, title, year, eligible } = plan
  return { id, kind, title, year, eligible, items: counted, given_fen: plan.kind === "canteen_share" ? sumOf(given) : 0, ...measurePlan(plan, bases, counted, aheadOf(plan, ahead), today) }
}

/** Of what was ordered here, or is to come, what counts for the plan once it is paid. */
function aheadOf(plan: PlanRow, ahead: AheadLine[]) {
  const own = ahead.filter(({ source, origin_code, given }) => countsFor(plan, { platform: "here", source, origin_code, given }))
  return { ordered_fen: sumFen(own.filter(({ is_ordered }) => is_ordered)), coming_fen: sumFen(own.filter(({ is_ordered }) => !is_ordered)) }
}

const sumFen = (lines: AheadLine[]): number => lines.reduce((sum, { fen }) => sum + fen, 0)

async function readBases(container: MedusaContainer, { id, region_code }: OrganisationRow, year: number, today: string): Promise<Omit<Bases, "canteen_budget_fen" | "last_year_fen">> {
  const spending = spendingOf(container)
  return { region_rate: ruleOf(await spending.readRates(), region_code, year), headcount: await spending.readHeadcount(id, earlier(today, `${year}-12-31`)), excused: await readExcuse(container, id, year) }
}

/** No canteen of its own, or another unit's canteen: then no share of its own is asked of it. */
async function readExcuse(container: MedusaContainer, id: string, year: number): Promise<string | null> {
  const spending = spendingOf(container)
  const exemption = await spending.readExemption(id)
  if (exemption && excusesYear(exemption, year)) return `无食堂，免计（${exemption.since} 起：${exemption.reason}）`
  const shared = (await spending.readRelations([id])).find((one) => one.organisation_id === id && one.kind === "shared_canteen" && excusesYear(one, year))
  if (!shared) return null
  const [runner] = await readOrganisations(container, { id: shared.to_organisation_id })
  return `共用食堂，由 ${runner?.name ?? "其他单位"} 统一采购和填报`
}

const sumOf = (items: { amount_fen: number }[]): number => items.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
