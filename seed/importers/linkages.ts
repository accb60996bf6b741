import { saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import type { LinkageInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { between, chance } from "../lib/chance"
import { type ProductSeed, readData, readProducts } from "../lib/data"
import type { Beneficiaries } from "./households"
import type { Shelf } from "./products"

/** Fixed days, so that importing again says the same. */
const SIGNED_ON = "2026-01-01T00:00:00+08:00"

interface RuleSeed {
  /** Only of this product; of all when absent. */
  product?: string
  share: "direct_sale" | "revenue_share" | "profit_share" | "per_unit"
  fee_bp?: number
  bp?: number
  /** Fen per 斤 (500 g). */
  fen_per_jin?: number
}

interface LinkageSeed {
  number: string
  title: string
  producer: string
  villages: string[]
  /** By mu of land, by days of work, all alike, or the collective alone. */
  weights: "land" | "labour" | "equal" | "collective"
  collective_weight_bp?: number
  rules: RuleSeed[]
}

/** Linkage agreements with all four rules (R55–R57). `staff`: who wrote them and who approved them, two people. */
export async function importLinkages(container: MedusaContainer, shelf: Shelf, producers: Record<string, string>, people: Beneficiaries, staff: { author: string; approver: string }): Promise<void> {
  const products = readProducts()
  const linkages = readData<LinkageSeed[]>("linkages.json").map((seed): LinkageInput => ({
    number: seed.number, title: seed.title, producer_id: producers[seed.producer]!, valid_from: SIGNED_ON,
    rules: seed.rules.flatMap((rule) => rulesOf(rule, products.filter(({ producer, handle }) => producer === seed.producer && (!rule.product || rule.product === handle)), shelf)),
    members: membersOf(seed, people),
  }))
  await saveLinkagesWorkflow(container).run({ input: { linkages, created_by: staff.author, approved_by: staff.approver } })
}

/** What is counted by weight or by cost is said for each specification; the rest for the product or for all. */
function rulesOf(rule: RuleSeed, products: ProductSeed[], shelf: Shelf): LinkageInput["rules"] {
  if (rule.share === "direct_sale") return [{ target: { kind: "all" }, share: { kind: "direct_sale", fee_bp: rule.fee_bp! } }]
  if (rule.share === "revenue_share") {
    const target = rule.product ? { kind: "product" as const, id: shelf.products[rule.product]! } : { kind: "all" as const }
    return [{ target, share: { kind: "revenue_share", bp: rule.bp! } }]
  }
  return products.flatMap((product) => product.variants.map(([, grams, yuan], index) => {
    const target = { kind: "variant" as const, id: shelf.variants[product.handle]![index]! }
    if (rule.share === "profit_share") return { target, share: { kind: "profit_share" as const, bp: rule.bp!, unit_cost_fen: Math.round(yuan * 100 * product.unit_cost_share) } }
    return { target, share: { kind: "per_unit" as const, fen: rule.fen_per_jin! }, units_per_item: Math.max(1, Math.round(grams / 500)) }
  }))
}

function membersOf({ number, villages, weights, collective_weight_bp = 0, rules }: LinkageSeed, people: Beneficiaries): LinkageInput["members"] {
  const collectives = villages.map((village) => people.collectives[village]!)
  if (weights === "collective") return collectives.map((beneficiary_id) => ({ beneficiary_id, weight: 1, from: SIGNED_ON }))
  const all = villages.flatMap((village) => people.households[village]!)
  const roll = chance(`linkage ${number}`)
  const members = (rules[0]?.share === "direct_sale" ? all.slice(0, 1) : all).map((beneficiary_id) => ({ beneficiary_id, weight: weightOf(weights, roll), from: SIGNED_ON }))
  if (collective_weight_bp === 0) return members
  const sum = members.reduce((total, { weight }) => total + weight, 0)
  const share = Math.max(1, Math.round((sum * collective_weight_bp) / (10_000 - collective_weight_bp) / collectives.length))
  return [...members, ...collectives.map((beneficiary_id) => ({ beneficiary_id, weight: share, from: SIGNED_ON }))]
}

function weightOf(kind: LinkageSeed["weights"], roll: () => number): number {
  if (kind === "land") return between(roll, 8, 64)
  return kind === "labour" ? between(roll, 6, 90) : 10
}
