import type { DeliveryCertificate, RequiredPaper } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { papersOf, requiredPapers } from "../domain/required-papers"
import { graph } from "../medusa"
import { unique } from "./plans"

interface VariantRow {
  id: string
  product: { categories: { metadata: { papers?: unknown } | null }[] } | null
}

/** What must come with each of these goods, as their categories say now; goods that are gone are absent. */
export async function readGoodsPapers(container: MedusaContainer, variantIds: string[]): Promise<Map<string, DeliveryCertificate[]>> {
  if (variantIds.length === 0) return new Map()
  const rows = await graph<VariantRow>(container, "product_variant", ["id", "product.categories.metadata"], { id: unique(variantIds) })
  return new Map(rows.map(({ id, product }) => [id, papersOf(product?.categories.map(({ metadata }) => metadata?.papers) ?? [])]))
}

/** The papers of a load, each with its goods. */
export async function readRequiredPapers(container: MedusaContainer, variantIds: string[]): Promise<RequiredPaper[]> {
  const papers = await readGoodsPapers(container, variantIds)
  return requiredPapers(variantIds.map((variant_id) => ({ variant_id, papers: papers.get(variant_id) ?? [] })))
}
