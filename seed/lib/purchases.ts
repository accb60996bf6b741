import { between, chance, pick } from "./chance"
import { daysAfter, weekday } from "./calendar"
import { type ProductSeed, readData } from "./data"

/** What became of an order. */
export type Fate = "accepted" | "on_the_way" | "unpaid" | "refunded" | "partly_refunded"

export interface PurchaseSeed {
  /** Names the order in every run. */
  key: string
  buyer: number
  placed_on: string
  hour: number
  minute: number
  by_transfer: boolean
  cold: boolean
  fate: Fate
  lines: { handle: string; variant: number; quantity: number }[]
}

const DAYS = 90
/** Orders by a gift or two at a time, and how many people buy. */
export const ORDERS = 220
export const BUYERS = 36

/** Three months of shopping up to yesterday: more at weekends, before 中秋 and 国庆, and on 扶贫日 (10·17). The same for the same day. */
export function planPurchases(products: ProductSeed[], today: string): PurchaseSeed[] {
  const festivals = readData<{ mid_autumn: string[]; days: Record<string, number> }>("festivals.json")
  const days = Array.from({ length: DAYS }, (_none, index) => daysAfter(today, index - DAYS))
  const crowd = days.map((day) => crowdOf(day, festivals))
  const all = crowd.reduce((sum, weight) => sum + weight, 0)
  const sold = products.filter(({ designation, season }) => designation === "valid" && !season)
  return Array.from({ length: ORDERS }, (_none, index) => {
    const roll = chance(`purchase ${index}`)
    const placed_on = days[dayAt(crowd, ((index + roll()) / ORDERS) * all)]!
    const lines = linesOf(sold, roll)
    const cold = lines.some(({ handle }) => products.find((product) => product.handle === handle)!.temperature !== "ambient")
    const by_transfer = index % 9 === 4
    return { key: `purchase-${index}`, buyer: index % 31 === 0 ? 0 : between(roll, 0, BUYERS - 1), placed_on, hour: between(roll, 8, 22), minute: between(roll, 0, 59), by_transfer, cold, lines, fate: fateOf(index, by_transfer, placed_on, today) }
  })
}

function crowdOf(day: string, { mid_autumn, days }: { mid_autumn: string[]; days: Record<string, number> }): number {
  const beforeMoon = mid_autumn.some((moon) => day <= moon && day >= daysAfter(moon, -8))
  return (days[day.slice(5)] ?? 1) * (weekday(day) >= 6 ? 1.6 : 1) * (beforeMoon ? 2 : 1)
}

function dayAt(crowd: number[], target: number): number {
  let sum = 0
  const found = crowd.findIndex((weight) => (sum += weight) >= target)
  return found < 0 ? crowd.length - 1 : found
}

/** One to four different goods, mostly the small specification. */
function linesOf(products: ProductSeed[], roll: () => number): PurchaseSeed["lines"] {
  const first = roll() < 0.3 ? products.filter(({ collection }) => collection === "indication") : products
  const chosen = new Map([pick(roll, first), ...Array.from({ length: between(roll, 0, 3) }, () => pick(roll, products))].map((product) => [product.handle, product]))
  return [...chosen.values()].map(({ handle, variants }) => {
    const family = variants.filter(([title]) => !/食堂|单位|机关/.test(title)).length
    return { handle, variant: between(roll, 0, Math.max(0, family - 1)), quantity: roll() < 0.75 ? 1 : between(roll, 2, 4) }
  })
}

function fateOf(index: number, by_transfer: boolean, placed_on: string, today: string): Fate {
  if (by_transfer && index % 2 === 0) return "unpaid"
  if (index % 37 === 11) return "refunded"
  if (index % 29 === 7) return "partly_refunded"
  return placed_on > daysAfter(today, -7) ? "on_the_way" : "accepted"
}
