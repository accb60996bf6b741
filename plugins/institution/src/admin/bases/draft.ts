import type { BaseInput, BaseSupport, BaseUnit, SupplyBase } from "@fupin/contract/schemas"

/** A base as it is typed. */
export interface BaseDraft {
  name: string
  path: string[]
  scale: string
  scale_unit: BaseUnit
  producer_ids: string[]
  product_ids: string[]
  since: string
  sign_number: string
  supports: { organisation_id: string; since: string; until: string }[]
}

export const BLANK_BASE: BaseDraft = { name: "", path: [], scale: "", scale_unit: "mu", producer_ids: [], product_ids: [], since: "", sign_number: "", supports: [] }

export function draftOf({ name, region, scale, scale_unit, producers, products, since, sign_number, supports }: SupplyBase): BaseDraft {
  return {
    name, path: [region.code], scale: String(scale), scale_unit, producer_ids: producers.map(({ id }) => id), product_ids: products.map(({ id }) => id), since, sign_number,
    supports: supports.map(({ organisation_id, since: from, until }) => ({ organisation_id, since: from, until: until ?? "" })),
  }
}

/** Its place is the nearest division picked. */
export function baseOf({ path, scale, supports, ...draft }: BaseDraft, version: number | null): BaseInput {
  const dated: BaseSupport[] = supports.map(({ until, ...support }) => ({ ...support, until: until || null }))
  return { ...draft, region_code: path.at(-1) ?? "", scale: /^\d+$/.test(scale) ? Number(scale) : Number.NaN, supports: dated, version }
}

export const toggled = (list: string[], one: string): string[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])
