import { regionContains } from "@fupin/access"
import type { Eligibility, GapCloser } from "@fupin/contract/schemas"
import { decideSale } from "@fupin/provenance/domain/designation"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { readExpectedBenefit } from "./expected-benefit"
import { readGoodsWithSellers } from "./goods"
import { readAgreements } from "./plans"

type Designation = Parameters<typeof decideSale>[0][number] & { product_id: string }

/** Certified goods that an organisation can order today under its agreements, from where a plan asks, with what one of each brings; what helps most for its price comes first. */
export async function gapCloserReader(container: MedusaContainer, organisationId: string, now: Date, today: string): Promise<(gap_fen: number, eligible: Eligibility) => GapCloser[]> {
  const agreements = (await readAgreements(container, { organisation_id: organisationId })).filter(({ valid_from, valid_to }) => valid_from <= today && today <= valid_to)
  const lines = agreements.flatMap(({ id, number, lines: held }) => held.map((line) => ({ ...line, agreement_id: id, agreement_number: number })))
  const goods = await readGoodsWithSellers(container, lines.map(({ variant_id }) => variant_id), now)
  const products = [...new Set([...goods.values()].map(({ product_id }) => product_id))]
  const designations = (await graph<Designation>(container, "designation", ["product_id", "number", "status", "valid_from", "valid_to"], { product_id: products }))
    .map((row) => ({ ...row, valid_from: new Date(row.valid_from), valid_to: new Date(row.valid_to) }))
  const origins = await graph<{ product_id: string; origin_code: string }>(container, "product_profile", ["product_id", "origin_code"], { product_id: products })
  const sold = lines.filter(({ variant_id }) => goods.has(variant_id) && decideSale(designations.filter(({ product_id }) => product_id === goods.get(variant_id)!.product_id), now).ok)
  const units = [...new Map(sold.map(({ variant_id, unit_price_fen }) => [variant_id, { variant_id, quantity: 1, unit_price_fen }])).values()]
  const benefit = new Map((await readExpectedBenefit(container, units)).lines.map(({ variant_id, total_fen }) => [variant_id, total_fen]))
  const all = sold.map(({ variant_id, unit_price_fen, agreement_id, agreement_number }) => {
    const { product_id, title, specification, seller } = goods.get(variant_id)!
    return { agreement_id, agreement_number, variant_id, title, specification, seller: seller?.name ?? "", unit_price_fen, benefit_fen: benefit.get(variant_id) ?? 0, origin: origins.find((one) => one.product_id === product_id)?.origin_code ?? null }
  })
  return (gap_fen, { origins: wanted, platforms }) => {
    if (gap_fen <= 0 || !platforms.includes("here")) return []
    const fitting = all.filter(({ origin }) => wanted.length === 0 || (origin !== null && wanted.some((code) => regionContains(code, origin))))
    return fitting.sort((one, other) => other.benefit_fen / other.unit_price_fen - one.benefit_fen / one.unit_price_fen).slice(0, 8)
      .map(({ origin: _origin, ...one }) => ({ ...one, quantity: Math.ceil(gap_fen / one.unit_price_fen) }))
  }
}
