import type { Approval, BenefitPreview, BudgetFigure } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideSeat, type DelegationFacts, type UnitFacts } from "../domain/spending/decide-approval"
import type { RequestWithFacts } from "../modules/spending/decide"
import { occurrenceOf, spendingOf } from "../spending"
import { type PricedLine, readExpectedBenefits } from "./expected-benefit"
import { goneGoods, readGoodsWithSellers } from "./goods"
import { readNames } from "./people"
import { unique } from "./plans"

interface Asked {
  actor: string
  today: string
  unit: UnitFacts
  delegations: DelegationFacts[]
  budgets: BudgetFigure[]
}

/** Requests as an approver reads them on a phone: what, when, from whom, how much, what is left of the budget, whom it helps. */
export async function showApprovals(container: MedusaContainer, organisationId: string, requests: RequestWithFacts[], actor: string, today: string): Promise<Approval[]> {
  const spending = spendingOf(container)
  const [unit, delegations, budgets] = await Promise.all([spending.readUnit(organisationId), spending.readDelegations(organisationId), spending.readBudgets(organisationId, null)])
  const name = await readNames(container, requests.flatMap(({ askers, tier, decisions }) => [...askers, ...tier.approvers, ...decisions.flatMap(({ approver_id, decided_by }) => [approver_id, decided_by])]).concat(unit.approvers))
  const contents = await readContents(container, requests)
  const asked = { actor, today, unit, delegations, budgets }
  return requests.map((request) => ({ ...headOf(request, asked, name), ...contents(request) }))
}

function headOf(request: RequestWithFacts, { actor, today, unit, delegations, budgets }: Asked, name: (id: string) => string) {
  const { id, key, organisation_id, kind, title, on_day, amount_fen, state, requested_at, expires_on, approved_until, tier, askers, decisions } = request
  const seat = decideSeat({ ...request, given: decisions }, actor, unit, delegations, today)
  const budget = budgets.find(({ year, purpose }) => purpose === kind && String(year) === on_day.slice(0, 4)) ?? null
  const isOver = state === "open" && today > expires_on
  return {
    id, organisation_id, kind, title, on_day, occurrence_id: occurrenceOf(key), amount_fen, state: isOver ? "expired" as const : state, requested_at: new Date(requested_at).toISOString(), expires_on, approved_until, mode: tier.mode,
    asked_by: askers.map(name), approvers: tier.approvers.map(name),
    decisions: decisions.map(({ approver_id, decided_by, verdict, reason, at }) => ({ approver: name(approver_id), decided_by: name(decided_by), verdict, reason, at: new Date(at).toISOString() })),
    may_decide: seat.ok, why_not: seat.ok ? null : seat.message, acts_for: seat.ok && seat.value !== actor ? name(seat.value) : null,
    budget, left_after_fen: budget && (state === "open" ? budget.left_fen - amount_fen : null),
  }
}

/** What was asked for, as it was asked, from whom and what it would bring, by request. */
async function readContents(container: MedusaContainer, requests: RequestWithFacts[]) {
  const baskets = requests.map(({ lines }): PricedLine[] => lines.filter(({ unit_price_fen }) => unit_price_fen > 0))
  const benefits = await readExpectedBenefits(container, baskets)
  const goods = await readGoodsWithSellers(container, baskets.flatMap((basket) => basket.map(({ variant_id }) => variant_id)), new Date())
  const byId = new Map(requests.map(({ id }, at) => [id, contentOf(baskets[at]!, benefits[at]!, goods)]))
  return ({ id }: RequestWithFacts) => byId.get(id)!
}

function contentOf(basket: PricedLine[], benefit: BenefitPreview, goods: Awaited<ReturnType<typeof readGoodsWithSellers>>) {
  return {
    sellers: unique(basket.flatMap(({ variant_id }) => goods.get(variant_id)?.seller?.name ?? [])), expected_benefit_fen: benefit.total_fen, households: benefit.households,
    lines: basket.map(({ variant_id, quantity, unit_price_fen }) => {
      const { title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
      return { title, specification, quantity, total_fen: quantity * unit_price_fen }
    }),
  }
}
