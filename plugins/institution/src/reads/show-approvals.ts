import type { Approval, BenefitPreview, BudgetFigure } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideSeat, type DelegationFacts, type UnitFacts } from "../domain/spending/decide-approval"
import type { RequestWithFacts } from "../modules/spending/decide"
import { pricedLines } from "../spending/ask-ahead"
import { occurrenceKey, spendingOf } from "../spending"
import type { PriceFacts } from "../domain/price-rule"
import { type PricedLine, readExpectedBenefits } from "./expected-benefit"
import { goneGoods, readGoodsWithSellers } from "./goods"
import { readNames } from "./people"
import { type Delivery, readOccurrences, unique, withPlans } from "./plans"
import { readPriceFacts } from "./price-facts"

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
  const { id, organisation_id, kind, title, on_day, amount_fen, state, requested_at, expires_on, approved_until, tier, askers, decisions } = request
  const seat = decideSeat({ ...request, given: decisions }, actor, unit, delegations, today)
  const isOver = state === "open" && today > expires_on
  return {
    id, organisation_id, kind, title, on_day, amount_fen, state: isOver ? "expired" as const : state, requested_at: new Date(requested_at).toISOString(), expires_on, approved_until, mode: tier.mode,
    asked_by: askers.map(name), approvers: tier.approvers.map(name),
    decisions: decisions.map(({ approver_id, decided_by, verdict, reason, at }) => ({ approver: name(approver_id), decided_by: name(decided_by), verdict, reason, at: new Date(at).toISOString() })),
    may_decide: seat.ok, why_not: seat.ok ? null : seat.message, acts_for: seat.ok && seat.value !== actor ? name(seat.value) : null,
    budget: budgets.find(({ year, purpose }) => purpose === kind && String(year) === on_day.slice(0, 4)) ?? null,
  }
}

/** What deliveries consist of and would bring, by request; other purchases carry their title alone. */
async function readContents(container: MedusaContainer, requests: RequestWithFacts[]) {
  const ids = requests.flatMap(({ key }) => (key.startsWith("occurrence:") ? [key.slice("occurrence:".length)] : []))
  const deliveries = await withPlans(container, await readOccurrences(container, { id: ids }))
  const prices = await readPriceFacts(container, [...new Map(deliveries.map(({ agreement }) => [agreement.id, agreement])).values()])
  const baskets = deliveries.map((delivery) => basketOf(delivery, prices))
  const benefits = await readExpectedBenefits(container, baskets)
  const goods = await readGoodsWithSellers(container, baskets.flatMap((basket) => basket.map(({ variant_id }) => variant_id)), new Date())
  const byKey = new Map(deliveries.map(({ occurrence }, at) => [occurrenceKey(occurrence.id), { occurrence_id: occurrence.id, ...contentOf(baskets[at]!, benefits[at]!, goods) }]))
  return ({ key }: RequestWithFacts) => byKey.get(key) ?? { occurrence_id: null, sellers: [], lines: [], expected_benefit_fen: 0, households: 0 }
}

function basketOf(delivery: Delivery, prices: PriceFacts): PricedLine[] {
  return pricedLines(delivery, prices).filter(({ supplied }) => supplied > 0).map(({ variant_id, supplied, unit_price_fen }) => ({ variant_id, quantity: supplied, unit_price_fen }))
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
