import { BaseProposal } from "@fupin/contract/schemas"
import { errorsOf, textsOf } from "../forms/form-state"

const SENTENCES: Record<string, string> = { scale: "请填写整数，如 300", since: "请选择建立日期", producer_ids: "请勾选主要产品，至少一种", product_ids: "请勾选主要产品，至少一种" }

export type ReadBase = { ok: true; value: BaseProposal; values: Record<string, string> } | { ok: false; values: Record<string, string>; errors: Record<string, string> }

/** Goods are ticked as `producer:product`; whoever sells a ticked product is one of the base's producers. */
export function readBase(form: FormData): ReadBase {
  const goods = form.getAll("goods").map(String)
  const { organisation_id, name, village, town, scale = "", scale_unit, since } = textsOf(form)
  const values = { ...textsOf(form), goods: goods.join(",") }
  const pairs = goods.map((one) => one.split(":"))
  const read = BaseProposal.safeParse({
    organisation_id, name, region_code: village || town, scale: /^\d+$/.test(scale) ? Number(scale) : Number.NaN, scale_unit, since,
    producer_ids: [...new Set(pairs.map(([producer]) => producer))], product_ids: pairs.map(([, product]) => product),
  })
  if (read.success) return { ok: true, value: read.data, values }
  const { producer_ids, product_ids, ...errors } = errorsOf(read.error.issues, SENTENCES)
  return { ok: false, values, errors: { ...errors, ...(producer_ids ?? product_ids ? { goods: producer_ids ?? product_ids! } : {}) } }
}
