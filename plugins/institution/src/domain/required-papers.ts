import { CategoryPapers, type DeliveryCertificate, type RequiredPaper, USUAL_PAPERS } from "@fupin/contract/schemas"

const ORDER: readonly DeliveryCertificate[] = ["quality", "quarantine"]

/**
 * Papers that must come with one of the goods: all that its categories say in `papers` of their metadata, the usual one where none says
 * anything. 动物及动物产品 need 检疫证 (动物防疫法), handicraft none.
 */
export function papersOf(categories: readonly unknown[]): DeliveryCertificate[] {
  const said = categories.flatMap((papers) => { const read = CategoryPapers.safeParse(papers); return read.success ? [read.data] : [] })
  return said.length === 0 ? [...USUAL_PAPERS] : ORDER.filter((kind) => said.some((kinds) => kinds.includes(kind)))
}

/** The papers of a load, each with the goods that it must come with. */
export function requiredPapers(goods: readonly { variant_id: string; papers: readonly DeliveryCertificate[] }[]): RequiredPaper[] {
  return ORDER.map((kind) => ({ kind, variant_ids: goods.filter(({ papers }) => papers.includes(kind)).map(({ variant_id }) => variant_id) })).filter(({ variant_ids }) => variant_ids.length > 0)
}
