import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Diet } from "@fupin/contract/schemas"

/** A pack as a choice sees it. */
export interface PackFacts {
  id: string
  is_halal: boolean
  is_default: boolean
  /** How many more packs can be promised; null: not counted. */
  left: number | null
  components: readonly { variant_id: string; quantity: number }[]
}

/** How many packs can be made of what is there: the pack's own limit, and each component's stock that nobody was promised. */
export function packsLeft(pack: { stock_limit: number | null; taken: number; components: PackFacts["components"] }, free: ReadonlyMap<string, number>): number | null {
  const byStock = pack.components.flatMap(({ variant_id, quantity }) => (free.has(variant_id) ? [Math.floor(free.get(variant_id)! / quantity)] : []))
  const limits = [...byStock, ...(pack.stock_limit === null ? [] : [pack.stock_limit - pack.taken])]
  return limits.length === 0 ? null : Math.max(0, Math.min(...limits))
}

/** May a member with this diet have `heads` of the pack? `held` of it are theirs already. Errors: unknown_pack, pack_not_for_diet, pack_sold_out. */
export function decideChoice(packs: readonly PackFacts[], packId: string, member: { diet: Diet; heads: number; pack_id: string | null }): Decision<true, "unknown_pack" | "pack_not_for_diet" | "pack_sold_out"> {
  const pack = packs.find(({ id }) => id === packId)
  if (!pack) return no("unknown_pack")
  if (member.diet === "halal" && !pack.is_halal) return no("pack_not_for_diet")
  if (member.pack_id === packId) return yes(true)
  return pack.left !== null && pack.left < member.heads ? no("pack_sold_out") : yes(true)
}

/** A default pack is there for everybody, also for those who need 清真. Error: pack_default_required. */
export function decideDefaults(packs: readonly Pick<PackFacts, "is_halal" | "is_default">[], someNeedHalal: boolean): Decision<true, "pack_default_required"> {
  const defaults = packs.filter(({ is_default }) => is_default)
  if (defaults.length === 0) return no("pack_default_required")
  return someNeedHalal && !defaults.some(({ is_halal }) => is_halal) ? no("pack_default_required") : yes(true)
}

export interface Silent {
  id: string
  diet: Diet
  heads: number
}

/**
 * The default packs of those who chose none: each the first default that suits them and of which there is enough, those with a
 * diet first. Stock is that of components, so that two packs sharing one do not promise it twice. Error: pack_short.
 */
export function planDefaults(silent: readonly Silent[], packs: readonly (PackFacts & { stock_limit: number | null; taken: number })[], free: ReadonlyMap<string, number>): Decision<Map<string, string>, "pack_short"> {
  const [rest, taken] = [new Map(free), new Map(packs.map(({ id, taken: count }) => [id, count]))]
  const given = new Map<string, string>()
  for (const member of [...silent].sort((a, b) => (a.diet === b.diet ? (a.id < b.id ? -1 : 1) : a.diet === "halal" ? -1 : 1))) {
    const pack = packs.find((one) => one.is_default && (member.diet === "none" || one.is_halal) && (packsLeft({ ...one, taken: taken.get(one.id)! }, rest) ?? Infinity) >= member.heads)
    if (!pack) return no("pack_short")
    given.set(member.id, pack.id)
    taken.set(pack.id, taken.get(pack.id)! + member.heads)
    for (const { variant_id, quantity } of pack.components) if (rest.has(variant_id)) rest.set(variant_id, rest.get(variant_id)! - quantity * member.heads)
  }
  return yes(given)
}
