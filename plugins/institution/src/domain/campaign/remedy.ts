import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Diet } from "@fupin/contract/schemas"
import { type PackFacts, packsLeft } from "./decide-choice"

/** A pack as it stands once everybody has chosen. */
export interface ChosenPack extends Omit<PackFacts, "left"> {
  name: string
  price_fen: number
  stock_limit: number | null
  taken: number
}

/**
 * Packs of which there is not one for everybody who has it, and how many at least have to be something else. `free`: pieces left
 * once all have theirs; below nought so many are missing.
 */
export function shortPacks(packs: readonly ChosenPack[], free: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(packs.flatMap(({ id, taken, components }) => {
    const missing = Math.max(0, ...components.map(({ variant_id, quantity }) => Math.ceil(-(free.get(variant_id) ?? 0) / quantity)))
    return taken > 0 && missing > 0 ? [[id, Math.min(taken, missing)] as const] : []
  }))
}

/** Pieces once these heads have the pack no more. */
function freed(free: ReadonlyMap<string, number>, { components }: ChosenPack, heads: number): Map<string, number> {
  const given = new Map(components.map(({ variant_id, quantity }) => [variant_id, quantity * heads]))
  return new Map([...free].map(([id, pieces]) => [id, pieces + (given.get(id) ?? 0)]))
}

/** Which packs may stand in for one that is short, and how many there are of each: no dearer ones, which nobody approved. */
export function standIns(packs: readonly ChosenPack[], free: ReadonlyMap<string, number>, from: ChosenPack): { id: string; name: string; price_fen: number; left: number | null }[] {
  const after = freed(free, from, from.taken)
  return packs.filter(({ id, price_fen }) => id !== from.id && price_fen <= from.price_fen).map((pack) => ({ id: pack.id, name: pack.name, price_fen: pack.price_fen, left: packsLeft(pack, after) }))
}

export interface Concerned {
  diet: Diet
  heads: number
}

type RemedyError = "unknown_pack" | "pack_is_supplied" | "members_changed" | "pack_dearer" | "pack_below_floor" | "pack_not_for_diet" | "pack_sold_out"

/**
 * Whether members whose pack cannot be supplied may have another one of the campaign, or (`to` null) be dropped from it. What was
 * approved is never exceeded, nor does a pack go below what the union has to give each (fen a member). Answers what is given back, in fen.
 */
export function decideRemedy(packs: readonly ChosenPack[], free: ReadonlyMap<string, number>, way: { from: string; to: string | null }, members: readonly Concerned[], floor_fen: number | null): Decision<number, RemedyError> {
  const from = packs.find(({ id }) => id === way.from)
  const to = packs.find(({ id }) => id === way.to)
  if (!from || (way.to !== null && (!to || to === from))) return no("unknown_pack")
  if (members.length === 0) return no("members_changed")
  if (!shortPacks(packs, free).has(from.id)) return no("pack_is_supplied")
  const heads = members.reduce((sum, member) => sum + member.heads, 0)
  if (!to) return yes(heads * from.price_fen)
  if (to.price_fen > from.price_fen) return no("pack_dearer")
  if (floor_fen !== null && to.price_fen < floor_fen && from.price_fen >= floor_fen) return no("pack_below_floor")
  const barred = to.is_halal ? 0 : members.filter(({ diet }) => diet === "halal").length
  if (barred > 0) return no("pack_not_for_diet", `其中 ${barred} 人登记了清真，“${to.name}”不是清真礼包；请另选，或分开处理`)
  const left = packsLeft(to, freed(free, from, heads))
  return left !== null && left < heads ? no("pack_sold_out", `“${to.name}”只够 ${left} 份，这次要 ${heads} 份；请少选几人，或选其他礼包`) : yes(heads * (from.price_fen - to.price_fen))
}
