import type { BenefitCategory, SaleSource, TotalsBy } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export const SOURCE_NAMES: Record<SaleSource, string> = { poor_village: "原贫困村产品", poor_household: "脱贫户产品", enterprise: "带贫成效突出企业", cooperative: "带贫成效突出合作社", other: "其他" }
export const CATEGORY_NAMES: Record<BenefitCategory, string> = { sale: "商城销售", direct_purchase: "直接采购", wages: "劳务报酬", rent: "财产性收入" }

const ENTITY: Partial<Record<TotalsBy, { entity: string; id: string; name: string }>> = {
  region: { entity: "division", id: "code", name: "name" }, producer: { entity: "producer", id: "id", name: "name" },
  product: { entity: "product", id: "id", name: "title" }, organisation: { entity: "organisation", id: "id", name: "name" },
}
const NOBODY: Partial<Record<TotalsBy, string>> = { producer: "不经经营主体", product: "不经商城", organisation: "个人顾客及其他" }

/** What the keys of a heading are called. One query at most. */
export async function readTotalNames(container: MedusaContainer, by: TotalsBy, keys: string[]): Promise<(key: string) => string> {
  if (by === "source") return (key) => SOURCE_NAMES[key as SaleSource]
  if (by === "category") return (key) => CATEGORY_NAMES[key as BenefitCategory]
  const named = ENTITY[by]
  if (!named) return (key) => key
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: named.entity, fields: [named.id, named.name], filters: { [named.id]: keys.filter((key) => key !== "") } })
  const names = new Map(data.map((row: Record<string, string>) => [row[named.id]!, row[named.name]!]))
  return (key) => names.get(key) ?? (key === "" ? (NOBODY[by] ?? key) : key)
}
