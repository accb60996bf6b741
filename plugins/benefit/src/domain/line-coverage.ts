import { exactAmounts, type ExactAmounts, fenInOrder, fenOfSum } from "./line-base"
import { attributeMoney } from "./line-money"
import type { AcceptanceFact, LineFacts, OrderFacts } from "./order-facts"
import { type Coverage, halfUp, millionths, portion } from "./rational"

/** A line with the money that is on it: what the shares are computed from. */
export interface CoveredLine {
  line: LineFacts
  /** Items and base that `gross` and `net` are parts of. */
  quantity: number
  base_fen: number
  gross: Coverage
  net: Coverage
  /** Of the gross, what is for items of the order's version: only they can be accepted. */
  live: Coverage
  /** How much of `quantity` such a part of the money pays for. */
  units: (paid: Coverage) => Coverage
}

/** Lines of an order, by id, each with what was captured for it and what is left of that after refunds. */
export function coverLines(facts: OrderFacts): CoveredLine[] {
  const lines = [...facts.lines].sort((a, b) => (a.line_id < b.line_id ? -1 : 1)).map((line) => ({ line, ...versionsOf(line) }))
  const shipping = facts.shipping.map((terms) => exactAmounts(terms).total)
  const values = fenInOrder([...lines.map(({ live }) => live.total), shipping.reduce((sum, amount) => sum + amount, 0n)])
  const bases = fenInOrder(lines.map(({ reference }) => reference.amounts.base))
  const captured_fen = fenOfSum(facts.captures.map(({ amount }) => amount))
  const refunds = facts.refunds.map(({ amount, lines: allocated }) => ({ amount_fen: fenOfSum([amount]), lines: allocated }))
  const money = attributeMoney({
    lines: lines.map(({ line, removed }, index) => ({
      line_id: line.line_id, live_fen: values[index]!, removed_fen: fenInOrder([removed])[0]!, returned_fen: valueOf(line.returned_quantity, line.live.quantity, values[index]!),
      accepted_fen: valueOf(acceptedQuantity(line.line_id, facts.acceptances, ["accepted"]), line.live.quantity, values[index]!),
    })),
    shipping_fen: values[lines.length]!, captured_fen, refunds,
  })
  const free = coverageOfFree(values, captured_fen, refunds.reduce((sum, { amount_fen }) => sum + amount_fen, 0))
  return lines.map(({ line, live, reference }, index) => {
    const { gross_fen, net_fen } = money[index]!
    const accepted = Math.min(acceptedQuantity(line.line_id, facts.acceptances, ["accepted"]), reference.quantity)
    const whole_fen = live.total > 0n ? values[index]! : fenInOrder([reference.amounts.total])[0]!
    const of = (part: number): Coverage => ({ part: BigInt(part), whole: BigInt(whole_fen) })
    const paid = whole_fen === 0 ? free : { gross: of(gross_fen), net: of(net_fen), live: of(Math.min(gross_fen, whole_fen)) }
    return { line, quantity: reference.quantity, base_fen: bases[index]!, ...paid, units: (part) => unitsPaid(part, accepted, reference.quantity) }
  })
}

/** The line as it is, what edits took from its value, and the version that amounts are measured by: the present one unless it is gone. */
function versionsOf(line: LineFacts): { live: ExactAmounts; removed: bigint; reference: { quantity: number; amounts: ExactAmounts } } {
  const live = exactAmounts(line.live)
  const peak = line.earlier.map((terms) => ({ quantity: terms.quantity, amounts: exactAmounts(terms) }))
    .reduce((best, version) => (version.amounts.total > best.amounts.total ? version : best), { quantity: line.live.quantity, amounts: live })
  const reference = line.live.quantity > 0 ? { quantity: line.live.quantity, amounts: live } : peak
  return { live, removed: peak.amounts.total - live.total, reference }
}

/** What so many items of a line's are worth, half up to the fen; of goods settled by weight a part may be 9.876 of 10. */
function valueOf(part: number, quantity: number, live_fen: number): number {
  return quantity === 0 ? 0 : portion(live_fen, { part: millionths(Math.min(part, quantity)), whole: millionths(quantity) })
}

/** Money buys what was accepted first, then the rest, each in proportion: paid for exactly what was accepted, it is exactly so many. */
function unitsPaid(paid: Coverage, accepted: number, quantity: number): Coverage {
  const [some, all] = [millionths(accepted), millionths(quantity)]
  const worth = all === 0n ? 0n : halfUp(paid.whole * some, all)
  if (worth === 0n || worth >= paid.whole || paid.part >= paid.whole) return paid
  if (paid.part <= worth) return { part: some * paid.part, whole: all * worth }
  const rest = paid.whole - worth
  return { part: some * rest + (all - some) * (paid.part - worth), whole: all * rest }
}

/** Items accepted, or delivered long enough ago: the larger, of the kinds that count. */
export function acceptedQuantity(lineId: string, acceptances: readonly AcceptanceFact[], kinds: readonly AcceptanceFact["kind"][] = ["accepted", "delivered"]): number {
  const of = (kind: AcceptanceFact["kind"]) => acceptances.filter((fact) => fact.line_item_id === lineId && fact.kind === kind).reduce((sum, fact) => sum + fact.quantity, 0)
  return Math.max(...kinds.map(of))
}

/** A line that costs nothing, because somebody else than the producer bears its discount, counts as far as the order is paid. */
function coverageOfFree(values: number[], captured_fen: number, refunded_fen: number): Pick<CoveredLine, "gross" | "net" | "live"> {
  const order_fen = values.reduce((sum, value) => sum + value, 0)
  const of = (part: number): Coverage => ({ part: BigInt(Math.max(0, Math.min(part, order_fen))), whole: BigInt(Math.max(1, order_fen)) })
  const gross = of(captured_fen)
  return { gross, net: of(Math.min(captured_fen, order_fen) - refunded_fen), live: gross }
}
