import type { BudgetAnswer, BudgetFigure, PaidItem, PlanProgress } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay, earlier } from "../domain/business-day"
import { type Bases, isEligible, measurePlan, ruleOf } from "../domain/spending/plan-progress"
import type { OrganisationRow } from "../medusa"
import type { PlanRow } from "../modules/spending/shares"
import { spendingOf } from "../spending"
import { gapCloserReader } from "./gap-closers"
import { type AheadLine, readAhead } from "./read-ahead"
import { readPaidItems } from "./paid-items"
import { readOrganisations } from "./plans"
import { readYearPlans } from "./year-plans"

/** A unit's year: its budgets, its plans with every payment behind them, and what would close the gaps. */
export async function showBudget(container: MedusaContainer, organisation: OrganisationRow, year: number, now: Date): Promise<BudgetAnswer> {
  const spending = spendingOf(container)
  const today = businessDay(now)
  const [budgets, plans, outside] = [await spending.readBudgets(organisation.id, year), await readYearPlans(container, organisation, year), await spending.readOutside({ organisation_ids: [organisation.id] })]
  const items = plans.length === 0 ? [] : await readPaidItems(container, organisation.id, year)
  const before = plans.some(({ kind, baseline_fen }) => kind === "floor" && baseline_fen === null) ? await readPaidItems(container, organisation.id, year - 1) : []
  const ahead = plans.length === 0 ? [] : await readAhead(container, organisation.id, year, today)
  const bases = await readBases(container, organisation, year, today)
  const closers = await gapCloserReader(container, organisation.id, now, today)
  const canteen_budget_fen = canteenBudget(budgets)
  const shown = plans.map((plan) => {
    const progress = progressOf(plan, { ...bases, canteen_budget_fen, last_year_fen: sumOf(before.filter((item) => isEligible(item, plan.eligible))) }, items, ahead, today)
    return { ...progress, closers: closers(progress.gap_fen, plan.eligible) }
  })
  return { year, budgets, plans: shown, outside: outside.filter(({ paid_on }) => paid_on.startsWith(String(year))) }
}

/** In one line: the reserved share of this year, or the first of its plans; null where there is none. */
export async function readShare(container: MedusaContainer, organisation: OrganisationRow, now: Date): Promise<Pick<PlanProgress, "title" | "target_fen" | "paid_fen" | "gap_fen"> | null> {
  const today = businessDay(now)
  const year = Number(today.slice(0, 4))
  const [plan, ...others] = await readYearPlans(container, organisation, year)
  if (!plan) return null
  const wanted = [plan, ...others].find(({ kind }) => kind === "canteen_share") ?? plan
  const counted = (await readPaidItems(container, organisation.id, year)).filter((item) => isEligible(item, wanted.eligible))
  const budgets = await spendingOf(container).readBudgets(organisation.id, year)
  const bases = { ...(await readBases(container, organisation, year, today)), canteen_budget_fen: canteenBudget(budgets), last_year_fen: 0 }
  const { target_fen, paid_fen, gap_fen } = measurePlan(wanted, bases, counted, { ordered_fen: 0, coming_fen: 0 }, today)
  return { title: wanted.title, target_fen, paid_fen, gap_fen }
}

const canteenBudget = (budgets: BudgetFigure[]): number | null => budgets.find(({ purpose }) => purpose === "delivery")?.budget_fen ?? null

function progressOf(plan: PlanRow, bases: Bases, items: PaidItem[], ahead: AheadLine[], today: string): Omit<PlanProgress, "closers"> {
  const counted = items.filter((item) => isEligible(item, plan.eligible))
  const { id, kind, title, year, eligible } = plan
  return { id, kind, title, year, eligible, items: counted, ...measurePlan(plan, bases, counted, aheadOf(eligible, ahead), today) }
}

/** Deliveries of the canteen, bought here. */
function aheadOf(eligible: PlanRow["eligible"], ahead: AheadLine[]) {
  const own = ahead.filter(({ origin_code }) => isEligible({ platform: "here", source: "canteen", origin_code }, eligible))
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
  if (exemption && exemption.since <= `${year}-12-31` && (exemption.ended_on === null || exemption.ended_on > `${year}-12-31`)) return `无食堂，免计（${exemption.since} 起：${exemption.reason}）`
  const shared = (await spending.readRelations([id])).find(({ organisation_id, kind, ended_on }) => organisation_id === id && kind === "shared_canteen" && ended_on === null)
  if (!shared) return null
  const [runner] = await readOrganisations(container, { id: shared.to_organisation_id })
  return `共用食堂，由 ${runner?.name ?? "其他单位"} 统一采购和填报`
}

const sumOf = (items: { amount_fen: number }[]): number => items.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
