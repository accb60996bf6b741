import { fenFromYuan } from "@fupin/contract/money"
import { OutsidePurchaseInput } from "@fupin/contract/schemas"
import { errorsOf } from "../forms/form-state"

const SENTENCES: Record<string, string> = {
  seller: "请填写卖方名称", goods: "请填写商品和数量", origin_code: "请选择产地的省、市、区县", amount_fen: "请填写大于零的金额", paid_on: "请选择付款日期", proof: "请上传发票或平台订单的 PDF、JPG 或 PNG 文件", proof_name: "文件名过长或含有特殊符号，请改名后再传",
}

/** What was typed of a purchase made elsewhere, with its proof as base64. */
export function readOutside(values: Record<string, string>, proof: { name: string; base64: string }): { ok: true; value: OutsidePurchaseInput } | { ok: false; errors: Record<string, string> } {
  const { organisation_id, platform, source, seller, goods, county_code, yuan = "", paid_on } = values
  const amount_fen = /^\d{1,9}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN
  const read = OutsidePurchaseInput.safeParse({ organisation_id, platform, source, seller, goods, origin_code: county_code, amount_fen, paid_on, proof_name: proof.name, proof: proof.base64 })
  if (read.success) return { ok: true, value: read.data }
  const { amount_fen: yuanFault, origin_code, proof_name, ...errors } = errorsOf(read.error.issues, SENTENCES)
  return { ok: false, errors: { ...(proof_name ? { proof: proof_name } : {}), ...errors, ...(origin_code ? { county_code: origin_code } : {}), ...(yuanFault ? { yuan: yuanFault } : {}) } }
}
