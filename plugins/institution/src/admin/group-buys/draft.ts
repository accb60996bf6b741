import { fenFromYuan } from "@fupin/contract/money"
import type { GroupBuyInput } from "@fupin/contract/schemas"

/** The form as typed; times are the clock's in Shanghai. */
export interface GroupBuyDraft {
  title: string
  note: string
  goods: { variant_id: string; name: string } | null
  starts_at: string
  ends_at: string
  tiers: { from_units: string; price: string }[]
  capacity: string
  per_buyer_cap: string
}

export const BLANK: GroupBuyDraft = { title: "", note: "", goods: null, starts_at: "", ends_at: "", tiers: [{ from_units: "", price: "" }], capacity: "", per_buyer_cap: "" }

const shanghai = (typed: string): string => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? `${typed}:00+08:00` : "")
const fen = (typed: string): number => (/^\d+(\.\d{1,2})?$/.test(typed.trim()) ? fenFromYuan(typed.trim()) : Number.NaN)
const count = (typed: string): number => (typed.trim() === "" ? Number.NaN : Number(typed))

/** What was typed as the contract wants it. */
export const inputOf = (draft: GroupBuyDraft): GroupBuyInput => ({
  title: draft.title, note: draft.note, variant_id: draft.goods?.variant_id ?? "", starts_at: shanghai(draft.starts_at), ends_at: shanghai(draft.ends_at),
  tiers: draft.tiers.map(({ from_units, price }) => ({ from_units: count(from_units), price_fen: fen(price) })), capacity: count(draft.capacity), per_buyer_cap: count(draft.per_buyer_cap),
})
