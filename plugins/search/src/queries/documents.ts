import { fenFromYuan } from "@fupin/contract/money"
import { lineageOf } from "@fupin/provenance/domain/region"
import { pairsOfText, pinyinOf, wordsOf } from "../domain/words"
import type { Graph } from "../medusa"
import { cut, learnPlaces, spell } from "../segment"
import { type Goods, pathOf, readGoods, readPlaces } from "./goods"

/** What the index holds of a product: words to be found by, codes to be narrowed by, figures to be sorted by. Nothing personal. */
export async function buildDocuments(query: Graph, ids: string[], now: Date) {
  const goods = (await readGoods(query, ids, now)).filter(({ product, offer }) => product.status === "published" && offer !== null)
  const places = await readPlaces(query, goods.flatMap(({ profile }) => profile?.origin_code ?? []))
  learnPlaces([...places.values()])
  return goods.map((one) => documentOf(one, places))
}

function documentOf({ product, profile, badge, offer }: Goods, places: Map<string, string>) {
  const path = profile ? pathOf(profile.origin_code, places) : []
  const lineage = profile ? lineageOf(profile.origin_code) : []
  const above = product.categories.flatMap((category) => [category, ...(category.parent_category ? [category.parent_category] : [])])
  const seller = profile && profile.producer.kind !== "household" ? profile.producer.name : ""
  const aside = [product.subtitle, ...above.map(({ name }) => name), ...product.tags.map(({ value }) => value), ...path, seller].filter(Boolean).join(" ")
  const titleWords = wordsOf(product.title, cut)
  const asideWords = wordsOf(aside, cut)
  return {
    id: product.id,
    words: titleWords.join(" "),
    aside: asideWords.join(" "),
    pinyin: pinyinOf([...titleWords, ...asideWords], spell).join(" "),
    pairs: pairsOfText(`${product.title} ${aside}`).join(" "),
    description: wordsOf(product.description ?? "", cut).join(" "),
    categories: [...new Set(above.map(({ handle }) => handle))],
    lineage,
    county: lineage.find((code) => code.length === 6 && !code.endsWith("0000") && !code.endsWith("00")) ?? lineage.filter((code) => code.length === 6).at(-1) ?? null,
    producer_id: profile?.producer.id ?? null,
    sales_channels: product.sales_channels.map(({ id }) => id),
    price_fen: Number(fenFromYuan(offer!.calculated_price!.calculated_amount)),
    designated: badge === null ? 0 : 1,
    created_at: new Date(product.created_at),
  }
}
