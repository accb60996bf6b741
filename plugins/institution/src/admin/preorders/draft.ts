import { fenFromYuan } from "@fupin/contract/money"
import type { PreorderOfferInput, ShortageRule } from "@fupin/contract/schemas"

/** The form as typed. */
export interface OfferDraft {
  title: string
  note: string
  goods: { variant_id: string; name: string } | null
  price: string
  expected_yield: string
  book_by: string
  harvest_from: string
  harvest_to: string
  instalments: { due_on: string; percent: string }[]
  shortage: ShortageRule
  numbers: Record<RuleNumber, string>
}

/** The numbers of the rule, each with its label. */
export const RULE_NUMBERS = {
  deposit_percent: "首期比例（%）", deposit_days: "签订后几天内付首期", grace_days: "逾期宽限（天）", balance_days: "验收后几天内付余款", tolerance_percent: "少分超过多少可退出（%）", surplus_percent: "最多可加购（%）", answer_days: "公布产量后几天内答复",
} as const
export type RuleNumber = keyof typeof RULE_NUMBERS

export const BLANK_OFFER: OfferDraft = {
  title: "", note: "", goods: null, price: "", expected_yield: "", book_by: "", harvest_from: "", harvest_to: "", instalments: [], shortage: "pro_rata",
  numbers: { deposit_percent: "30", deposit_days: "7", grace_days: "7", balance_days: "15", tolerance_percent: "20", surplus_percent: "20", answer_days: "5" },
}

const count = (typed: string): number => (typed.trim() === "" ? Number.NaN : Number(typed))
/** Yuan as fen; not a number when it is none. */
export const fenOf = (typed: string): number => (/^\d+(\.\d{1,2})?$/.test(typed.trim()) ? fenFromYuan(typed.trim()) : Number.NaN)

/** What was typed as the contract wants it. */
export function offerInputOf({ goods, price, expected_yield, instalments, shortage, numbers, ...rest }: OfferDraft): PreorderOfferInput {
  const rule = Object.fromEntries(Object.entries(numbers).map(([name, typed]) => [name, count(typed)])) as Record<RuleNumber, number>
  return {
    ...rest, variant_id: goods?.variant_id ?? "", price_fen: fenOf(price), expected_yield: count(expected_yield),
    rule: { ...rule, shortage, instalments: instalments.map(({ due_on, percent }) => ({ due_on, percent: count(percent) })) },
  }
}
